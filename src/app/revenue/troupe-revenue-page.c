#include "troupe-revenue-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-account.h"
#include "troupe-amount.h"
#include "troupe-column.h"
#include "troupe-fiber.h"
#include "troupe-import-cells.h"
#include "troupe-import-job.h"
#include "troupe-import-text.h"
#include "troupe-month-button.h"
#include "troupe-record-item.h"
#include "troupe-text.h"
#include "troupe-waiting-group.h"

struct _TroupeRevenuePage
{
  TroupePage parent_instance;

  GtkButton          *import;
  GtkSearchEntry     *search;
  AdwToggleGroup     *range;
  AdwToggle          *this_month;
  TroupeWaitingGroup *waiting;
  GtkBox             *tools;
  GtkStack           *stack;
  GtkColumnView      *view;
  GtkBox             *footer;
  GtkLabel           *count;
  GtkLabel           *sum;

  GListStore         *imports;        /* TroupeRecordItem of TroupeImport, named by its profile */
  GtkFilterListModel *shown;
  GtkFilter          *filter;
  char               *folded;         /* what is searched */
  GPtrArray          *wide_columns;   /* that a narrow window leaves out */
};

G_DEFINE_FINAL_TYPE (TroupeRevenuePage, troupe_revenue_page, TROUPE_TYPE_PAGE)

static TroupeImport *
get_import (gpointer item)
{
  return troupe_record_item_get_record (item);
}

/* --- cells --------------------------------------------------------------------------------------- */

static char *
format_period (gpointer item,
               gpointer self)
{
  return troupe_import_text_period (get_import (item)->first_day, get_import (item)->last_day);
}

static char *
format_rows (gpointer item,
             gpointer self)
{
  return troupe_import_text_number (get_import (item)->rows);
}

static char *
format_lines (gpointer item,
              gpointer self)
{
  return troupe_import_text_number (get_import (item)->lines);
}

static char *
format_time (gpointer item,
             gpointer self)
{
  return troupe_import_text_time (get_import (item)->time);
}

static char *
name_row (gpointer item,
          gpointer self)
{
  return g_strdup (get_import (item)->file_name);
}

/* --- order --------------------------------------------------------------------------------------- */

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      column)
{
  TroupeImport *x = get_import ((gpointer) a);
  TroupeImport *y = get_import ((gpointer) b);
  int order = 0;

  if (g_strcmp0 (column, "file") == 0)
    order = strcmp (x->file_name, y->file_name);
  else if (g_strcmp0 (column, "period") == 0)
    order = compare_numbers (x->last_day, y->last_day);
  else if (g_strcmp0 (column, "rows") == 0)
    order = compare_numbers (x->rows, y->rows);
  else if (g_strcmp0 (column, "lines") == 0)
    order = compare_numbers (x->lines, y->lines);
  else
    order = compare_numbers (x->time, y->time);
  return order != 0 ? order : compare_numbers (x->id, y->id);
}

static int
compare_reversed_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      column)
{
  return compare_cb (b, a, column);
}

static void
sort_cb (gpointer    data,
         const char *id,
         gboolean    descending)
{
  g_list_store_sort (TROUPE_REVENUE_PAGE (data)->imports, descending ? compare_reversed_cb : compare_cb, (gpointer) id);
}

static void
make_columns (TroupeRevenuePage *self)
{
  GtkColumnViewColumn *amount, *wide[5];
  GtkColumnViewColumn *file = troupe_column_add_custom (self->view, "file", _("File"), troupe_import_cells_new_file ());

  gtk_column_view_column_set_expand (file, TRUE);
  wide[0] = troupe_column_add_text (self->view, "period", _("Period"), format_period, self);
  wide[1] = troupe_column_add_number (self->view, "rows", _("Rows"), format_rows, self);
  wide[2] = troupe_column_add_number (self->view, "lines", _("Lines"), format_lines, self);
  amount = troupe_column_add_custom (self->view, NULL, _("Amount"), troupe_import_cells_new_amount ());
  troupe_column_mark_number (self->view, amount);
  wide[3] = troupe_column_add_text (self->view, "time", _("Imported at"), format_time, self);
  wide[4] = troupe_column_add_custom (self->view, NULL, _("State"), troupe_import_cells_new_state ());
  troupe_import_cells_keep_whole (wide[0]);
  troupe_import_cells_keep_whole (wide[3]);
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    g_ptr_array_add (self->wide_columns, wide[i]);
  troupe_column_name_rows (self->view, name_row, self);
  troupe_column_connect_sort (self->view, "time", TRUE, sort_cb, self);
}

static void
set_narrow (TroupeRevenuePage *self,
            gboolean           narrow)
{
  for (guint i = 0; i < self->wide_columns->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->wide_columns, i), !narrow);
  troupe_waiting_group_set_narrow (self->waiting, narrow);
}

static void
narrow_cb (TroupeRevenuePage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (TroupeRevenuePage *self)
{
  set_narrow (self, FALSE);
}

/* --- what is shown ------------------------------------------------------------------------------- */

static gboolean
is_about_month (TroupeImport *import,
                TroupeMonth   month)
{
  return import->first_day != TROUPE_NONE && import->first_day <= troupe_month_get_last (month) &&
         (import->last_day == TROUPE_NONE || import->last_day >= troupe_month_get_first (month));
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  TroupeRevenuePage *self = user_data;
  TroupeImport *import = get_import (item);
  g_autofree char *all = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (adw_toggle_group_get_active_name (self->range), "month") == 0 &&
      !is_about_month (import, troupe_page_get_month (TROUPE_PAGE (self))))
    return FALSE;
  if (self->folded == NULL || *self->folded == '\0')
    return TRUE;
  all = g_strjoin (" ", import->file_name, troupe_record_item_get_name (item), NULL);
  text = troupe_text_fold (all);
  return strstr (text, self->folded) != NULL;
}

static void
show_totals (TroupeRevenuePage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->imports));
  gint64 lines = 0;
  g_autofree char *count = g_strdup_printf (n == all ? ngettext ("%u import", "%u imports", n) : _("%u of %u imports"), n, all);
  g_autofree char *number = NULL;
  g_autofree char *sum = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TroupeRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (g_str_equal (get_import (item)->state, "done"))
        lines += get_import (item)->lines;
    }
  number = troupe_import_text_number (lines);
  sum = g_strdup_printf (ngettext ("%s line of revenue", "%s lines of revenue", (gulong) lines), number);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->sum, sum);
  gtk_widget_set_visible (GTK_WIDGET (self->tools), all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), all > 0);
  gtk_stack_set_visible_child_name (self->stack, all == 0 ? "empty" : n == 0 ? "nothing" : "list");
}

static void
filter_changed_cb (TroupeRevenuePage *self)
{
  if (self->filter == NULL)
    return;
  g_free (self->folded);
  self->folded = troupe_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_totals (self);
}

static void
clear_cb (TroupeRevenuePage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  adw_toggle_group_set_active_name (self->range, "all");
}

/* --- refreshing ---------------------------------------------------------------------------------- */

/* In their order before the table sees them, so that it stays where it is. */
static void
sort_items (TroupeRevenuePage *self,
            GPtrArray         *items)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *by = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (by != NULL)
    g_ptr_array_sort_values_with_data (items, descending ? compare_reversed_cb : compare_cb,
                                       (gpointer) gtk_column_view_column_get_id (by));
}

static void
show_imports (TroupeRevenuePage *self,
              GPtrArray         *imports,
              char             **profiles)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < imports->len; i++)
    {
      TroupeImport *import = g_ptr_array_index (imports, i);

      g_autofree char *title = troupe_profile_find_listed_title (profiles, import->profile);

      g_ptr_array_add (items, troupe_record_item_new (import, title));
    }
  sort_items (self, items);
  g_list_store_splice (self->imports, 0, g_list_model_get_n_items (G_LIST_MODEL (self->imports)), items->pdata, items->len);
}

/* An account of which nothing waits is not in anybody's way. */
static GPtrArray *
keep_waiting (GPtrArray *accounts,
              GArray    *totals)
{
  g_autoptr(GHashTable) waits = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *waiting = g_ptr_array_new_with_free_func (troupe_record_unref);

  for (guint i = 0; i < totals->len; i++)
    g_hash_table_add (waits, &g_array_index (totals, TroupeWaitingTotal, i).account_id);
  for (guint i = 0; i < accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (accounts, i);

      if (g_hash_table_contains (waits, &account->id))
        g_ptr_array_add (waiting, troupe_record_ref (account));
    }
  return waiting;
}

static void
load_waiting (TroupeRevenuePage *self,
              TroupeOffice      *office)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = dex_await_boxed (troupe_office_list (office, &TROUPE_ACCOUNT, "creator_id", 0), &error);
  g_autoptr(GArray) totals = accounts != NULL ? dex_await_boxed (troupe_office_list_waiting (office), &error) : NULL;
  g_autoptr(GPtrArray) waiting = totals != NULL ? keep_waiting (accounts, totals) : NULL;

  troupe_page_show_error (TROUPE_PAGE (self), error);
  if (waiting != NULL)
    troupe_waiting_group_show (self->waiting, office, waiting, totals);
}

static void
show_month (TroupeRevenuePage *self)
{
  g_autofree char *month = troupe_amount_format_month (troupe_page_get_month (TROUPE_PAGE (self)));

  adw_toggle_set_label (self->this_month, month);
  filter_changed_cb (self);
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeRevenuePage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) imports = dex_await_boxed (troupe_office_list (office, &TROUPE_IMPORT, NULL, 0), &error);
  g_auto(GStrv) profiles = imports != NULL ? dex_await_boxed (troupe_office_list_profiles (office), &error) : NULL;

  troupe_page_show_error (page, error);
  if (imports == NULL)
    return dex_future_new_true ();
  load_waiting (self, office);
  show_imports (self, imports, profiles);
  show_month (self);
  if (troupe_office_is_read_only (office))
    gtk_widget_set_tooltip_text (GTK_WIDGET (self->import),
                                 _("Another window or command holds this file: nothing can be imported"));
  return dex_future_new_true ();
}

static void
troupe_revenue_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_revenue_page_create (TroupePage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.import", NULL);
}

static void
troupe_revenue_page_search (TroupePage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TROUPE_REVENUE_PAGE (page)->search));
}

static void
activate_cb (TroupeRevenuePage *self,
             guint              position)
{
  g_autoptr(TroupeRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-import", "x", get_import (item)->id);
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_revenue_page_dispose (GObject *object)
{
  TroupeRevenuePage *self = TROUPE_REVENUE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_REVENUE_PAGE);
  g_clear_object (&self->imports);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->wide_columns, g_ptr_array_unref);
  G_OBJECT_CLASS (troupe_revenue_page_parent_class)->dispose (object);
}

static void
troupe_revenue_page_class_init (TroupeRevenuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_revenue_page_dispose;
  page_class->refresh = troupe_revenue_page_refresh;
  page_class->create = troupe_revenue_page_create;
  page_class->search = troupe_revenue_page_search;

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  g_type_ensure (TROUPE_TYPE_WAITING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/revenue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, import);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, search);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, range);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, this_month);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, waiting);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, tools);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, footer);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, count);
  gtk_widget_class_bind_template_child (widget_class, TroupeRevenuePage, sum);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
troupe_revenue_page_init (TroupeRevenuePage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->wide_columns = g_ptr_array_new ();
  self->imports = g_list_store_new (TROUPE_TYPE_RECORD_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->imports)), g_object_ref (self->filter));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->shown)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  troupe_column_connect_search (self->view, self->search);
  make_columns (self);
}
