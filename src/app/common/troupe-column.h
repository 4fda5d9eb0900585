/* Columns of tables: text at the start, numbers at the end in tabular figures under a title that is
 * aligned with them; a click on a title only carries the order to whoever lists the rows. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a cell of item shows; NULL shows "–". (transfer full) */
typedef char *(*TroupeColumnFormat) (gpointer item,
                                     gpointer data);

/* Sorting was asked for: by the column of this id. */
typedef void  (*TroupeColumnSort)   (gpointer    data,
                                     const char *id,
                                     gboolean    descending);

/* id NULL: cannot be sorted. data is borrowed. (transfer none) */
GtkColumnViewColumn *troupe_column_add_text     (GtkColumnView       *view,
                                                 const char          *id,
                                                 const char          *title,
                                                 TroupeColumnFormat   format,
                                                 gpointer             data);
GtkColumnViewColumn *troupe_column_add_number   (GtkColumnView       *view,
                                                 const char          *id,
                                                 const char          *title,
                                                 TroupeColumnFormat   format,
                                                 gpointer             data);

/* A column whose cells the factory makes. Takes factory. */
GtkColumnViewColumn *troupe_column_add_custom   (GtkColumnView       *view,
                                                 const char          *id,
                                                 const char          *title,
                                                 GtkListItemFactory  *factory);

/* Aligns the title of a custom column with its numbers. */
void                 troupe_column_mark_number  (GtkColumnView       *view,
                                                 GtkColumnViewColumn *column);

/* How screen readers name a row. data is borrowed. */
void                 troupe_column_name_rows    (GtkColumnView       *view,
                                                 TroupeColumnFormat   format,
                                                 gpointer             data);

/* Calls sort now and whenever a title is clicked; id is where it starts. */
void                 troupe_column_connect_sort (GtkColumnView       *view,
                                                 const char          *id,
                                                 gboolean             descending,
                                                 TroupeColumnSort     sort,
                                                 gpointer             data);

/* Typing in the table searches; Escape in the entry empties it and goes back to the table. */
void                 troupe_column_connect_search
                                                (GtkColumnView       *view,
                                                 GtkSearchEntry      *entry);

G_END_DECLS
