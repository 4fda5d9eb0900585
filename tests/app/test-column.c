/* Titles of tables stand where their numbers do. */
#include "troupe-column.h"

static char *
format_cell (gpointer item,
             gpointer data)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static void
assert_aligned (GtkWidget *view)
{
  GtkWidget *title = gtk_widget_get_last_child (gtk_widget_get_first_child (view));
  GtkWidget *box = gtk_widget_get_first_child (title);

  g_assert_cmpint (gtk_widget_get_halign (box), ==, GTK_ALIGN_END);
  g_assert_true (GTK_IS_LABEL (gtk_widget_get_last_child (box)));
  g_assert_false (GTK_IS_LABEL (gtk_widget_get_first_child (box)));
}

/* However often the table came and went before. */
static void
test_titles (void)
{
  const char *const rows[] = { "12", "7", NULL };
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (rows));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)));
  GtkWidget *window = gtk_window_new ();

  troupe_column_add_text (GTK_COLUMN_VIEW (view), "name", "Creator", format_cell, NULL);
  troupe_column_add_number (GTK_COLUMN_VIEW (view), "gross", "Gross", format_cell, NULL);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < 3; i++)
    {
      gtk_test_widget_wait_for_draw (view);
      assert_aligned (view);
      gtk_widget_set_visible (view, FALSE);
      gtk_widget_set_visible (view, TRUE);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column/titles", test_titles);
  return g_test_run ();
}
