#include "troupe-contracts-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-amount.h"
#include "troupe-column.h"
#include "troupe-contract-form.h"
#include "troupe-creator.h"
#include "troupe-fiber.h"
#include "troupe-month-button.h"
#include "troupe-rate-rows.h"
#include "troupe-record-item.h"
#include "troupe-row.h"
#include "troupe-text.h"

struct _TroupeContractsPage
{
  TroupePage parent_instance;

  GtkMenuButton       *new_button;
  GtkStack            *stack;
  GtkSearchEntry      *search;
  GtkColumnView       *view;
  GtkLabel            *count;
  GtkListBox          *fee_cards;
  GtkListBox          *unit_rates;
  AdwPreferencesGroup *exchange_group;
  GtkListBox          *exchange_rates;

  GListStore          *contracts;   /* TroupeRecordItem of TroupeContract, named by the creator */
  GtkFilterListModel  *found;
  char                *folded;      /* what is searched for */
  const char          *order;       /* id of the column that sorts, interned */
  gboolean             descending;
  GtkColumnViewColumn *wide_columns[3];
};

G_DEFINE_FINAL_TYPE (TroupeContractsPage, troupe_contracts_page, TROUPE_TYPE_PAGE)

/* --- the table ----------------------------------------------------------------------------------- */

static char *
format_creator (gpointer item,
                gpointer data)
{
  return g_strdup (troupe_record_item_get_name (item));
}

static char *
format_number (gpointer item,
               gpointer data)
{
  return g_strdup (((TroupeContract *) troupe_record_item_get_record (item))->number);
}

static char *
format_start (gpointer item,
              gpointer data)
{
  return troupe_day_to_string (((TroupeContract *) troupe_record_item_get_record (item))->start_day);
}

static char *
format_end (gpointer item,
            gpointer data)
{
  return troupe_day_to_string (((TroupeContract *) troupe_record_item_get_record (item))->end_day);
}

static char *
format_renewal (gpointer item,
                gpointer data)
{
  TroupeContract *contract = troupe_record_item_get_record (item);
  TroupeOffice *office = troupe_page_get_office (TROUPE_PAGE (data));
  TroupeDay today = troupe_clock_get_day (troupe_office_get_clock (office));
  gboolean renewed = troupe_contract_has_renewed (contract, today);

  if (contract->end_day == TROUPE_NONE)
    return NULL;
  if (contract->renews != 1)
    return g_strdup (contract->end_day < today ? _("ended") : _("ends"));
  if (contract->notice_days == TROUPE_NONE)
    return g_strdup (renewed ? _("renewed") : _("renews"));
  return g_strdup_printf (renewed ? _("renewed, %d days’ notice") : _("renews, %d days’ notice"), (int) contract->notice_days);
}

/* What has no end comes after all that has one. */
static int
compare_ends (TroupeDay x,
              TroupeDay y)
{
  TroupeDay a = x != TROUPE_NONE ? x : G_MAXINT64, b = y != TROUPE_NONE ? y : G_MAXINT64;

  return (a > b) - (a < b);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  TroupeRecordItem *one = (gpointer) a;
  TroupeRecordItem *other = (gpointer) b;
  TroupeContract *x = troupe_record_item_get_record (one);
  TroupeContract *y = troupe_record_item_get_record (other);
  const char *id = user_data;
  int order = 0;

  if (g_strcmp0 (id, "number") == 0)
    order = strcmp (x->number, y->number);
  else if (g_strcmp0 (id, "start") == 0)
    order = (x->start_day > y->start_day) - (x->start_day < y->start_day);
  else if (g_strcmp0 (id, "end") == 0)
    order = compare_ends (x->end_day, y->end_day);
  else
    order = strcmp (troupe_record_item_get_name (one), troupe_record_item_get_name (other));
  return order;
}

static int
compare_reversed_cb (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  return compare_cb (b, a, user_data);
}

static void
sort_cb (gpointer    data,
         const char *id,
         gboolean    descending)
{
  TroupeContractsPage *self = data;

  self->order = g_intern_string (id);
  self->descending = descending;
  g_list_store_sort (self->contracts, descending ? compare_reversed_cb : compare_cb, (gpointer) self->order);
}

static void
make_columns (TroupeContractsPage *self)
{
  GtkColumnViewColumn *creator = troupe_column_add_text (self->view, "creator", _("Creator"), format_creator, NULL);

  gtk_column_view_column_set_expand (creator, TRUE);
  troupe_column_add_text (self->view, "number", _("Number"), format_number, NULL);
  self->wide_columns[0] = troupe_column_add_text (self->view, "start", _("From"), format_start, NULL);
  self->wide_columns[1] = troupe_column_add_text (self->view, "end", _("Until"), format_end, NULL);
  self->wide_columns[2] = troupe_column_add_text (self->view, NULL, _("At the end"), format_renewal, self);
  troupe_column_name_rows (self->view, format_creator, NULL);
  troupe_column_connect_sort (self->view, "end", FALSE, sort_cb, self);
}

static void
show_wide_columns (TroupeContractsPage *self,
                   gboolean             visible)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->wide_columns); i++)
    gtk_column_view_column_set_visible (self->wide_columns[i], visible);
}

static void
narrow_cb (TroupeContractsPage *self)
{
  show_wide_columns (self, FALSE);
}

static void
wide_cb (TroupeContractsPage *self)
{
  show_wide_columns (self, TRUE);
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  TroupeContractsPage *self = user_data;
  TroupeContract *contract = troupe_record_item_get_record (item);
  g_autofree char *name = troupe_text_fold (troupe_record_item_get_name (item));
  g_autofree char *number = troupe_text_fold (contract->number);

  return strstr (name, self->folded) != NULL || strstr (number, self->folded) != NULL;
}

static void
show_count (TroupeContractsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *count = g_strdup_printf (ngettext ("%u contract", "%u contracts", n), n);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->contracts)) > 0 ? "list" : "empty");
}

static void
search_changed_cb (TroupeContractsPage *self)
{
  g_free (self->folded);
  self->folded = troupe_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

static void
activate_cb (TroupeContractsPage *self,
             guint                position)
{
  g_autoptr(TroupeRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-contract", "x",
                              troupe_record_get_id (troupe_record_item_get_record (item)));
}

/* --- rates --------------------------------------------------------------------------------------- */

static void
fill (GtkListBox  *list,
      GPtrArray   *records,
      GtkWidget *(*create) (gpointer record),
      const char  *nothing)
{
  gtk_list_box_remove_all (list);
  for (guint i = 0; records != NULL && i < records->len; i++)
    gtk_list_box_append (list, create (g_ptr_array_index (records, i)));
  if (records == NULL || records->len == 0)
    gtk_list_box_append (list, troupe_row_new (nothing, NULL));
}

static GtkWidget *
create_fee_card (gpointer record)
{
  return troupe_fee_card_row_new (record);
}

static GtkWidget *
create_unit_rate (gpointer record)
{
  return troupe_unit_rate_row_new (record);
}

static GtkWidget *
create_exchange_rate (gpointer record)
{
  return troupe_exchange_rate_row_new (record);
}

static void
rate_activated_cb (TroupeContractsPage *self,
                   GtkListBoxRow       *row)
{
  TroupeOffice *office = troupe_page_get_office (TROUPE_PAGE (self));
  gpointer record = troupe_row_get_record (GTK_WIDGET (row));
  AdwDialog *dialog;

  if (record == NULL)
    return;
  if (troupe_record_get_type (record) == &TROUPE_FEE_CARD)
    dialog = troupe_fee_card_form_new (office, record);
  else if (troupe_record_get_type (record) == &TROUPE_UNIT_RATE)
    dialog = troupe_unit_rate_form_new (office, record);
  else
    dialog = troupe_exchange_rate_form_new (office, record, TROUPE_NONE);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_rate_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *target)
{
  TroupePage *page = TROUPE_PAGE (widget);
  TroupeOffice *office = troupe_page_get_office (page);
  AdwDialog *dialog;

  if (g_str_equal (action, "contracts.add-fee-card"))
    dialog = troupe_fee_card_form_new (office, NULL);
  else if (g_str_equal (action, "contracts.add-unit-rate"))
    dialog = troupe_unit_rate_form_new (office, NULL);
  else
    dialog = troupe_exchange_rate_form_new (office, NULL, troupe_page_get_month (page));
  adw_dialog_present (dialog, widget);
}

/* --- the page ------------------------------------------------------------------------------------ */

static void
show_contracts (TroupeContractsPage *self,
                GPtrArray           *contracts,
                GPtrArray           *creators)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; creators != NULL && i < creators->len; i++)
    {
      TroupeCreator *creator = g_ptr_array_index (creators, i);

      g_hash_table_insert (names, &creator->id, (gpointer) creator->name);
    }
  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    {
      TroupeContract *contract = g_ptr_array_index (contracts, i);

      g_ptr_array_add (items, troupe_record_item_new (contract, g_hash_table_lookup (names, &contract->creator_id)));
    }
  /* in order before it is shown: a list that is sorted afterwards keeps its first row in sight, wherever that goes */
  g_ptr_array_sort_values_with_data (items, self->descending ? compare_reversed_cb : compare_cb, (gpointer) self->order);
  g_list_store_splice (self->contracts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->contracts)), items->pdata, items->len);
  show_count (self);
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeContractsPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  TroupeMonth month = troupe_page_get_month (page);
  g_autofree char *month_name = troupe_amount_format_month (month);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) contracts = dex_await_boxed (troupe_office_list (office, &TROUPE_CONTRACT, NULL, 0), &error);
  g_autoptr(GPtrArray) creators = dex_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0), NULL);
  g_autoptr(GPtrArray) cards = dex_await_boxed (troupe_office_list (office, &TROUPE_FEE_CARD, NULL, 0), NULL);
  g_autoptr(GPtrArray) units = dex_await_boxed (troupe_office_list (office, &TROUPE_UNIT_RATE, NULL, 0), NULL);
  g_autoptr(GPtrArray) rates = dex_await_boxed (troupe_office_list (office, &TROUPE_EXCHANGE_RATE, "month", month), NULL);

  troupe_page_show_error (page, error);
  show_contracts (self, contracts, creators);
  fill (self->fee_cards, cards, create_fee_card, _("No fee card yet"));
  fill (self->unit_rates, units, create_unit_rate, _("No unit rate yet"));
  fill (self->exchange_rates, rates, create_exchange_rate, _("No exchange rate of this month yet"));
  adw_preferences_group_set_description (self->exchange_group, month_name);
  return dex_future_new_true ();
}

static void
troupe_contracts_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_contracts_page_search (TroupePage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TROUPE_CONTRACTS_PAGE (page)->search));
}

/* Of what: the menu asks. */
static void
troupe_contracts_page_create (TroupePage *page)
{
  gtk_menu_button_popup (TROUPE_CONTRACTS_PAGE (page)->new_button);
}

static void
troupe_contracts_page_dispose (GObject *object)
{
  TroupeContractsPage *self = TROUPE_CONTRACTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_CONTRACTS_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->contracts);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (troupe_contracts_page_parent_class)->dispose (object);
}

static void
troupe_contracts_page_class_init (TroupeContractsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_contracts_page_dispose;
  page_class->refresh = troupe_contracts_page_refresh;
  page_class->create = troupe_contracts_page_create;
  page_class->search = troupe_contracts_page_search;

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/contracts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, count);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, fee_cards);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, unit_rates);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, exchange_group);
  gtk_widget_class_bind_template_child (widget_class, TroupeContractsPage, exchange_rates);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, rate_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "contracts.add-fee-card", NULL, add_rate_cb);
  gtk_widget_class_install_action (widget_class, "contracts.add-unit-rate", NULL, add_rate_cb);
  gtk_widget_class_install_action (widget_class, "contracts.add-exchange-rate", NULL, add_rate_cb);
}

static void
troupe_contracts_page_init (TroupeContractsPage *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  g_autoptr(GtkNoSelection) selection = NULL;

  self->folded = g_strdup ("");
  self->contracts = g_list_store_new (TROUPE_TYPE_RECORD_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->contracts)), filter);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  make_columns (self);
  troupe_column_connect_search (self->view, self->search);
}
