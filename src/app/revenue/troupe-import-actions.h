/* What the window can do with platforms' files from wherever one is: win.import asks for files,
 * win.import-file (path) opens the sheet on one, win.withdraw-import (id) takes an import back. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-office.h"

G_BEGIN_DECLS

void troupe_import_actions_install (GtkWidgetClass *window_class);

/* What a file allows: a file that is only read takes no imports. office may be NULL. */
void troupe_import_actions_update  (GtkWidget      *window,
                                    TroupeOffice   *office);

G_END_DECLS
