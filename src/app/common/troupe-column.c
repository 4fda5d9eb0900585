#include "troupe-column.h"

#include "troupe-amount.h"

/* What a cell is made with. */
typedef struct
{
  TroupeColumnFormat format;
  gpointer           data;
  gboolean           number;
} Cell;

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  Cell *cell = user_data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), cell->number ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (cell->number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  Cell *cell = user_data;
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = troupe_amount_keep_order (cell->format (gtk_list_item_get_item (item), cell->data));

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "–");
  if (text != NULL)
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

GtkColumnViewColumn *
troupe_column_add_custom (GtkColumnView      *view,
                          const char         *id,
                          const char         *title,
                          GtkListItemFactory *factory)
{
  g_autoptr(GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_id (column, id);
  if (id != NULL)
    {
      /* never compares: it is there to be clicked */
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
  gtk_column_view_append_column (view, column);
  return column;
}

static GtkColumnViewColumn *
add (GtkColumnView *view,
     const char    *id,
     const char    *title,
     Cell           cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *kept = g_memdup2 (&cell, sizeof cell);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), kept);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), kept, (GClosureNotify) (void (*) (void)) g_free, 0);
  return troupe_column_add_custom (view, id, title, factory);
}

GtkColumnViewColumn *
troupe_column_add_text (GtkColumnView      *view,
                        const char         *id,
                        const char         *title,
                        TroupeColumnFormat  format,
                        gpointer            data)
{
  return add (view, id, title, (Cell) { format, data, FALSE });
}

/* The title's own widgets have no alignment to set: theirs is that of the box inside. */
static void
align_titles_cb (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; title != NULL; i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (column == NULL || box == NULL || g_object_get_data (G_OBJECT (column), "number") == NULL)
        continue;
      /* the arrow of the order stands before the words, so that these end where the numbers do; a table
       * appears more than once */
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (GTK_IS_LABEL (gtk_widget_get_first_child (box)))
        gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
    }
}

void
troupe_column_mark_number (GtkColumnView       *view,
                           GtkColumnViewColumn *column)
{
  g_object_set_data (G_OBJECT (column), "number", GINT_TO_POINTER (TRUE));
  if (g_object_get_data (G_OBJECT (view), "titles-aligned") == NULL)
    {
      g_object_set_data (G_OBJECT (view), "titles-aligned", view);
      g_signal_connect (view, "map", G_CALLBACK (align_titles_cb), NULL);
    }
}

GtkColumnViewColumn *
troupe_column_add_number (GtkColumnView      *view,
                          const char         *id,
                          const char         *title,
                          TroupeColumnFormat  format,
                          gpointer            data)
{
  GtkColumnViewColumn *column = add (view, id, title, (Cell) { format, data, TRUE });

  troupe_column_mark_number (view, column);
  return column;
}

/* --- rows ---------------------------------------------------------------------------------------- */

static void
name_row_cb (GtkListItemFactory *factory,
             GtkColumnViewRow   *row,
             gpointer            user_data)
{
  Cell *cell = user_data;
  g_autofree char *name = cell->format (gtk_column_view_row_get_item (row), cell->data);

  gtk_column_view_row_set_accessible_label (row, name != NULL ? name : "");
}

void
troupe_column_name_rows (GtkColumnView      *view,
                         TroupeColumnFormat  format,
                         gpointer            data)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  Cell *cell = g_new0 (Cell, 1);

  *cell = (Cell) { format, data, FALSE };
  g_signal_connect_data (factory, "bind", G_CALLBACK (name_row_cb), cell, (GClosureNotify) (void (*) (void)) g_free, 0);
  gtk_column_view_set_row_factory (view, factory);
}

/* --- order --------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeColumnSort sort;
  gpointer         data;
} Order;

static void
sort_cb (GtkSorter       *sorter,
         GtkSorterChange  change,
         gpointer         user_data)
{
  Order *order = user_data;
  GtkColumnViewSorter *by = GTK_COLUMN_VIEW_SORTER (sorter);
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (by);

  if (column != NULL)
    order->sort (order->data, gtk_column_view_column_get_id (column),
                 gtk_column_view_sorter_get_primary_sort_order (by) == GTK_SORT_DESCENDING);
}

void
troupe_column_connect_sort (GtkColumnView    *view,
                            const char       *id,
                            gboolean          descending,
                            TroupeColumnSort  sort,
                            gpointer          data)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  Order *order = g_new (Order, 1);

  *order = (Order) { sort, data };
  g_signal_connect_data (gtk_column_view_get_sorter (view), "changed", G_CALLBACK (sort_cb), order,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), id) == 0)
        gtk_column_view_sort_by_column (view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
    }
}

/* --- search -------------------------------------------------------------------------------------- */

/* The table let its first character in; from now on one types in the entry, as the rows come and go. */
static void
start_search_cb (GtkSearchEntry *entry)
{
  gtk_text_grab_focus_without_selecting (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
}

static void
stop_search_cb (GtkSearchEntry *entry,
                gpointer        user_data)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (user_data);
}

void
troupe_column_connect_search (GtkColumnView  *view,
                              GtkSearchEntry *entry)
{
  gtk_search_entry_set_key_capture_widget (entry, GTK_WIDGET (view));
  g_signal_connect (entry, "search-started", G_CALLBACK (start_search_cb), NULL);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), view, 0);
}
