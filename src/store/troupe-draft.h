/* Private to the store: how far the months have come, and which drafts no longer fit. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

/* The last month that is closed; TROUPE_NONE: none. The months before it are closed with it, even those
 * that had nothing to settle. */
gboolean troupe_draft_get_last_closed (TroupeConnection *connection,
                                       TroupeMonth      *ret_month,
                                       GError          **error);

/* Draft statements from this month on no longer fit what they were made from. creator_id 0: of all. */
gboolean troupe_draft_mark_stale      (TroupeConnection *connection,
                                       TroupeMonth       month,
                                       gint64            creator_id,
                                       GError          **error);

/* The same, and where the creator has something to settle but no draft yet, all drafts of that month. */
gboolean troupe_draft_mark_creator    (TroupeConnection *connection,
                                       TroupeMonth       month,
                                       gint64            creator_id,
                                       GError          **error);

G_END_DECLS
