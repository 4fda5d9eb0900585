/* Private to the store: what an edit may not do. */
#pragma once

#include "troupe-edit-batch.h"

G_BEGIN_DECLS

/* Only what people write is edited; evidence, statements and the log are not. */
gboolean troupe_edit_rule_allow_type (const TroupeRecordType *type,
                                      GError                **error);

/* Before the record is written: what closed statements rest on stays as it is, and there is no second
 * record of the same kind. */
gboolean troupe_edit_rule_allow      (TroupeConnection       *connection,
                                      const TroupeEditTouch  *touch,
                                      GError                **error);

/* After the batch: what a record refers to exists, nothing refers to what is gone, and of two rules of
 * the same scope only one holds on a day. */
gboolean troupe_edit_rule_confirm    (TroupeConnection       *connection,
                                      const TroupeEditTouch  *touch,
                                      GError                **error);

G_END_DECLS
