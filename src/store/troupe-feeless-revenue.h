/* Revenue of which nobody says what the platform kept. */
#pragma once

#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *platform;     /* interned, as is kind */
  const char *kind;         /* of revenue */
  TroupeDay   first_day;    /* of the lines */
  gint64      rows;
} TroupeFeelessRevenue;

/* What the drafts of month settle without a fee: none stated by the file, and no fee card for those days.
 * A card of 0% says that there is none. Resolves to a G_TYPE_ARRAY of TroupeFeelessRevenue by platform
 * and kind. */
DexFuture *troupe_store_list_feeless (TroupeStore *self,
                                      TroupeMonth  month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
