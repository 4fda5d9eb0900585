/* Private to the store: ids, the log of changes, and drafts that no longer fit. */
#pragma once

#include "troupe-change.h"
#include "troupe-connection.h"

G_BEGIN_DECLS

/* n ids that follow one another; sets the first. Inside a transaction. */
gboolean troupe_sequence_take     (TroupeConnection *connection,
                                   guint             n,
                                   gint64           *ret_first,
                                   GError          **error);

/* Writes an entry; its id, time and desk are set here, and its batch if it is 0 or TROUPE_NONE. */
gboolean troupe_change_log_append (TroupeConnection *connection,
                                   TroupeChange     *fields,
                                   GError          **error);

/* Draft statements from this month on no longer fit what they were made from. creator_id 0: of all. */
gboolean troupe_draft_mark_stale  (TroupeConnection *connection,
                                   TroupeMonth       month,
                                   gint64            creator_id,
                                   GError          **error);

G_END_DECLS
