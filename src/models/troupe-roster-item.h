/* A creator in a list: one entry of a roster, made when a row needs it. */
#pragma once

#include <glib-object.h>

#include "troupe-day.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_ROSTER_ITEM (troupe_roster_item_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRosterItem, troupe_roster_item, TROUPE, ROSTER_ITEM, GObject)

gint64      troupe_roster_item_get_id           (TroupeRosterItem *self);
const char *troupe_roster_item_get_name         (TroupeRosterItem *self);
const char *troupe_roster_item_get_team         (TroupeRosterItem *self);
const char *troupe_roster_item_get_category     (TroupeRosterItem *self);
const char *troupe_roster_item_get_status       (TroupeRosterItem *self);
/* Bit n: platform n of troupe_vocabulary_get_platforms(). */
guint32     troupe_roster_item_get_platforms    (TroupeRosterItem *self);
TroupeDay   troupe_roster_item_get_contract_end (TroupeRosterItem *self);
gboolean    troupe_roster_item_renews           (TroupeRosterItem *self);
/* Parts per 10,000, or TROUPE_NONE without a contract. */
gint64      troupe_roster_item_get_share        (TroupeRosterItem *self);
/* Minor units of the agency's currency, or TROUPE_NONE. */
gint64      troupe_roster_item_get_gross        (TroupeRosterItem *self);
gint64      troupe_roster_item_get_earned       (TroupeRosterItem *self);
gint64      troupe_roster_item_get_agency       (TroupeRosterItem *self);
gint64      troupe_roster_item_get_before       (TroupeRosterItem *self);

G_END_DECLS
