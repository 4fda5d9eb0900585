/* Private to the store: how its functions get onto its thread. */
#pragma once

#include "troupe-connection.h"
#include "troupe-store.h"

G_BEGIN_DECLS

/* Runs on the store's thread and returns a future that is already resolved or rejected, as
 * dex_future_new_for_error (error) or dex_future_new_true () are; the caller's future becomes it. */
typedef DexFuture *(*TroupeStoreFunc) (TroupeConnection *connection,
                                       gpointer          data);

/* read: outside of a transaction. write: inside one, which is committed unless func's future is
 * rejected; then everybody is told by the signal "changed". TROUPE_ERROR_READ_ONLY when the file is.
 * cancellable may be NULL; it interrupts long statements. data is freed on the store's thread, or
 * at once when the file has been closed. */
DexFuture *troupe_store_read  (TroupeStore      *self,
                               GCancellable     *cancellable,
                               TroupeStoreFunc   func,
                               gpointer          data,
                               GDestroyNotify    destroy) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *troupe_store_write (TroupeStore      *self,
                               GCancellable     *cancellable,
                               TroupeStoreFunc   func,
                               gpointer          data,
                               GDestroyNotify    destroy) G_GNUC_WARN_UNUSED_RESULT;

/* read, on a thread and a connection of its own: for what takes seconds. What is written meanwhile it
 * does not see. func's data is freed on that thread. */
DexFuture *troupe_store_read_aside (TroupeStore   *self,
                               GCancellable     *cancellable,
                               TroupeStoreFunc   func,
                               gpointer          data,
                               GDestroyNotify    destroy) G_GNUC_WARN_UNUSED_RESULT;

/* Id of the last entry of the change log when the file was opened: undo goes no further back. */
gint64     troupe_store_get_last_old_change (TroupeStore *self);

/* The promise becomes what the future is already. */
void       troupe_store_answer (DexPromise       *promise,
                                DexFuture        *future);

G_END_DECLS
