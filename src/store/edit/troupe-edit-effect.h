/* Private to the store: the drafts that an edit leaves behind. */
#pragma once

#include "troupe-edit-batch.h"

G_BEGIN_DECLS

/* Marks every draft statement stale whose amounts the edit may change. */
gboolean troupe_edit_effect_apply (TroupeConnection       *connection,
                                   const TroupeEditTouch  *touch,
                                   GError                **error);

G_END_DECLS
