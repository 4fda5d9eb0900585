#include "troupe-import-questions.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-amount.h"
#include "troupe-chooser-dialog.h"
#include "troupe-creator-form.h"
#include "troupe-fiber.h"
#include "troupe-record-dialog.h"
#include "troupe-vocabulary.h"

#define MONTHS_BACK 36

struct _TroupeImportQuestions
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow   *month;
  AdwComboRow   *currency;
  AdwActionRow  *account;

  TroupeOffice  *office;
  TroupeMonth    latest;     /* the first month that is offered */
  GPtrArray     *accounts;   /* TroupeAccount, to choose from */
  TroupeAccount *chosen;
  gboolean       filling;
};

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeImportQuestions, troupe_import_questions, ADW_TYPE_PREFERENCES_GROUP)

/* Those in which platforms pay; the agency's own stands first. */
static const char *const currencies[] = {
  "CNY", "USD", "HKD", "TWD", "EUR", "GBP", "JPY", "KRW", "SGD", "MYR", "THB", "VND", "IDR", "PHP", "INR", "AUD", "CAD",
  "BRL", "MXN",
};

static void
answered_cb (TroupeImportQuestions *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[ANSWERED], 0);
}

/* --- the account --------------------------------------------------------------------------------- */

static void
take_account (TroupeImportQuestions *self,
              TroupeAccount         *account)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autofree char *text = g_strdup_printf ("%s · %s", troupe_platform_get_label (lang, account->platform), account->handle);

  troupe_record_ref (account);
  g_clear_pointer (&self->chosen, troupe_record_unref);
  self->chosen = account;
  adw_action_row_set_subtitle (self->account, text);
  answered_cb (self);
}

static void
chosen_cb (TroupeImportQuestions *self,
           TroupeChoice          *choice)
{
  guint at = (guint) g_ascii_strtoull (troupe_choice_get_key (choice), NULL, 10);

  take_account (self, g_ptr_array_index (self->accounts, at));
}

typedef struct
{
  TroupeImportQuestions *questions;
  gint64                 id;
} Made;

static void
made_free (gpointer data)
{
  g_object_unref (((Made *) data)->questions);
  g_free (data);
}

static DexFuture *
take_made_fiber (gpointer user_data)
{
  Made *made = user_data;
  g_autoptr(TroupeAccount) account =
    dex_await_boxed (troupe_office_get (made->questions->office, &TROUPE_ACCOUNT, made->id), NULL);

  if (account != NULL)
    take_account (made->questions, account);
  return dex_future_new_true ();
}

static void
made_cb (TroupeImportQuestions *self,
         gint64                 id)
{
  Made *made = g_new (Made, 1);

  *made = (Made) { g_object_ref (self), id };
  troupe_fiber_disown (troupe_fiber_spawn (take_made_fiber, made, made_free));
}

static void
make_account_cb (TroupeImportQuestions *self)
{
  AdwDialog *form = troupe_account_form_new (self->office, NULL, 0);

  g_signal_connect_object (form, "saved", G_CALLBACK (made_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (form, GTK_WIDGET (self));
}

static DexFuture *
choose_account_fiber (gpointer user_data)
{
  TroupeImportQuestions *self = user_data;
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autoptr(GListStore) choices = g_list_store_new (TROUPE_TYPE_CHOICE);
  g_autoptr(GPtrArray) accounts = dex_await_boxed (troupe_office_list (self->office, &TROUPE_ACCOUNT, NULL, 0), NULL);
  AdwDialog *dialog;

  if (accounts == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return dex_future_new_true ();
  for (guint i = 0; i < accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (accounts, i);
      g_autofree char *key = g_strdup_printf ("%u", i);
      const char *platform = troupe_platform_get_label (lang, account->platform);
      g_autofree char *second = g_strdup_printf ("%s · %s", platform, account->handle);
      g_autoptr(TroupeChoice) choice = troupe_choice_new (key, account->name != NULL ? account->name : account->handle, second);

      g_list_store_append (choices, choice);
    }
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  self->accounts = g_steal_pointer (&accounts);
  dialog = troupe_chooser_dialog_new (_("Whose file is it?"), G_LIST_MODEL (choices), _("New account…"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "other", G_CALLBACK (make_account_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dex_future_new_true ();
}

static void
choose_account_cb (TroupeImportQuestions *self)
{
  troupe_fiber_disown (troupe_fiber_spawn (choose_account_fiber, g_object_ref (self), g_object_unref));
}

/* --- asking -------------------------------------------------------------------------------------- */

static void
fill_months (TroupeImportQuestions *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Choose…"));
  for (int i = 0; i < MONTHS_BACK; i++)
    {
      g_autofree char *name = troupe_amount_format_month (self->latest - i);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->month, G_LIST_MODEL (names));
}

static void
fill_currencies (TroupeImportQuestions *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  TroupeAgency *agency = troupe_office_get_agency (self->office);
  const char *own = agency != NULL ? agency->currency : "CNY";

  gtk_string_list_append (names, _("Choose…"));
  gtk_string_list_append (names, own);
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (!g_str_equal (currencies[i], own))
      gtk_string_list_append (names, currencies[i]);
  adw_combo_row_set_model (self->currency, G_LIST_MODEL (names));
}

void
troupe_import_questions_reset (TroupeImportQuestions *self,
                               TroupeOffice          *office)
{
  self->filling = TRUE;
  g_set_object (&self->office, office);
  self->latest = troupe_day_get_month (troupe_clock_get_day (troupe_office_get_clock (office)));
  g_clear_pointer (&self->chosen, troupe_record_unref);
  adw_action_row_set_subtitle (self->account, _("The file does not say whose it is"));
  fill_months (self);
  fill_currencies (self);
  gtk_widget_set_visible (GTK_WIDGET (self->month), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->currency), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->account), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->filling = FALSE;
}

void
troupe_import_questions_ask (TroupeImportQuestions *self,
                             char                 **asks)
{
  GtkWidget *first = NULL;

  for (char **ask = asks; ask != NULL && *ask != NULL; ask++)
    {
      GtkWidget *row = GTK_WIDGET (self->account);

      if (g_str_equal (*ask, "month"))
        row = GTK_WIDGET (self->month);
      else if (g_str_equal (*ask, "currency"))
        row = GTK_WIDGET (self->currency);
      gtk_widget_set_visible (row, TRUE);
      first = first != NULL ? first : row;
    }
  if (first == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (first);
}

void
troupe_import_questions_fill_request (TroupeImportQuestions *self,
                                      TroupeImportRequest   *request)
{
  guint month = adw_combo_row_get_selected (self->month);
  guint currency = adw_combo_row_get_selected (self->currency);

  if (month > 0 && month != GTK_INVALID_LIST_POSITION)
    request->month = self->latest - (month - 1);
  if (currency > 0 && currency != GTK_INVALID_LIST_POSITION)
    request->currency = gtk_string_object_get_string (adw_combo_row_get_selected_item (self->currency));
  if (self->chosen != NULL)
    {
      request->platform = self->chosen->platform;
      request->handle = self->chosen->handle;
    }
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_import_questions_dispose (GObject *object)
{
  TroupeImportQuestions *self = TROUPE_IMPORT_QUESTIONS (object);

  g_clear_object (&self->office);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, troupe_record_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_IMPORT_QUESTIONS);
  G_OBJECT_CLASS (troupe_import_questions_parent_class)->dispose (object);
}

static void
troupe_import_questions_class_init (TroupeImportQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_import_questions_dispose;
  signals[ANSWERED] = g_signal_new ("answered", TROUPE_TYPE_IMPORT_QUESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/import-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeImportQuestions, month);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportQuestions, currency);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportQuestions, account);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_account_cb);
}

static void
troupe_import_questions_init (TroupeImportQuestions *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}
