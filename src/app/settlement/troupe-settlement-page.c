#include "troupe-settlement-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-amount.h"
#include "troupe-close-steps.h"
#include "troupe-column.h"
#include "troupe-fiber.h"
#include "troupe-money.h"
#include "troupe-month-button.h"
#include "troupe-month-close.h"
#include "troupe-record-item.h"
#include "troupe-text.h"

/* Which column sorts, and which way. */
typedef struct
{
  TroupeSettlementPage *page;
  const char           *id;     /* interned */
  int                   sign;
} Order;

struct _TroupeSettlementPage
{
  TroupePage parent_instance;

  GtkStack           *stack;
  GtkListBox         *checklist;
  GtkGrid            *totals;
  GtkLabel           *close_text;
  GtkButton          *close;
  GtkLabel           *close_note;
  AdwToggleGroup     *which;
  GtkSearchEntry     *search;
  GtkColumnView      *view;
  GtkLabel           *count;
  GtkLabel           *sum;
  GtkScrolledWindow  *outer;

  TroupeMonthClose   *month;
  GListStore         *statements;   /* TroupeRecordItem of TroupeStatement, named by the creator */
  GtkFilterListModel *found;
  char               *folded;
  Order               order;
  GtkColumnViewColumn *wide_columns[3];
};

G_DEFINE_FINAL_TYPE (TroupeSettlementPage, troupe_settlement_page, TROUPE_TYPE_PAGE)

/* The agency's own: until the next wait, which may replace the agency. */
static const char *
get_currency (TroupeSettlementPage *self)
{
  TroupeAgency *agency = troupe_office_get_agency (troupe_page_get_office (TROUPE_PAGE (self)));

  return agency != NULL ? agency->currency : "CNY";
}

static TroupeStatement *
get_statement (gpointer item)
{
  return troupe_record_item_get_record (item);
}

/* --- the table ----------------------------------------------------------------------------------- */

static char *
format_creator (gpointer item,
                gpointer data)
{
  return g_strdup (troupe_record_item_get_name (item));
}

static char *
format_amount (TroupeStatement *statement,
               gint64           amount)
{
  return amount != 0 ? troupe_money_format (amount, statement->currency) : NULL;
}

static char *
format_earned (gpointer item,
               gpointer data)
{
  return format_amount (get_statement (item), get_statement (item)->earned);
}

static char *
format_corrections (gpointer item,
                    gpointer data)
{
  return format_amount (get_statement (item), get_statement (item)->corrections);
}

static char *
format_closing (gpointer item,
                gpointer data)
{
  return format_amount (get_statement (item), get_statement (item)->closing);
}

static char *
format_payable (gpointer item,
                gpointer data)
{
  return format_amount (get_statement (item), get_statement (item)->payable);
}

static char *
format_currency (gpointer item,
                 gpointer data)
{
  return g_strdup (get_statement (item)->currency);
}

static gint64
get_difference (TroupeSettlementPage *self,
                TroupeStatement      *statement)
{
  gint64 before = troupe_month_close_get_before (self->month, statement);

  return before != TROUPE_NONE ? statement->earned - before : TROUPE_NONE;
}

static char *
format_difference (gpointer item,
                   gpointer data)
{
  TroupeStatement *statement = get_statement (item);
  gint64 difference = get_difference (data, statement);
  g_autofree char *amount = difference != TROUPE_NONE ? troupe_money_format (difference, statement->currency) : NULL;

  if (amount == NULL)
    return g_strdup (_("new"));
  return difference > 0 ? g_strconcat ("+", amount, NULL) : g_steal_pointer (&amount);
}

static gint64
get_number (TroupeSettlementPage *self,
            TroupeStatement      *statement,
            const char           *id)
{
  if (g_str_equal (id, "earned"))
    return statement->earned;
  if (g_str_equal (id, "corrections"))
    return statement->corrections;
  if (g_str_equal (id, "closing"))
    return statement->closing;
  if (g_str_equal (id, "payable"))
    return statement->payable;
  return get_difference (self, statement);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Order *order = user_data;
  gint64 x, y;

  if (g_str_equal (order->id, "creator"))
    return order->sign * strcmp (troupe_record_item_get_name ((gpointer) a), troupe_record_item_get_name ((gpointer) b));
  x = get_number (order->page, get_statement ((gpointer) a), order->id);
  y = get_number (order->page, get_statement ((gpointer) b), order->id);
  return order->sign * ((x > y) - (x < y));
}

static void
sort_cb (gpointer    data,
         const char *id,
         gboolean    descending)
{
  TroupeSettlementPage *self = data;

  self->order = (Order) { self, g_intern_string (id), descending ? -1 : 1 };
  if (self->month != NULL)
    g_list_store_sort (self->statements, compare_cb, &self->order);
}

static void
make_columns (TroupeSettlementPage *self)
{
  GtkColumnViewColumn *creator = troupe_column_add_text (self->view, "creator", _("Creator"), format_creator, NULL);

  gtk_column_view_column_set_expand (creator, TRUE);
  self->wide_columns[0] = troupe_column_add_number (self->view, "earned", _("Share"), format_earned, NULL);
  self->wide_columns[1] = troupe_column_add_number (self->view, "corrections", _("Corrections"), format_corrections, NULL);
  troupe_column_add_number (self->view, "closing", _("Balance"), format_closing, NULL);
  troupe_column_add_number (self->view, "payable", _("Payable"), format_payable, NULL);
  troupe_column_add_text (self->view, NULL, _("Currency"), format_currency, NULL);
  self->wide_columns[2] = troupe_column_add_number (self->view, "difference", C_("amount", "Change"), format_difference, self);
  troupe_column_name_rows (self->view, format_creator, NULL);
  troupe_column_connect_sort (self->view, "payable", TRUE, sort_cb, self);
}

static void
show_wide_columns (TroupeSettlementPage *self,
                   gboolean              visible)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->wide_columns); i++)
    gtk_column_view_column_set_visible (self->wide_columns[i], visible);
  gtk_scrolled_window_set_policy (self->outer, GTK_POLICY_NEVER, visible ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
narrow_cb (TroupeSettlementPage *self)
{
  show_wide_columns (self, FALSE);
}

static void
wide_cb (TroupeSettlementPage *self)
{
  show_wide_columns (self, TRUE);
}

/* On a draft: what would be. */
static gboolean
is_due (TroupeSettlementPage *self,
        TroupeStatement      *statement)
{
  return (self->month->state.closed ? troupe_month_close_get_due (self->month, statement) : statement->payable) > 0;
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  TroupeSettlementPage *self = user_data;
  const char *which = adw_toggle_group_get_active_name (self->which);
  TroupeStatement *statement = get_statement (item);
  g_autofree char *name = troupe_text_fold (troupe_record_item_get_name (item));

  if (g_strcmp0 (which, "payable") == 0 && !is_due (self, statement))
    return FALSE;
  if (g_strcmp0 (which, "carried") == 0 && (statement->payable != 0 || statement->closing == 0))
    return FALSE;
  return strstr (name, self->folded) != NULL;
}

/* Of what is found. */
static gint64
sum_payable (TroupeSettlementPage *self,
             const char           *currency)
{
  gint64 payable = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->found)); i++)
    {
      g_autoptr(TroupeRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), i);

      if (g_str_equal (get_statement (item)->currency, currency))
        payable += get_statement (item)->payable;
    }
  return payable;
}

/* A line for each currency, the agency's first. */
static void
show_footer (TroupeSettlementPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->statements));
  g_autofree char *count = g_strdup_printf (_("%u of %u statements"), n, all);
  g_autoptr(GPtrArray) currencies = troupe_month_close_list_currencies (self->month, get_currency (self));
  g_autoptr(GString) sum = g_string_new (NULL);

  for (guint i = 0; i < currencies->len; i++)
    {
      const char *currency = g_ptr_array_index (currencies, i);
      gint64 payable = sum_payable (self, currency);
      g_autofree char *amount = troupe_amount_keep_order (troupe_money_format (payable, currency));

      if (payable != 0)
        g_string_append_printf (sum, "%s%s %s", sum->len > 0 ? "\n" : "", amount, currency);
    }
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->sum, sum->str);
}

static void
filter_changed_cb (TroupeSettlementPage *self)
{
  g_free (self->folded);
  self->folded = troupe_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (self->month == NULL)
    return;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
  show_footer (self);
}

static void
activate_cb (TroupeSettlementPage *self,
             guint                 position)
{
  g_autoptr(TroupeRecordItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-statement", "x", get_statement (item)->id);
}

/* --- the side ------------------------------------------------------------------------------------ */

static void
add_cell (TroupeSettlementPage *self,
          int                   column,
          int                   row,
          const char           *text,
          const char           *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 1 : 0);
  gtk_widget_set_hexpand (label, column == 1);
  gtk_widget_set_css_classes (label, (const char *[]) { style, column == 1 ? "numeric" : "", NULL });
  gtk_grid_attach (self->totals, label, column, row, 1, 1);
}

/* Gross, fee, creators' share and agency's share: each a line for each currency, which is named where
 * there are several. */
static void
show_totals (TroupeSettlementPage *self)
{
  static const char *const titles[] = { N_("Gross"), N_("Platform fee"), N_("Creators’ share"), N_("Agency’s share") };
  g_autoptr(GPtrArray) currencies = troupe_month_close_list_currencies (self->month, get_currency (self));
  guint n = currencies->len;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->totals))) != NULL)
    gtk_grid_remove (self->totals, child);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (self, 0, i * n, _(titles[i]), i == 3 ? "heading" : "dim-label");
  for (guint k = 0; k < n; k++)
    {
      const char *currency = g_ptr_array_index (currencies, k);
      TroupeMonthSums sums = troupe_month_close_sum (self->month, currency);
      const gint64 amounts[] = { sums.gross, -sums.fee, -sums.earned, sums.agency };

      for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
        {
          g_autofree char *text = troupe_amount_keep_order (troupe_money_format (amounts[i], currency));

          add_cell (self, 1, i * n + k, text, i == 3 ? "heading" : "");
          add_cell (self, 2, i * n + k, currency, "dim-label");
        }
    }
}

static void
show_close (TroupeSettlementPage *self,
            TroupeMonth           month)
{
  g_autofree char *name = troupe_amount_format_month (month);
  g_autofree char *next = troupe_amount_format_month (month + 1);
  g_autofree char *obstacle = troupe_close_steps_get_obstacle (self->month);
  g_autofree char *button = g_strdup_printf (_("Close %s…"), name);
  g_autofree char *text =
    g_strdup_printf (ngettext ("Closing makes %u statement and its rates final. What arrives later goes into %s.",
                               "Closing makes %u statements and their rates final. What arrives later goes into %s.",
                               self->month->statements->len), self->month->statements->len, next);

  gtk_label_set_label (self->close_text, text);
  gtk_button_set_label (self->close, button);
  /* of a closed month only its note is still true */
  gtk_widget_set_visible (GTK_WIDGET (self->close_text), !self->month->state.closed);
  gtk_widget_set_visible (GTK_WIDGET (self->close), !self->month->state.closed);
  gtk_label_set_label (self->close_note, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->close_note), obstacle != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settlement.close", obstacle == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settlement.settle", !self->month->state.closed);
}

static void
show_month (TroupeSettlementPage *self,
            TroupeMonth           month)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->month->statements->len; i++)
    {
      TroupeStatement *statement = g_ptr_array_index (self->month->statements, i);

      g_ptr_array_add (items, troupe_record_item_new (statement, troupe_month_close_get_name (self->month,
                                                                                              statement->creator_id)));
    }
  g_ptr_array_sort_values_with_data (items, compare_cb, &self->order);
  g_list_store_splice (self->statements, 0, g_list_model_get_n_items (G_LIST_MODEL (self->statements)), items->pdata, items->len);
  troupe_close_steps_fill (self->checklist, self->month);
  show_totals (self);
  show_close (self, month);
  show_footer (self);
  gtk_stack_set_visible_child_name (self->stack, self->month->state.month == month ? "month" : "empty");
}

/* --- work ---------------------------------------------------------------------------------------- */

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeSettlementPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeMonth month = troupe_page_get_month (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeMonthClose) close = troupe_month_close_load (troupe_page_get_office (page), month, &error);

  troupe_page_show_error (page, error);
  if (close == NULL || month != troupe_page_get_month (page))
    return dex_future_new_true ();
  g_clear_pointer (&self->month, troupe_month_close_free);
  self->month = g_steal_pointer (&close);
  show_month (self, month);
  return dex_future_new_true ();
}

static void
troupe_settlement_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

/* What could not be settled, and what could but should be looked at. */
static void
show_problems (TroupeSettlementPage *self,
               TroupeSettleResult   *result)
{
  g_autoptr(GStrvBuilder) sentences = g_strv_builder_new ();
  g_auto(GStrv) all = NULL;
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  g_strv_builder_addv (sentences, (const char **) result->problems);
  g_strv_builder_addv (sentences, (const char **) result->remarks);
  all = g_strv_builder_end (sentences);
  if (*all == NULL)
    return;
  text = g_strjoinv ("\n\n", all);
  dialog = adw_alert_dialog_new (*result->problems != NULL ? _("Some lines could not be settled")
                                                           : _("Settled, but please look at this"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static DexFuture *
settle_fiber (gpointer user_data)
{
  TroupeSettlementPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeSettleResult) result = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settlement.settle", FALSE);
  result = dex_await_boxed (troupe_office_settle (troupe_page_get_office (page), troupe_page_get_month (page), NULL), &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "settlement.settle", TRUE);
  troupe_page_show_error (page, error);
  if (result == NULL)
    return dex_future_new_true ();
  troupe_page_show_toast (page, adw_toast_new_format (ngettext ("%u statement settled", "%u statements settled",
                                                                result->statements->len), result->statements->len));
  show_problems (self, result);
  troupe_page_queue_refresh (page);
  return dex_future_new_true ();
}

static void
settle_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  troupe_fiber_disown (troupe_fiber_spawn (settle_fiber, g_object_ref (widget), g_object_unref));
}

static DexFuture *
close_fiber (gpointer user_data)
{
  TroupeSettlementPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  g_autofree char *month = troupe_amount_format_month (troupe_page_get_month (page));
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeSettleResult) result =
    dex_await_boxed (troupe_office_close_month (troupe_page_get_office (page), troupe_page_get_month (page), NULL), &error);

  troupe_page_show_error (page, error);
  if (result != NULL)
    troupe_page_show_toast (page, adw_toast_new_format (_("%s is closed"), month));
  troupe_page_queue_refresh (page);
  return dex_future_new_true ();
}

static void
response_cb (TroupeSettlementPage *self,
             const char           *response)
{
  if (g_str_equal (response, "close-month"))
    troupe_fiber_disown (troupe_fiber_spawn (close_fiber, g_object_ref (self), g_object_unref));
}

/* What closing does, and that it may be early. */
static char *
write_warning (TroupeSettlementPage *self,
               const char           *month)
{
  TroupeDay today = troupe_clock_get_day (troupe_office_get_clock (troupe_page_get_office (TROUPE_PAGE (self))));
  const char *text = gtk_label_get_label (self->close_text);
  g_autofree char *early = g_strdup_printf (_("%s is not over yet."), month);

  if (today > troupe_month_get_last (troupe_page_get_month (TROUPE_PAGE (self))))
    return g_strdup (text);
  return g_strconcat (early, " ", text, NULL);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  TroupeSettlementPage *self = TROUPE_SETTLEMENT_PAGE (widget);
  g_autofree char *month = troupe_amount_format_month (troupe_page_get_month (TROUPE_PAGE (self)));
  g_autofree char *title = g_strdup_printf (_("Close %s?"), month);
  g_autofree char *text = write_warning (self, month);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (title, text));

  adw_alert_dialog_add_responses (dialog, "cancel", _("Cancel"), "close-month", _("Close the month"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "close-month", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), widget);
}

static void
troupe_settlement_page_export (TroupePage *page)
{
  /* reports offers every form of what is settled here */
  gtk_widget_activate_action (GTK_WIDGET (page), "win.show-page", "s", "reports");
}

/* In a narrow window the entry comes up to the top, so that what is found shows below it. */
static void
troupe_settlement_page_search (TroupePage *page)
{
  TroupeSettlementPage *self = TROUPE_SETTLEMENT_PAGE (page);
  GtkWidget *columns = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (self->outer)));
  graphene_point_t place;

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (gtk_widget_compute_point (GTK_WIDGET (self->search), columns, &GRAPHENE_POINT_INIT (0, 0), &place))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->outer), place.y);
}

static void
troupe_settlement_page_dispose (GObject *object)
{
  TroupeSettlementPage *self = TROUPE_SETTLEMENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_SETTLEMENT_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->statements);
  g_clear_pointer (&self->month, troupe_month_close_free);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (troupe_settlement_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/settlement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, checklist);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, totals);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, close_text);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, close);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, close_note);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, which);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, search);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, count);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, sum);
  gtk_widget_class_bind_template_child (widget_class, TroupeSettlementPage, outer);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
troupe_settlement_page_class_init (TroupeSettlementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_settlement_page_dispose;
  page_class->refresh = troupe_settlement_page_refresh;
  page_class->export = troupe_settlement_page_export;
  page_class->search = troupe_settlement_page_search;

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "settlement.settle", NULL, settle_cb);
  gtk_widget_class_install_action (widget_class, "settlement.close", NULL, close_cb);
}

static void
troupe_settlement_page_init (TroupeSettlementPage *self)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  g_autoptr(GtkNoSelection) selection = NULL;

  self->folded = g_strdup ("");
  self->statements = g_list_store_new (TROUPE_TYPE_RECORD_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->statements)), filter);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->found)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  make_columns (self);
  troupe_column_connect_search (self->view, self->search);
}
