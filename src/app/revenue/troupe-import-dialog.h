/* The import sheet: shows what a file is, asks what it leaves open, and takes it with one button.
 * Several files come one after the other. Signal "imported" carries the TroupeImportResult. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_IMPORT_DIALOG (troupe_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportDialog, troupe_import_dialog, TROUPE, IMPORT_DIALOG, AdwDialog)

AdwDialog *troupe_import_dialog_new      (TroupeOffice       *office);
/* After those that wait already; the first begins at once. */
void       troupe_import_dialog_add_file (TroupeImportDialog *self,
                                          const char         *path);

G_END_DECLS
