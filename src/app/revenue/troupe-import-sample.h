/* The first rows of a file as they were read, in a table with the file's own columns. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-import-job.h"

G_BEGIN_DECLS

/* Beside the account it says whose it is. */
void troupe_import_sample_show (GtkColumnView             *view,
                                const TroupeImportPreview *preview);

G_END_DECLS
