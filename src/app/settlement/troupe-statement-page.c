#include "troupe-statement-page.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-amount.h"
#include "troupe-fiber.h"
#include "troupe-money.h"
#include "troupe-paper.h"
#include "troupe-payment-form.h"
#include "troupe-preview-job.h"
#include "troupe-row.h"
#include "troupe-save-dialog.h"
#include "troupe-settle-job.h"
#include "troupe-why-view.h"

/* Narrower windows show Why as a sheet from below. */
#define NARROW 720

struct _TroupeStatementPage
{
  TroupePage parent_instance;

  AdwWindowTitle  *title;
  AdwBin          *desk;
  GtkListBox      *state;
  GtkListBox      *payments;

  TroupeStatement *statement;
  gint64           due;          /* on it */
  TroupePaperRoom  room;         /* that the paper has */
};

G_DEFINE_FINAL_TYPE (TroupeStatementPage, troupe_statement_page, TROUPE_TYPE_PAGE)

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

/* --- the side ------------------------------------------------------------------------------------ */

static void
add_state (TroupeStatementPage *self,
           gboolean             done,
           const char          *title,
           const char          *subtitle)
{
  GtkWidget *row = troupe_row_new (title, subtitle);
  GtkWidget *icon = gtk_image_new_from_icon_name (done ? "object-select-symbolic" : "radio-symbolic");

  gtk_widget_add_css_class (icon, done ? "success" : "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, done ? _("Done") : _("Still to come"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_append (self->state, row);
}

static gint64
sum_payments (GPtrArray *payments)
{
  gint64 sum = 0;

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    sum += ((TroupePayment *) g_ptr_array_index (payments, i))->amount;
  return sum;
}

/* Where a later closed statement has taken over what was not paid, says which. */
static void
show_paid (TroupeStatementPage *self,
           GPtrArray           *payments,
           TroupeStatement     *heir)
{
  TroupeStatement *statement = self->statement;
  gboolean latest = heir == NULL && g_str_equal (statement->state, "closed");
  gint64 paid = latest ? statement->payable - self->due : sum_payments (payments);
  g_autofree char *amount = troupe_money_format (paid, statement->currency);
  g_autofree char *text = heir != NULL && paid < statement->payable ? g_strdup_printf (_("Is part of %s"), heir->number)
                          : g_strdup_printf ("%s %s", amount, statement->currency);

  if (heir != NULL && paid < statement->payable)
    add_state (self, TRUE, _("Carried over"), text);
  else
    add_state (self, paid >= statement->payable && paid > 0, _("Paid"), paid > 0 ? text : _("Not yet"));
}

static void
show_state (TroupeStatementPage *self,
            GPtrArray           *payments,
            TroupeStatement     *heir)
{
  TroupeStatement *statement = self->statement;
  gboolean closed = g_str_equal (statement->state, "closed");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.pay", self->due > 0);
  gtk_list_box_remove_all (self->state);
  add_state (self, statement->stale != 1, _("Settled"),
             statement->stale == 1 ? _("Something has changed since: settle again") : NULL);
  add_state (self, closed, _("Closed"), closed ? _("Final") : _("A draft that can still change"));
  show_paid (self, payments, heir);
}

static void
show_payments (TroupeStatementPage *self,
               GPtrArray           *payments)
{
  gtk_list_box_remove_all (self->payments);
  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      TroupePayment *payment = g_ptr_array_index (payments, i);
      g_autofree char *day = troupe_amount_format_day (payment->day);
      g_autofree char *amount = troupe_money_format (payment->amount, payment->currency);
      GtkWidget *row = troupe_row_new (day, payment->reference != NULL ? payment->reference : payment->method);

      troupe_row_add_amount (row, amount);
      troupe_row_set_record (row, payment);
      gtk_list_box_append (self->payments, row);
    }
  if (payments == NULL || payments->len == 0)
    gtk_list_box_append (self->payments, troupe_row_new (_("No payment yet"), NULL));
}

static void
payment_activated_cb (TroupeStatementPage *self,
                      GtkListBoxRow       *row)
{
  TroupePayment *payment = troupe_row_get_record (GTK_WIDGET (row));

  if (payment != NULL)
    adw_dialog_present (troupe_payment_form_new (troupe_page_get_office (TROUPE_PAGE (self)), payment, self->statement,
                                                 self->due + payment->amount),
                        GTK_WIDGET (self));
}

/* --- refreshing ---------------------------------------------------------------------------------- */

/* A creator with two currencies has two statements in a month. */
static const TroupeReport *
find_report (GPtrArray  *reports,
             const char *number)
{
  for (guint i = 0; reports != NULL && i < reports->len; i++)
    if (g_strcmp0 (((TroupeReport *) g_ptr_array_index (reports, i))->title.number, number) == 0)
      return g_ptr_array_index (reports, i);
  return NULL;
}

/* As the window's reader reads; what is handed out is in the agency's language. */
static void
show_paper (TroupeStatementPage *self,
            TroupeOffice        *office)
{
  TroupeStatement *statement = self->statement;
  const TroupeReportRequest request = {
    .name = "statement", .month = statement->month, .creator_id = statement->creator_id, .lang = get_lang (),
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) reports = dex_await_boxed (troupe_office_read_reports (office, &request, NULL), &error);
  const TroupeReport *report = find_report (reports, statement->number);
  const char *creator;

  troupe_page_show_error (TROUPE_PAGE (self), error);
  if (report == NULL)
    return;
  creator = g_array_index (report->head, TroupeFact, 0).value.text;
  adw_window_title_set_title (self->title, creator);
  adw_window_title_set_subtitle (self->title, statement->number);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), creator);
  adw_bin_set_child (self->desk, troupe_paper_new (report));
  troupe_paper_set_room (GTK_WIDGET (self->desk), self->room);
}

static void
set_room (TroupeStatementPage *self,
          TroupePaperRoom      room)
{
  self->room = room;
  troupe_paper_set_room (GTK_WIDGET (self->desk), room);
}

static void
wide_cb (TroupeStatementPage *self)
{
  set_room (self, TROUPE_PAPER_WIDE);
}

static void
narrow_cb (TroupeStatementPage *self)
{
  set_room (self, TROUPE_PAPER_NARROW);
}

static void
phone_cb (TroupeStatementPage *self)
{
  set_room (self, TROUPE_PAPER_PHONE);
}

/* What is due, and the statement that has taken it over; NULL when none has. */
static TroupeStatement *
read_due (TroupeStatementPage *self,
          TroupeOffice        *office)
{
  TroupeStatementDue due;

  troupe_office_read_due (office, self->statement, &due, NULL);
  self->due = due.due;
  return due.heir_id != 0 ? dex_await_boxed (troupe_office_get (office, &TROUPE_STATEMENT, due.heir_id), NULL) : NULL;
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeStatementPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeStatement) statement =
    dex_await_boxed (troupe_office_get (office, &TROUPE_STATEMENT, troupe_page_get_id (page)), &error);
  g_autoptr(GPtrArray) payments = NULL;
  g_autoptr(TroupeStatement) heir = NULL;

  troupe_page_show_error (page, error);
  if (statement == NULL)
    {
      /* an undo or a withdrawn import may have taken it away */
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return dex_future_new_true ();
    }
  g_clear_pointer (&self->statement, troupe_record_unref);
  self->statement = g_steal_pointer (&statement);
  payments = dex_await_boxed (troupe_office_list (office, &TROUPE_PAYMENT, "statement_id", self->statement->id), NULL);
  heir = read_due (self, office);
  show_paper (self, office);
  show_state (self, payments, heir);
  show_payments (self, payments);
  return dex_future_new_true ();
}

static void
troupe_statement_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

/* --- why ----------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeStatementPage *page;
  GtkWidget           *button;   /* that asked, if it has the focus; a weak pointer */
  gint64               line_id;  /* 0: a figure of the statement is asked about */
  char                *figure;
  char                *amount;
} Why;

static void
why_free (gpointer data)
{
  Why *why = data;

  g_clear_weak_pointer (&why->button);
  g_object_unref (why->page);
  g_free (why->figure);
  g_free (why->amount);
  g_free (why);
}

static void
show_sheet (TroupeStatementPage *self,
            GtkWidget           *view)
{
  AdwDialog *dialog = adw_dialog_new ();

  adw_dialog_set_presentation_mode (dialog, ADW_DIALOG_BOTTOM_SHEET);
  adw_dialog_set_child (dialog, view);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
show_popover (GtkWidget *button,
              GtkWidget *view)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_widget_set_size_request (view, 380, 120);
  gtk_popover_set_child (GTK_POPOVER (popover), view);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_RIGHT);
  gtk_widget_set_parent (popover, button);
  g_signal_connect_object (popover, "closed", G_CALLBACK (gtk_widget_unparent), popover, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Where the derivation of a line comes to amount, which a deduction shows below zero; NULL where it does not. */
static TroupeDerivation *
find_amount (TroupeDerivation *derivation,
             const char       *amount)
{
  gboolean same = g_strcmp0 (derivation->value, amount) == 0 ||
                  (g_str_has_prefix (amount, "−") && g_strcmp0 (derivation->value, amount + strlen ("−")) == 0);
  TroupeDerivation *found = same ? derivation : NULL;

  for (guint i = 0; found == NULL && i < derivation->children->len; i++)
    found = find_amount (g_ptr_array_index (derivation->children, i), amount);
  return found;
}

static DexFuture *
ask (const Why *why)
{
  TroupeOffice *office = troupe_page_get_office (TROUPE_PAGE (why->page));

  if (why->line_id == 0)
    return troupe_office_explain_figure (office, why->page->statement->id, why->figure, get_lang ());
  return troupe_office_explain (office, why->line_id, get_lang ());
}

static DexFuture *
why_fiber (gpointer user_data)
{
  Why *why = user_data;
  TroupePage *page = TROUPE_PAGE (why->page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeDerivation) derivation = dex_await_boxed (ask (why), &error);
  TroupeDerivation *asked = derivation != NULL ? find_amount (derivation, why->amount) : NULL;

  troupe_page_show_error (page, error);
  if (derivation == NULL)
    return dex_future_new_true ();
  asked = asked != NULL ? asked : derivation;
  /* a screen reader presses without focusing, a refresh takes the button away */
  if (why->button == NULL || gtk_widget_get_width (GTK_WIDGET (page)) < NARROW)
    show_sheet (why->page, troupe_why_view_new (asked));
  else
    show_popover (why->button, troupe_why_view_new (asked));
  return dex_future_new_true ();
}

static GtkWidget *
find_asking (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && GTK_IS_BUTTON (focus) ? focus : NULL;
}

static void
why_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  Why *why = g_new0 (Why, 1);

  why->page = g_object_ref (TROUPE_STATEMENT_PAGE (widget));
  g_variant_get (target, "(xss)", &why->line_id, &why->figure, &why->amount);
  g_set_weak_pointer (&why->button, find_asking (widget));
  troupe_fiber_disown (troupe_fiber_spawn (why_fiber, why, why_free));
}

/* --- export -------------------------------------------------------------------------------------- */

/* The file's name says the format; PDF when it does not. */
static const char *
get_format (const char *path)
{
  for (const char *const *format = (const char *const[]) { "xlsx", "csv", "json", NULL }; *format != NULL; format++)
    if (g_str_has_suffix (path, *format))
      return *format;
  return "pdf";
}

/* Handed out in the agency's language, whichever the window speaks. */
static TroupeReportRequest
describe_report (TroupeStatementPage *self)
{
  return (TroupeReportRequest) {
    .name = "statement", .month = self->statement->month, .creator_id = self->statement->creator_id, .combined = TRUE,
    .lang = troupe_office_get_lang (troupe_page_get_office (TROUPE_PAGE (self))),
  };
}

static DexFuture *
export_fiber (gpointer user_data)
{
  TroupePage *page = user_data;
  TroupeStatementPage *self = user_data;
  TroupeReportRequest request = describe_report (self);
  g_autofree char *name = g_strconcat (self->statement->number, ".pdf", NULL);
  g_autofree char *path = dex_await_string (
    troupe_save_dialog_ask_file (GTK_WIDGET (page), _("Export the statement: PDF, XLSX, CSV or JSON"), name), NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = NULL;

  if (path == NULL)
    return dex_future_new_true ();
  request.output = path;
  request.format = get_format (path);
  files = dex_await_boxed (troupe_office_report (troupe_page_get_office (page), &request, NULL, NULL, NULL), &error);
  troupe_page_show_error (page, error);
  if (files != NULL)
    troupe_page_show_saved (page, path);
  return dex_future_new_true ();
}

static void
troupe_statement_page_export (TroupePage *page)
{
  if (TROUPE_STATEMENT_PAGE (page)->statement != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (export_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_statement_page_print (TroupePage *page)
{
  TroupeReportRequest request;

  if (TROUPE_STATEMENT_PAGE (page)->statement == NULL)
    return;
  request = describe_report (TROUPE_STATEMENT_PAGE (page));
  troupe_page_print_report (page, &request);
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
pay_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *target)
{
  TroupeStatementPage *self = TROUPE_STATEMENT_PAGE (widget);

  if (self->statement != NULL)
    adw_dialog_present (troupe_payment_form_new (troupe_page_get_office (TROUPE_PAGE (self)), NULL, self->statement,
                                                 self->due), widget);
}

static void
troupe_statement_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_STATEMENT_PAGE);
  g_clear_pointer (&TROUPE_STATEMENT_PAGE (object)->statement, troupe_record_unref);
  G_OBJECT_CLASS (troupe_statement_page_parent_class)->dispose (object);
}

static void
troupe_statement_page_class_init (TroupeStatementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_statement_page_dispose;
  page_class->refresh = troupe_statement_page_refresh;
  page_class->export = troupe_statement_page_export;
  page_class->print = troupe_statement_page_print;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/statement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeStatementPage, title);
  gtk_widget_class_bind_template_child (widget_class, TroupeStatementPage, desk);
  gtk_widget_class_bind_template_child (widget_class, TroupeStatementPage, state);
  gtk_widget_class_bind_template_child (widget_class, TroupeStatementPage, payments);
  gtk_widget_class_bind_template_callback (widget_class, payment_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, phone_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "statement.why", "(xss)", why_cb);
  gtk_widget_class_install_action (widget_class, "statement.pay", NULL, pay_cb);
}

static void
troupe_statement_page_init (TroupeStatementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
