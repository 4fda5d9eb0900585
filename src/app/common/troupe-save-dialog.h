/* Asks where something is to be written or printed, with GTK's own dialogs, for a fibre to await. */
#pragma once

#include <gtk/gtk.h>
#include <libdex.h>

G_BEGIN_DECLS

/* Both resolve to a path (string) and reject with GTK_DIALOG_ERROR when none was chosen. parent: a
 * widget of the window that asks; name: how the file is called unless somebody writes another. */
DexFuture *troupe_save_dialog_ask_file   (GtkWidget  *parent,
                                          const char *title,
                                          const char *name);
DexFuture *troupe_save_dialog_ask_folder (GtkWidget  *parent,
                                          const char *title);
/* Prints a PDF with the dialog of the desktop; resolves to a boolean when it is on its way. */
DexFuture *troupe_save_dialog_print      (GtkWidget  *parent,
                                          const char *path);

G_END_DECLS
