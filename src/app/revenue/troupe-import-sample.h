/* The first rows of a file as they were read, in a table with the file's own columns. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* rows are char **, a cell for each column. */
void troupe_import_sample_show (GtkColumnView *view,
                                char         **columns,
                                GPtrArray     *rows);

G_END_DECLS
