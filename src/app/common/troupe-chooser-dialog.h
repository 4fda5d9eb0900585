/* Choose one of many: type a few letters, press Enter.
 *
 * Signal "chosen" carries the TroupeChoice; "other" says that none of them will do and the button
 * below was pressed. The dialog has closed itself before either. */
#pragma once

#include <adwaita.h>

#include "troupe-choice.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CHOOSER_DIALOG (troupe_chooser_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeChooserDialog, troupe_chooser_dialog, TROUPE, CHOOSER_DIALOG, AdwDialog)

/* choices is a model of TroupeChoice; it may fill later. other is the button's label, or NULL. */
AdwDialog *troupe_chooser_dialog_new (const char *title,
                                      GListModel *choices,
                                      const char *other);

G_END_DECLS
