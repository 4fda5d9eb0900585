/* Ctrl+K: type a few letters of a creator, an account or a page, press Enter, be there. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_SWITCHER_DIALOG (troupe_switcher_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeSwitcherDialog, troupe_switcher_dialog, TROUPE, SWITCHER_DIALOG, AdwDialog)

AdwDialog *troupe_switcher_dialog_new (TroupeOffice *office,
                                       TroupeMonth   month);

G_END_DECLS
