/* Private to the store: long reading on a thread and a connection of its own, beside the store's thread,
 * so that whoever looks or writes meanwhile need not wait. */
#pragma once

#include "troupe-store-private.h"

G_BEGIN_DECLS

typedef struct _TroupeStoreAside TroupeStoreAside;

TroupeStoreAside *troupe_store_aside_new  (const char       *path);
TroupeStoreAside *troupe_store_aside_ref  (TroupeStoreAside *self);
void              troupe_store_aside_unref (TroupeStoreAside *self);

/* What func makes of the file as it is now; see troupe_store_read(). Cancelled when the file is closed. */
DexFuture        *troupe_store_aside_read (TroupeStoreAside *self,
                                           GCancellable     *cancellable,
                                           TroupeStoreFunc   func,
                                           gpointer          data,
                                           GDestroyNotify    destroy);

/* Cancels what still reads and waits for its end: SQLite's locks belong to the process and would go with
 * the file's own descriptor. */
void              troupe_store_aside_end  (TroupeStoreAside *self);

G_END_DECLS
