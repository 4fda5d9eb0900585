/* Private to the store: an import that sorts in chunks of a size of one's own, for tests. */
#pragma once

#include "troupe-evidence-store.h"

G_BEGIN_DECLS

DexFuture *troupe_store_import_in_chunks (TroupeStore        *self,
                                          TroupeLineSource   *source,
                                          TroupeImportFlags   flags,
                                          gsize               chunk_size,
                                          GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
