/* The file as a whole: out as records, in as records, and checked. */
#pragma once

#include "troupe-record.h"
#include "troupe-store.h"

G_BEGIN_DECLS

/* Called on a thread of its own. */
typedef gboolean (*TroupeRecordFunc) (gconstpointer record,
                                      gpointer      data,
                                      GError      **error);

/* Fills fields (room for any record type, borrowed text until the next call) and sets ret_type, or
 * NULL after the last record. Called on the store's thread. */
typedef gboolean (*TroupeRecordNext) (gpointer                  fields,
                                      const TroupeRecordType  **ret_type,
                                      gpointer                  data,
                                      GError                  **error);

/* Where the records of a load come from. */
typedef struct
{
  const char       *name;                          /* what errors call it */
  TroupeRecordNext  next;
  gint64          (*get_line) (gpointer data);     /* in which the last record begins; also on the store's thread */
  gpointer          data;
} TroupeRecordSource;

/* Dump and check read beside the store's thread: whoever looks or writes meanwhile need not wait for
 * them, and they see the file as it is when they begin. Closing the file cancels them. */

/* Every record of the file, type by type in the order of troupe_record_get_types() and by key.
 * Resolves to true. */
DexFuture *troupe_store_dump   (TroupeStore        *self,
                                TroupeRecordFunc    func,
                                gpointer            data,
                                GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Fills a file that has no records but the agency's, in one transaction; what is derived is derived
 * anew. What is wrong with a record is told with its place in the source. Resolves to the number of
 * records, a gint64. The source must live until then. */
DexFuture *troupe_store_load   (TroupeStore              *self,
                                const TroupeRecordSource *source,
                                GCancellable             *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Integrity of the file, foreign keys, derived totals, money identities of statements, gaps in dated
 * rules. Resolves to a G_TYPE_STRV of findings, empty when all is well. */
DexFuture *troupe_store_check  (TroupeStore        *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
