/* Accounts that nobody knows: what waits for each, and the way to say whose they are, one by one or
 * several at once. Hidden when none waits. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_WAITING_GROUP (troupe_waiting_group_get_type ())
G_DECLARE_FINAL_TYPE (TroupeWaitingGroup, troupe_waiting_group, TROUPE, WAITING_GROUP, AdwPreferencesGroup)

/* accounts are TroupeAccount without a creator, totals TroupeWaitingTotal. */
void troupe_waiting_group_show (TroupeWaitingGroup *self,
                                TroupeOffice       *office,
                                GPtrArray          *accounts,
                                GArray             *totals);

/* Little room: the amount goes below the name. */
void troupe_waiting_group_set_narrow (TroupeWaitingGroup *self,
                                      gboolean            narrow);

G_END_DECLS
