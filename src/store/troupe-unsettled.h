/* Evidence that settling has left out. */
#pragma once

#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 creator_id;
  gint64 lines;
} TroupeUnsettled;

/* Of a month that has been settled: those whose fresh statements are not all that their accounts have
 * brought in, so that a contract, a share or a rate is missing. Resolves to a G_TYPE_ARRAY of
 * TroupeUnsettled by creator. */
DexFuture *troupe_store_list_unsettled (TroupeStore *self,
                                        TroupeMonth  month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
