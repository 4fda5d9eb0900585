#pragma once

#include "troupe-roster-item.h"
#include "troupe-roster-store.h"

G_BEGIN_DECLS

TroupeRosterItem *troupe_roster_item_new (TroupeRoster *roster,
                                          guint         index);

G_END_DECLS
