#include "troupe-import-sample.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-amount.h"
#include "troupe-column.h"
#include "troupe-import-cells.h"
#include "troupe-import-text.h"
#include "troupe-money.h"
#include "troupe-vocabulary.h"

/* Characters of a cell of the file's own. */
#define WIDEST 28

/* An item is a GtkStringList of cells; of a line these. */
enum
{
  ROW,
  DAY,
  ACCOUNT,
  CREATOR,
  KIND,
  NUMBER,   /* the amount … */
  AMOUNT,   /* … and with its unit */
  FEE,
  AGAIN,    /* "": the first line of its row */
};

static const char *
get_cell (gpointer item,
          guint    at)
{
  return gtk_string_list_get_string (item, at);
}

static gboolean
is_again (gpointer item)
{
  return *get_cell (item, AGAIN) != '\0';
}

/* --- lines as read ------------------------------------------------------------------------------- */

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

static GtkStringList *
make_cells (const TroupeReadLine *line,
            const TroupeReadLine *before)
{
  GtkStringList *cells = gtk_string_list_new (NULL);
  g_autofree char *amount = troupe_micros_format (line->amount, line->unit);
  g_autofree char *day = troupe_day_to_string (line->day);

  gtk_string_list_take (cells, troupe_import_text_number (line->row));
  gtk_string_list_take (cells, day != NULL ? g_steal_pointer (&day) : g_strdup (""));
  gtk_string_list_append (cells, line->account_name != NULL ? line->account_name : line->handle);
  gtk_string_list_append (cells, line->creator != NULL ? line->creator : "");
  gtk_string_list_append (cells, troupe_kind_get_label (get_lang (), line->kind));
  gtk_string_list_append (cells, amount);
  gtk_string_list_take (cells, g_strdup_printf ("%s %s", amount, troupe_unit_get_label (get_lang (), line->unit)));
  gtk_string_list_take (cells, line->fee != TROUPE_NONE ? troupe_micros_format (line->fee, line->unit) : g_strdup (""));
  gtk_string_list_append (cells, before != NULL && before->row == line->row ? "1" : "");
  return cells;
}

static GListModel *
make_lines (GPtrArray *lines)
{
  GListStore *store = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr(GtkStringList) cells = make_cells (lines->pdata[i], i > 0 ? lines->pdata[i - 1] : NULL);

      g_list_store_append (store, cells);
    }
  return G_LIST_MODEL (store);
}

/* What is the row's own stands once, however many lines it gives. */
static char *
format_of_row (gpointer item,
               gpointer at)
{
  return g_strdup (is_again (item) ? "" : get_cell (item, GPOINTER_TO_UINT (at)));
}

static char *
format_of_line (gpointer item,
                gpointer at)
{
  const char *text = get_cell (item, GPOINTER_TO_UINT (at));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static const char *
get_creator (gpointer item)
{
  const char *creator = get_cell (item, CREATOR);

  return *creator != '\0' ? creator : _("unknown");
}

static char *
name_line (gpointer item,
           gpointer data)
{
  return g_strdup_printf (_("Row %s: %s, %s, %s"), get_cell (item, ROW), get_creator (item), get_cell (item, KIND),
                          get_cell (item, AMOUNT));
}

/* --- cells that say more ------------------------------------------------------------------------- */

static void
mark_creator (GtkWidget *label,
              gpointer   item)
{
  gboolean known = *get_cell (item, CREATOR) != '\0';

  gtk_widget_set_css_classes (label, (const char *[]) { known ? "row-name" : "dim-label", NULL });
}

static void
setup_creator_cb (GtkListItemFactory *factory,
                  GtkListItem        *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_creator_cb (GtkListItemFactory *factory,
                 GtkListItem        *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);

  gtk_label_set_label (GTK_LABEL (label), is_again (item) ? "" : get_creator (item));
  mark_creator (label, item);
}

/* Where there is little room: the day over the row, the creator over the account, the amount over its kind. */
static void
setup_text_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  troupe_import_cells_setup_two (list_item, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (list_item))), PANGO_ELLIPSIZE_NONE);
}

static void
bind_when_cb (GtkListItemFactory *factory,
              GtkListItem        *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  const char *day = strchr (get_cell (item, DAY), '-');
  g_autofree char *row = g_strdup_printf (_("Row %s"), get_cell (item, ROW));

  /* the period has said the year */
  if (is_again (item))
    troupe_import_cells_show_two (list_item, "", NULL);
  else
    troupe_import_cells_show_two (list_item, day != NULL ? day + 1 : "–", row);
}

static void
bind_who_cb (GtkListItemFactory *factory,
             GtkListItem        *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);

  if (is_again (item))
    troupe_import_cells_show_two (list_item, "", NULL);
  else
    troupe_import_cells_show_two (list_item, get_creator (item), get_cell (item, ACCOUNT));
  mark_creator (gtk_widget_get_first_child (gtk_list_item_get_child (list_item)), item);
}

static void
setup_amount_cb (GtkListItemFactory *factory,
               GtkListItem        *list_item)
{
  troupe_import_cells_setup_two (list_item, TRUE);
  gtk_widget_add_css_class (gtk_list_item_get_child (list_item), "numeric");
}

static void
bind_amount_cb (GtkListItemFactory *factory,
                GtkListItem        *list_item,
                gpointer            at)
{
  gpointer item = gtk_list_item_get_item (list_item);

  troupe_import_cells_show_two (list_item, get_cell (item, GPOINTER_TO_UINT (at)), get_cell (item, KIND));
}

static GtkColumnViewColumn *
add_custom (GtkColumnView *view,
            const char    *title,
            GCallback      setup,
            GCallback      bind,
            guint          at)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, GUINT_TO_POINTER (at));
  return troupe_column_add_custom (view, NULL, title, factory);
}

/* --- the table of lines -------------------------------------------------------------------------- */

static void
add_text (GtkColumnView      *view,
          const char         *title,
          TroupeColumnFormat  format,
          guint               at)
{
  GtkColumnViewColumn *column = troupe_column_add_text (view, NULL, title, format, GUINT_TO_POINTER (at));

  troupe_import_cells_keep_whole (column);
  gtk_column_view_column_set_expand (column, TRUE);
}

/* One unit stands in the title, several stand in the cells. */
static char *
make_amount_title (GPtrArray *lines,
                   guint     *ret_at)
{
  const char *unit = ((const TroupeReadLine *) lines->pdata[0])->unit;
  gboolean same = TRUE;

  for (guint i = 1; i < lines->len; i++)
    same &= g_str_equal (((const TroupeReadLine *) lines->pdata[i])->unit, unit);
  *ret_at = same ? NUMBER : AMOUNT;
  return same ? g_strdup_printf (_("Amount, %s"), troupe_unit_get_label (get_lang (), unit)) : g_strdup (_("Amount"));
}

static gboolean
has_fees (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const TroupeReadLine *) lines->pdata[i])->fee != TROUPE_NONE)
      return TRUE;
  return FALSE;
}

static void
add_line_columns (GtkColumnView *view,
                  GPtrArray     *lines)
{
  guint at;
  g_autofree char *title = make_amount_title (lines, &at);
  GtkColumnViewColumn *creator;

  troupe_column_add_number (view, NULL, _("Row"), format_of_row, GUINT_TO_POINTER (ROW));
  add_text (view, _("Day"), format_of_row, DAY);
  add_text (view, _("Account"), format_of_row, ACCOUNT);
  creator = add_custom (view, _("Creator"), G_CALLBACK (setup_creator_cb), G_CALLBACK (bind_creator_cb), CREATOR);
  gtk_column_view_column_set_expand (creator, TRUE);
  add_text (view, _("Kind"), format_of_line, KIND);
  troupe_column_add_number (view, NULL, title, format_of_line, GUINT_TO_POINTER (at));
  if (has_fees (lines))
    troupe_column_add_number (view, NULL, _("Fee"), format_of_line, GUINT_TO_POINTER (FEE));
}

static void
add_folded_columns (GtkColumnView *view,
                    GPtrArray     *lines)
{
  guint at;
  g_autofree char *title = make_amount_title (lines, &at);
  GtkColumnViewColumn *creator;

  add_custom (view, _("Day"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_when_cb), DAY);
  creator = add_custom (view, _("Creator"), G_CALLBACK (setup_text_cb), G_CALLBACK (bind_who_cb), CREATOR);
  gtk_column_view_column_set_expand (creator, TRUE);
  troupe_column_mark_number (view, add_custom (view, title, G_CALLBACK (setup_amount_cb), G_CALLBACK (bind_amount_cb), at));
}

static GListModel *
show_lines (GtkColumnView *view,
            GPtrArray     *lines,
            gboolean       narrow)
{
  if (narrow)
    add_folded_columns (view, lines);
  else
    add_line_columns (view, lines);
  troupe_column_name_rows (view, name_line, NULL);
  return make_lines (lines);
}

/* --- the file's own columns ---------------------------------------------------------------------- */

static char *
format_own (gpointer item,
            gpointer at)
{
  const char *text = get_cell (item, GPOINTER_TO_UINT (at));
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
      const char *text = get_cell (cells, column);

      if (text == NULL || *text == '\0')
        continue;
      if (!is_number (text) || strlen (text) > 15)
        return FALSE;
      any = TRUE;
    }
  return any;
}

static GListModel *
show_own (GtkColumnView *view,
          GPtrArray     *sample,
          char         **columns)
{
  GListModel *model = G_LIST_MODEL (g_list_store_new (GTK_TYPE_STRING_LIST));

  for (guint i = 0; i < sample->len; i++)
    {
      g_autoptr(GtkStringList) cells = gtk_string_list_new (sample->pdata[i]);

      g_list_store_append (G_LIST_STORE (model), cells);
    }
  troupe_column_add_number (view, NULL, _("Row"), format_own, GUINT_TO_POINTER (ROW));
  for (guint i = 1; *columns != NULL; i++, columns++)
    if (has_numbers (model, i))
      troupe_column_add_number (view, NULL, *columns, format_own, GUINT_TO_POINTER (i));
    else
      add_text (view, *columns, format_own, i);
  troupe_column_name_rows (view, format_own, GUINT_TO_POINTER (ROW));
  return model;
}

/* --- either -------------------------------------------------------------------------------------- */

static void
remove_columns (GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_set_model (view, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
}

gboolean
troupe_import_sample_show (GtkColumnView             *view,
                           const TroupeImportPreview *preview,
                           gboolean                   narrow)
{
  g_autoptr(GtkNoSelection) selection = NULL;
  GListModel *model = NULL;

  remove_columns (view);
  if (preview->lines != NULL && preview->lines->len > 0)
    model = show_lines (view, preview->lines, narrow);
  else if (preview->sample != NULL && preview->sample->len > 0)
    model = show_own (view, preview->sample, preview->columns);
  if (model == NULL)
    return FALSE;
  selection = gtk_no_selection_new (model);
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return TRUE;
}
