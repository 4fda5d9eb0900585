/* Private to the store: ids and the log of changes. */
#pragma once

#include "troupe-change.h"
#include "troupe-connection.h"
#include "troupe-draft.h"

G_BEGIN_DECLS

/* n ids that follow one another; sets the first. Inside a transaction. */
gboolean troupe_sequence_take     (TroupeConnection *connection,
                                   guint             n,
                                   gint64           *ret_first,
                                   GError          **error);

/* Whether the id is one of this desk's. */
gboolean troupe_sequence_is_own   (gint64            id);

/* Ids up to this one, which came from elsewhere, are not given again. */
gboolean troupe_sequence_pass     (TroupeConnection *connection,
                                   gint64            id,
                                   GError          **error);

/* Writes an entry; its id, time and desk are set here, and its batch if it is 0 or TROUPE_NONE. */
gboolean troupe_change_log_append (TroupeConnection *connection,
                                   TroupeChange     *fields,
                                   GError          **error);

G_END_DECLS
