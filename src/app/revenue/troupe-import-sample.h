/* The first rows of a file: the lines that they were read as or, where there are none, the file's own
 * columns. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-import-job.h"

G_BEGIN_DECLS

/* Fills view, which is best done while it does not show; narrow folds a line. FALSE: there
 * is nothing to show. */
gboolean troupe_import_sample_show (GtkColumnView             *view,
                                    const TroupeImportPreview *preview,
                                    gboolean                   narrow);

G_END_DECLS
