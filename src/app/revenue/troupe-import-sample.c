#include "troupe-import-sample.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-column.h"
#include "troupe-import-cells.h"

/* Enough to see that the columns are the right ones. */
#define MOST_ROWS 5
#define WIDEST    28   /* characters of a cell */

/* An item is a GtkStringList of its number, its cells and its creator. */
static GListModel *
make_model (const TroupeImportPreview *preview)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint i = 0; i < MIN (preview->sample->len, MOST_ROWS); i++)
    {
      g_autoptr(GtkStringList) cells = gtk_string_list_new (g_ptr_array_index (preview->sample, i));

      if (preview->creators != NULL)
        gtk_string_list_append (cells, preview->creators[i]);
      g_list_store_append (store, cells);
    }
  return G_LIST_MODEL (store);
}

static char *
format_cell (gpointer item,
             gpointer column)
{
  const char *text = gtk_string_list_get_string (item, GPOINTER_TO_UINT (column));
  g_autofree char *start = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (g_utf8_strlen (text, -1) <= WIDEST)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, WIDEST - 1);
  return g_strconcat (start, "…", NULL);
}

/* A sign only in front: days are no numbers. */
static gboolean
is_number (const char *text)
{
  gboolean digit = FALSE;

  for (text += strspn (text, "+-"); *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text) && strchr (".,% ", *text) == NULL)
        return FALSE;
      digit |= g_ascii_isdigit (*text);
    }
  return digit;
}

/* Whether every cell of the column that is not empty is one. Identifiers are long and stay text. */
static gboolean
has_numbers (GListModel *model,
             guint       column)
{
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(GtkStringList) cells = g_list_model_get_item (model, i);
      const char *text = gtk_string_list_get_string (cells, column);

      if (text == NULL || *text == '\0')
        continue;
      if (!is_number (text) || strlen (text) > 15)
        return FALSE;
      any = TRUE;
    }
  return any;
}

static void
add_column (GtkColumnView *view,
            const char    *title,
            guint          at,
            gboolean       number)
{
  GtkColumnViewColumn *column;

  if (number)
    {
      troupe_column_add_number (view, NULL, title, format_cell, GUINT_TO_POINTER (at));
      return;
    }
  column = troupe_column_add_text (view, NULL, title, format_cell, GUINT_TO_POINTER (at));
  troupe_import_cells_keep_whole (column);
  gtk_column_view_column_set_expand (column, TRUE);
}

void
troupe_import_sample_show (GtkColumnView             *view,
                           const TroupeImportPreview *preview)
{
  GListModel *old = gtk_column_view_get_columns (view);
  GListModel *model = make_model (preview);
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (model);
  guint n = g_strv_length (preview->columns);

  while (g_list_model_get_n_items (old) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (old, 0);

      gtk_column_view_remove_column (view, column);
    }
  add_column (view, _("Row"), 0, TRUE);
  for (guint i = 0; i < n; i++)
    {
      add_column (view, preview->columns[i], i + 1, has_numbers (model, i + 1));
      if ((int) i == preview->account && preview->creators != NULL)
        add_column (view, _("Creator"), n + 1, FALSE);
    }
  troupe_column_name_rows (view, format_cell, GUINT_TO_POINTER (0));
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
}
