/* Ctrl+?: the shortcut table, to read. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_SHORTCUTS_DIALOG (troupe_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeShortcutsDialog, troupe_shortcuts_dialog, TROUPE, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *troupe_shortcuts_dialog_new (void);

G_END_DECLS
