/* Records of any type: reading, editing, undoing. */
#pragma once

#include "troupe-edit.h"
#include "troupe-store.h"

G_BEGIN_DECLS

/* Resolves to a TROUPE_TYPE_RECORD; TROUPE_ERROR_NOT_FOUND. */
DexFuture  *troupe_store_get        (TroupeStore            *self,
                                     const TroupeRecordType *type,
                                     gint64                  id) G_GNUC_WARN_UNUSED_RESULT;

/* Records whose field has this value (field NULL: all), by key. For a MONTH, DAY or ID field. Not
 * for TROUPE_LINE. Resolves to a G_TYPE_PTR_ARRAY of records. */
DexFuture  *troupe_store_list       (TroupeStore            *self,
                                     const TroupeRecordType *type,
                                     const char             *field,
                                     gint64                  value) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a TEXT field. */
DexFuture  *troupe_store_list_text  (TroupeStore            *self,
                                     const TroupeRecordType *type,
                                     const char             *field,
                                     const char             *value) G_GNUC_WARN_UNUSED_RESULT;

/* Reserves n ids that follow one another, so that records of one batch can refer to each other.
 * Resolves to the first, a gint64. */
DexFuture  *troupe_store_reserve    (TroupeStore            *self,
                                     guint                   n) G_GNUC_WARN_UNUSED_RESULT;

/* Applies a G_TYPE_PTR_ARRAY of TroupeEdit in one transaction with its entries in the change log,
 * all or none. What a closed statement rests on is refused (TROUPE_ERROR_CLOSED); draft statements
 * that an edit may change become stale. Resolves to the id of the first record, a gint64. */
DexFuture  *troupe_store_edit       (TroupeStore            *self,
                                     GPtrArray              *edits,
                                     const char             *actor) G_GNUC_WARN_UNUSED_RESULT;

/* Undo takes back the latest batch of edits that has not been, of those made since the file was opened;
 * redo the latest undo. Both are edits themselves. Resolve to a text that says what the batch was about,
 * such as "52 payments"; TROUPE_ERROR_NOT_FOUND when there is none. */
DexFuture  *troupe_store_undo       (TroupeStore            *self) G_GNUC_WARN_UNUSED_RESULT;
DexFuture  *troupe_store_redo       (TroupeStore            *self) G_GNUC_WARN_UNUSED_RESULT;

/* Notes in the change log that somebody looks at a sensitive field of the record; not its value.
 * Resolves to true. */
DexFuture  *troupe_store_log_reveal (TroupeStore            *self,
                                     gconstpointer           record,
                                     const TroupeField      *field,
                                     const char             *actor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
