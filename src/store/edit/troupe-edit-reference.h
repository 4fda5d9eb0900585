/* Private to the store: references between records, as the schema's foreign keys say. */
#pragma once

#include "troupe-edit-batch.h"

G_BEGIN_DECLS

/* TROUPE_ERROR_INVALID, naming what still refers to a record that is gone. */
gboolean troupe_edit_reference_check_removed (TroupeConnection       *connection,
                                              const TroupeEditTouch  *touch,
                                              GError                **error);

/* TROUPE_ERROR_INVALID, naming the field whose record does not exist. */
gboolean troupe_edit_reference_check_saved   (TroupeConnection       *connection,
                                              const TroupeEditTouch  *touch,
                                              GError                **error);

G_END_DECLS
