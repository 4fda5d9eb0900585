#include "troupe-creator-page.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-bar-chart.h"
#include "troupe-contract.h"
#include "troupe-creator-cells.h"
#include "troupe-creator-form.h"
#include "troupe-fiber.h"
#include "troupe-money.h"
#include "troupe-month-button.h"
#include "troupe-overview-job.h"
#include "troupe-payment.h"
#include "troupe-row.h"
#include "troupe-sentence.h"
#include "troupe-settle-job.h"
#include "troupe-statement.h"
#include "troupe-term.h"
#include "troupe-vocabulary.h"

/* The latest statements; the rest is a click further, in Settlement. */
#define MOST_STATEMENTS 6

struct _TroupeCreatorPage
{
  TroupePage parent_instance;

  AdwAvatar      *avatar;
  GtkLabel       *name;
  GtkLabel       *status;
  GtkLabel       *details;
  GtkBox         *badges;
  GtkLabel       *earnings_unit;
  GtkLabel       *earnings;
  TroupeBarChart *chart;
  GtkButton      *contract_number;
  GtkListBox     *contract;
  GtkListBox     *money;
  GtkListBox     *accounts;
  GtkListBox     *people;

  TroupeCreator  *creator;
  gint64          contract_id;
};

G_DEFINE_FINAL_TYPE (TroupeCreatorPage, troupe_creator_page, TROUPE_TYPE_PAGE)

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

/* --- the head ------------------------------------------------------------------------------------ */

static void
show_status (TroupeCreatorPage *self,
             const char        *status)
{
  const char *label = _("Active");

  if (g_str_equal (status, "paused"))
    label = _("Paused");
  else if (g_str_equal (status, "left"))
    label = _("Left");
  gtk_label_set_label (self->status, label);
  gtk_widget_set_css_classes (GTK_WIDGET (self->status), (const char *[]) { "pill-label", status, NULL });
}

static void
show_creator (TroupeCreatorPage *self)
{
  TroupeCreator *creator = self->creator;
  const char *const words[] = { creator->category, creator->team, creator->agent };
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *details = NULL;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), creator->name);
  adw_avatar_set_text (self->avatar, creator->name);
  gtk_label_set_label (self->name, creator->name);
  show_status (self, creator->status);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      g_ptr_array_add (parts, g_strdup (words[i]));
  if (creator->joined_day != TROUPE_NONE)
    {
      g_autofree char *day = troupe_amount_format_day (creator->joined_day);

      g_ptr_array_add (parts, g_strdup_printf (_("with us since %s"), day));
    }
  g_ptr_array_add (parts, NULL);
  details = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_label (self->details, details);
}

/* --- what they earn ------------------------------------------------------------------------------ */

static void
show_earnings (TroupeCreatorPage *self,
               TroupeOverview    *overview,
               const char        *currency)
{
  g_autoptr(TroupeBarData) data = troupe_bar_data_new (troupe_chart_format_money, currency);
  const TroupeMonthFigures *now = &g_array_index (overview->months, TroupeMonthFigures, overview->months->len - 1);
  g_autofree char *unit = g_strdup_printf (_("creator’s share, %s"), currency);
  g_autofree char *earned = troupe_money_format (now->creators, currency);

  troupe_bar_data_add_series (data, _("Creator’s share"), 2);
  for (guint i = 0; i < overview->months->len; i++)
    {
      const TroupeMonthFigures *month = &g_array_index (overview->months, TroupeMonthFigures, i);

      troupe_bar_data_add_month (data, month->month, &month->creators, !month->closed);
    }
  troupe_bar_chart_set_data (self->chart, data);
  gtk_label_set_label (self->earnings_unit, unit);
  gtk_label_set_label (self->earnings, earned);
}

/* --- the contract -------------------------------------------------------------------------------- */

/* The one that started last among those that hold; among the others, where none does. */
static TroupeContract *
choose_contract (GPtrArray *contracts,
                 TroupeDay  today)
{
  TroupeContract *chosen = NULL;

  for (guint i = 0; i < contracts->len; i++)
    {
      TroupeContract *contract = g_ptr_array_index (contracts, i);

      gboolean holds = troupe_contract_holds (contract, today);

      if (chosen == NULL || holds > troupe_contract_holds (chosen, today) ||
          (holds == troupe_contract_holds (chosen, today) && contract->start_day <= today &&
           contract->start_day >= chosen->start_day))
        chosen = contract;
    }
  return chosen;
}

static GtkWidget *
add_sentence (TroupeCreatorPage *self,
              const char        *sentence)
{
  GtkWidget *row = troupe_row_new (sentence, NULL);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->contract, row);
  return row;
}

static void
add_term (TroupeCreatorPage *self,
          const TroupeTerm  *term)
{
  g_autofree char *sentence = troupe_sentence_for_term_alone (term, get_lang ());
  g_autofree char *markup = troupe_sentence_mark_up_term (term, sentence);

  GtkWidget *row = add_sentence (self, sentence);

  troupe_row_add_kind (row, term->kind);
  troupe_row_set_markup (row, markup);
}

static void
show_no_contract (TroupeCreatorPage *self)
{
  GtkWidget *row = troupe_row_new (_("No contract yet"), _("Without one nothing can be settled"));
  GtkWidget *button = troupe_row_add_button (row, _("Add…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "creator.add-contract");
  gtk_list_box_append (self->contract, row);
}

static void
show_contract (TroupeCreatorPage *self,
               TroupeContract    *contract,
               GPtrArray         *terms,
               TroupeDay          today)
{
  g_autofree char *run = NULL;

  gtk_list_box_remove_all (self->contract);
  self->contract_id = contract != NULL ? contract->id : 0;
  gtk_button_set_label (self->contract_number, contract != NULL ? contract->number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->contract_number), contract != NULL);
  if (contract == NULL)
    {
      show_no_contract (self);
      return;
    }
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      TroupeTerm *term = g_ptr_array_index (terms, i);

      if (term->start_day <= today && (term->end_day == TROUPE_NONE || term->end_day >= today))
        add_term (self, term);
    }
  run = troupe_sentence_for_contract (contract, today, get_lang ());
  troupe_row_add_icon (add_sentence (self, run), "view-refresh-symbolic");
}

static void
open_contract_cb (TroupeCreatorPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-contract", "x", self->contract_id);
}

/* --- statements, accounts, people ---------------------------------------------------------------- */

static gint64
sum_payments (GPtrArray *payments,
              gint64     statement_id)
{
  gint64 sum = 0;

  for (guint i = 0; payments != NULL && i < payments->len; i++)
    {
      TroupePayment *payment = g_ptr_array_index (payments, i);

      sum += payment->statement_id == statement_id ? payment->amount : 0;
    }
  return sum;
}

/* paid: by payments of this statement. */
static const char *
get_state (TroupeStatement          *statement,
           const TroupeStatementDue *due,
           gint64                    paid)
{
  if (g_str_equal (statement->state, "draft"))
    return statement->stale == 1 ? _("must be settled again") : _("draft");
  if (due->due > 0)
    return _("to be paid");
  if (statement->payable == 0 || (due->heir_id != 0 && paid < statement->payable))
    return _("carried over");
  return _("paid");
}

static const TroupeStatementDue *
find_due (GArray *dues,
          gint64  statement_id)
{
  static const TroupeStatementDue none = { 0 };

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    if (g_array_index (dues, TroupeStatementDue, i).statement_id == statement_id)
      return &g_array_index (dues, TroupeStatementDue, i);
  return &none;
}

static void
show_statements (TroupeCreatorPage *self,
                 GPtrArray         *statements,
                 GArray            *dues,
                 GPtrArray         *payments)
{
  gtk_list_box_remove_all (self->money);
  for (guint n = 0; n < MIN (statements->len, MOST_STATEMENTS); n++)
    {
      TroupeStatement *statement = g_ptr_array_index (statements, statements->len - 1 - n);
      g_autofree char *month = troupe_amount_format_month (statement->month);
      g_autofree char *amount = troupe_money_format (statement->closing, statement->currency);
      g_autofree char *text = g_strdup_printf ("%s %s", amount, statement->currency);
      g_autofree char *action = g_strdup_printf ("win.show-statement(int64 %" G_GINT64_FORMAT ")", statement->id);
      GtkWidget *row = troupe_row_new (month, get_state (statement, find_due (dues, statement->id),
                                                         sum_payments (payments, statement->id)));

      troupe_row_add_amount (row, text);
      troupe_row_set_action (row, action);
      gtk_list_box_append (self->money, row);
    }
  if (statements->len == 0)
    gtk_list_box_append (self->money, troupe_row_new (_("Nothing settled yet"), NULL));
}

static void
show_accounts (TroupeCreatorPage *self,
               GPtrArray         *accounts)
{
  GtkWidget *badge;

  while ((badge = gtk_widget_get_first_child (GTK_WIDGET (self->badges))) != NULL)
    gtk_box_remove (self->badges, badge);
  gtk_list_box_remove_all (self->accounts);
  for (guint i = 0; i < accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (accounts, i);
      GtkWidget *row = troupe_row_new (account->name != NULL ? account->name : account->handle, account->handle);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), troupe_platform_badge_new (account->platform));
      if (account->grade != NULL)
        troupe_row_add_note (row, account->grade);
      troupe_row_set_record (row, account);
      gtk_list_box_append (self->accounts, row);
      gtk_box_append (self->badges, troupe_platform_badge_new (account->platform));
    }
  if (accounts->len == 0)
    gtk_list_box_append (self->accounts,
                         troupe_row_new (_("No account yet"), _("Its platform’s files will wait until one is known")));
}

static void
account_activated_cb (TroupeCreatorPage *self,
                      GtkListBoxRow     *row)
{
  TroupeAccount *account = troupe_row_get_record (GTK_WIDGET (row));

  if (account != NULL)
    adw_dialog_present (troupe_account_form_new (troupe_page_get_office (TROUPE_PAGE (self)), account, 0), GTK_WIDGET (self));
}

static void
add_person (TroupeCreatorPage *self,
            TroupePerson      *person,
            const char        *role)
{
  /* masked: what identifies a person is looked at on purpose, in the dialog */
  GtkWidget *row = troupe_row_new (role, _("Name and papers on record; open to see them"));

  troupe_row_add_icon (row, "avatar-default-symbolic");
  troupe_row_set_record (row, person);
  gtk_list_box_append (self->people, row);
}

static void
person_activated_cb (TroupeCreatorPage *self,
                     GtkListBoxRow     *row)
{
  TroupePerson *person = troupe_row_get_record (GTK_WIDGET (row));

  if (person != NULL)
    adw_dialog_present (troupe_person_form_new (troupe_page_get_office (TROUPE_PAGE (self)), person), GTK_WIDGET (self));
}

static void
show_people (TroupeCreatorPage *self,
             TroupePerson      *person,
             TroupePerson      *payee)
{
  gtk_list_box_remove_all (self->people);
  if (person != NULL)
    add_person (self, person, _("The creator"));
  if (payee != NULL)
    add_person (self, payee, _("Who is paid"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "creator.add-person", person == NULL);
  if (person == NULL && payee == NULL)
    gtk_list_box_append (self->people, troupe_row_new (_("Nobody on record"), NULL));
}

/* --- refreshing ---------------------------------------------------------------------------------- */

static TroupePerson *
find_person (TroupeOffice *office,
             gint64        id)
{
  return id != 0 ? dex_await_boxed (troupe_office_get (office, &TROUPE_PERSON, id), NULL) : NULL;
}

static void
load_contract (TroupeCreatorPage *self,
               TroupeOffice      *office,
               gint64             id)
{
  TroupeDay today = troupe_clock_get_day (troupe_office_get_clock (office));
  g_autoptr(GPtrArray) contracts = dex_await_boxed (troupe_office_list (office, &TROUPE_CONTRACT, "creator_id", id), NULL);
  TroupeContract *contract = contracts != NULL ? choose_contract (contracts, today) : NULL;
  g_autoptr(GPtrArray) terms =
    contract != NULL ? dex_await_boxed (troupe_office_list (office, &TROUPE_TERM, "contract_id", contract->id), NULL) : NULL;

  show_contract (self, contract, terms, today);
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeCreatorPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  gint64 id = troupe_page_get_id (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeCreator) creator = dex_await_boxed (troupe_office_get (office, &TROUPE_CREATOR, id), &error);
  g_autoptr(TroupeOverview) overview = NULL;
  g_autoptr(GPtrArray) statements = NULL;
  g_autoptr(GArray) dues = NULL;
  g_autoptr(GPtrArray) payments = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(TroupePerson) person = NULL;
  g_autoptr(TroupePerson) payee = NULL;

  troupe_page_show_error (page, error);
  if (creator == NULL)
    {
      /* an undo may have taken it away */
      gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
      return dex_future_new_true ();
    }
  g_clear_pointer (&self->creator, troupe_record_unref);
  self->creator = g_steal_pointer (&creator);
  overview = dex_await_boxed (troupe_office_look_over (office, troupe_page_get_month (page), id), NULL);
  statements = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "creator_id", id), NULL);
  dues = dex_await_boxed (troupe_office_list_dues (office, troupe_month_new (1, 1), troupe_month_new (9999, 12), id), NULL);
  payments = dex_await_boxed (troupe_office_list (office, &TROUPE_PAYMENT, "creator_id", id), NULL);
  accounts = dex_await_boxed (troupe_office_list (office, &TROUPE_ACCOUNT, "creator_id", id), NULL);
  person = find_person (office, self->creator->person_id);
  payee = find_person (office, self->creator->payee_id);
  load_contract (self, office, id);

  show_creator (self);
  show_people (self, person, payee);
  if (overview != NULL && troupe_office_get_agency (office) != NULL)
    show_earnings (self, overview, troupe_office_get_agency (office)->currency);
  if (statements != NULL)
    show_statements (self, statements, dues, payments);
  if (accounts != NULL)
    show_accounts (self, accounts);
  return dex_future_new_true ();
}

static void
troupe_creator_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

/* --- actions ------------------------------------------------------------------------------------- */

static void
troupe_creator_page_edit (TroupePage *page)
{
  TroupeCreatorPage *self = TROUPE_CREATOR_PAGE (page);

  if (self->creator != NULL)
    adw_dialog_present (troupe_creator_form_new (troupe_page_get_office (page), self->creator), GTK_WIDGET (page));
}

static void
add_account_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  TroupePage *page = TROUPE_PAGE (widget);

  adw_dialog_present (troupe_account_form_new (troupe_page_get_office (page), NULL, troupe_page_get_id (page)), widget);
}

/* A person who has just been put on record. */
typedef struct
{
  TroupeCreatorPage *page;
  gint64             person_id;
} Person;

static void
person_free (gpointer data)
{
  g_object_unref (((Person *) data)->page);
  g_free (data);
}

static DexFuture *
link_person_fiber (gpointer user_data)
{
  Person *person = user_data;
  TroupeCreatorPage *self = person->page;
  TroupeCreator fields = *self->creator;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeCreator) creator = NULL;

  fields.person_id = person->person_id;
  creator = troupe_record_new (&TROUPE_CREATOR, &fields, &error);
  if (creator != NULL)
    dex_await_int64 (troupe_office_save (troupe_page_get_office (TROUPE_PAGE (self)), creator), &error);
  troupe_page_show_error (TROUPE_PAGE (self), error);
  return dex_future_new_true ();
}

static void
person_saved_cb (TroupeCreatorPage *self,
                 gint64             id)
{
  Person *person = g_new (Person, 1);

  *person = (Person) { g_object_ref (self), id };
  troupe_fiber_disown (troupe_fiber_spawn (link_person_fiber, person, person_free));
}

static void
add_person_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  TroupeCreatorPage *self = TROUPE_CREATOR_PAGE (widget);
  AdwDialog *dialog;

  if (self->creator == NULL)
    return;
  dialog = troupe_person_form_new (troupe_page_get_office (TROUPE_PAGE (self)), NULL);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (person_saved_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
add_elsewhere_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *target)
{
  const char *other = g_str_equal (action, "creator.add-contract") ? "win.add-contract" : "win.add-payment";

  gtk_widget_activate_action (widget, other, "x", troupe_page_get_id (TROUPE_PAGE (widget)));
}

static void
troupe_creator_page_dispose (GObject *object)
{
  TroupeCreatorPage *self = TROUPE_CREATOR_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_CREATOR_PAGE);
  g_clear_pointer (&self->creator, troupe_record_unref);
  G_OBJECT_CLASS (troupe_creator_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, name);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, status);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, details);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, badges);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, earnings_unit);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, earnings);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, contract_number);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, contract);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, money);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, accounts);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorPage, people);
}

static void
troupe_creator_page_class_init (TroupeCreatorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_creator_page_dispose;
  page_class->refresh = troupe_creator_page_refresh;
  page_class->edit = troupe_creator_page_edit;

  g_type_ensure (TROUPE_TYPE_BAR_CHART);
  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/creator-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, open_contract_cb);
  gtk_widget_class_bind_template_callback (widget_class, account_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_install_action (widget_class, "creator.add-account", NULL, add_account_cb);
  gtk_widget_class_install_action (widget_class, "creator.add-contract", NULL, add_elsewhere_cb);
  gtk_widget_class_install_action (widget_class, "creator.add-payment", NULL, add_elsewhere_cb);
  gtk_widget_class_install_action (widget_class, "creator.add-person", NULL, add_person_cb);
}

static void
troupe_creator_page_init (TroupeCreatorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
