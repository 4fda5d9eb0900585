/* Cells of the table of imports (TroupeRecordItem of TroupeImport, named by its profile). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The file, and below it how it was read. */
GtkListItemFactory *troupe_import_cells_new_file   (void);

/* The amount, and below it what came in other units. */
GtkListItemFactory *troupe_import_cells_new_amount (void);

/* What became of it: a shape, a word, a colour. */
GtkListItemFactory *troupe_import_cells_new_state  (void);

/* Two labels, one below the other; the second is hidden while it is empty. */
void                troupe_import_cells_setup_two  (GtkListItem         *item,
                                                    gboolean             number);
void                troupe_import_cells_show_two   (GtkListItem         *item,
                                                    const char          *first,
                                                    const char          *second);

/* Short words are shown whole: columns made by troupe_column_add_text() share the room that is left. */
void                troupe_import_cells_keep_whole (GtkColumnViewColumn *column);

G_END_DECLS
