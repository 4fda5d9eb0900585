#include "troupe-line-columns.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-amount.h"
#include "troupe-column.h"
#include "troupe-creator.h"
#include "troupe-import-line-list.h"
#include "troupe-import-text.h"
#include "troupe-money.h"
#include "troupe-record-index.h"
#include "troupe-vocabulary.h"

typedef char *(*Format) (const TroupeLine       *line,
                         const TroupeLineOwners *owners);

/* What a cell is made with. */
typedef struct
{
  Format                  format;
  const TroupeLineOwners *owners;
  gboolean                number;
  gboolean                whole;    /* short words, shown in full */
} Cell;

/* --- words --------------------------------------------------------------------------------------- */

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

static char *
format_row (const TroupeLine       *line,
            const TroupeLineOwners *owners)
{
  return troupe_import_text_number (line->row);
}

static char *
format_day (const TroupeLine       *line,
            const TroupeLineOwners *owners)
{
  return troupe_day_to_string (line->day);
}

static char *
format_account (const TroupeLine       *line,
                const TroupeLineOwners *owners)
{
  TroupeAccount *account = troupe_record_index_find (owners->accounts, line->account_id);

  if (account == NULL)
    return NULL;
  return g_strdup (account->name != NULL ? account->name : account->handle);
}

static char *
format_creator (const TroupeLine       *line,
                const TroupeLineOwners *owners)
{
  TroupeAccount *account = troupe_record_index_find (owners->accounts, line->account_id);
  TroupeCreator *creator = account != NULL ? troupe_record_index_find (owners->creators, account->creator_id) : NULL;

  return g_strdup (creator != NULL ? creator->name : _("waiting"));
}

static char *
format_kind (const TroupeLine       *line,
             const TroupeLineOwners *owners)
{
  return g_strdup (troupe_kind_get_label (get_lang (), line->kind));
}

static char *
format_amount (const TroupeLine       *line,
               const TroupeLineOwners *owners)
{
  return troupe_micros_format (line->amount, line->unit);
}

static char *
format_unit (const TroupeLine       *line,
             const TroupeLineOwners *owners)
{
  return g_strdup (troupe_unit_get_label (get_lang (), line->unit));
}

/* Where it settles, when that is another month than its own. */
static char *
format_booked (const TroupeLine       *line,
               const TroupeLineOwners *owners)
{
  return line->booked != line->month ? troupe_month_to_string (line->booked) : NULL;
}

/* --- cells --------------------------------------------------------------------------------------- */

static void
show_line (GtkListItem    *item,
           GParamSpec     *pspec,
           TroupeLineItem *line_item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");
  GtkWidget *label = gtk_list_item_get_child (item);
  TroupeLine *line = troupe_line_item_get_line (line_item);
  g_autofree char *text = line != NULL ? troupe_amount_keep_order (cell->format (line, cell->owners)) : NULL;

  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : line != NULL ? "–" : "");
  if (text == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
line_read_cb (TroupeLineItem *line_item,
              GParamSpec     *pspec,
              GtkListItem    *item)
{
  show_line (item, pspec, line_item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          Cell               *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), cell->whole ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
  g_object_set_data (G_OBJECT (item), "cell", cell);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  TroupeLineItem *line_item = gtk_list_item_get_item (item);

  if (troupe_line_item_get_line (line_item) == NULL)
    g_signal_connect_object (line_item, "notify::line", G_CALLBACK (line_read_cb), item, 0);
  show_line (item, NULL, line_item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), line_read_cb, item);
}

static GtkListItemFactory *
make_factory (Cell cell)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Cell *kept = g_memdup2 (&cell, sizeof cell);

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), kept, (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

static char *
name_row (gpointer item,
          gpointer owners)
{
  TroupeLine *line = troupe_line_item_get_line (item);
  g_autofree char *row = line != NULL ? troupe_import_text_rows (line->row, line->row) : NULL;
  g_autofree char *creator = line != NULL ? format_creator (line, owners) : NULL;

  return line != NULL ? g_strdup_printf ("%s, %s", row, creator) : NULL;
}

GPtrArray *
troupe_line_columns_add (GtkColumnView          *view,
                         const TroupeLineOwners *owners)
{
  const struct { const char *title; Format format; gboolean number, wide, name; } columns[] = {
    { N_("Row"), format_row, TRUE, TRUE, FALSE },
    { N_("Day"), format_day, FALSE, FALSE, FALSE },
    { N_("Account"), format_account, FALSE, TRUE, TRUE },
    { N_("Creator"), format_creator, FALSE, FALSE, TRUE },
    { N_("Kind"), format_kind, FALSE, TRUE, FALSE },
    { N_("Amount"), format_amount, TRUE, FALSE, FALSE },
    { N_("Unit"), format_unit, FALSE, FALSE, FALSE },
    { N_("Settles in"), format_booked, FALSE, TRUE, FALSE },
  };
  GPtrArray *wide = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory *factory = make_factory ((Cell) { columns[i].format, owners, columns[i].number, !columns[i].name });
      GtkColumnViewColumn *column = troupe_column_add_custom (view, NULL, _(columns[i].title), factory);

      gtk_column_view_column_set_expand (column, columns[i].name);
      if (columns[i].wide)
        g_ptr_array_add (wide, column);
      if (columns[i].number)
        troupe_column_mark_number (view, column);
    }
  troupe_column_name_rows (view, name_row, (gpointer) owners);
  return wide;
}
