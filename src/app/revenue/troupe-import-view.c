#include "troupe-import-view.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "troupe-account.h"
#include "troupe-facts-card.h"
#include "troupe-import-problems.h"
#include "troupe-import-sample.h"
#include "troupe-import-text.h"
#include "troupe-money.h"
#include "troupe-row.h"
#include "troupe-vocabulary.h"

/* A list that nobody reads to its end: the rest is in the import's own page and its CSV file. */
#define MOST_PROBLEMS 30

/* From here on a profile is sure enough to be called recognised: only columns that may be missing are. */
#define CERTAIN 80

struct _TroupeImportView
{
  AdwBin parent_instance;

  AdwActionRow          *file;
  AdwActionRow          *profile;
  GtkImage              *profile_icon;
  GtkBox                *notice;
  GtkImage              *notice_icon;
  GtkLabel              *notice_label;
  TroupeImportQuestions *questions;
  TroupeFactsCard       *facts;
  AdwPreferencesGroup   *skip_group;
  AdwSwitchRow          *skip;
  GtkBox                *sample_box;
  GtkColumnView         *sample;
  GtkBox                *problems_box;
  GtkLabel              *counts;
  GtkListBox            *problems;

  TroupeImportPreview   *preview;
  char                  *size;      /* of the file, to read */
  gboolean               narrow;
};

typedef enum
{
  PROP_SKIP_BAD = 1,
} TroupeImportViewProperty;

enum
{
  AGAIN,
  CHANGE_PROFILE,
  ASSIGN,
  N_SIGNALS,
};

static GParamSpec *properties[PROP_SKIP_BAD + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeImportView, troupe_import_view, ADW_TYPE_BIN)

/* --- the file and its profile -------------------------------------------------------------------- */

void
troupe_import_view_begin (TroupeImportView *self,
                          TroupeOffice     *office,
                          const char       *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf info;

  g_clear_pointer (&self->size, g_free);
  if (g_stat (path, &info) == 0)
    self->size = g_format_size (info.st_size);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name);
  adw_action_row_set_subtitle (self->file, self->size != NULL ? self->size : _("The file cannot be found"));
  adw_switch_row_set_active (self->skip, FALSE);
  troupe_import_questions_reset (self->questions, office);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self)))), 0);
  g_clear_pointer (&self->preview, troupe_import_preview_unref);
}

static void
show_profile (TroupeImportView *self,
              gboolean          chosen)
{
  TroupeImportPreview *preview = self->preview;
  gboolean sure = preview->profile != NULL && (chosen || preview->certainty >= CERTAIN);
  gboolean asked = preview->asks != NULL && preview->asks[0] != NULL;
  gboolean explained = preview->profile != NULL && (preview->result != NULL || asked) && !chosen;
  g_autofree char *title = NULL;

  if (preview->profile == NULL)
    title = g_strdup (_("This file cannot be imported"));
  else if (chosen)
    title = g_strdup_printf (_("Read as “%s”"), preview->title);
  else
    title = g_strdup_printf (sure ? _("Recognised as “%s”") : _("Probably “%s”"), preview->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->profile), title);
  adw_action_row_set_subtitle (self->profile, explained ? preview->why : NULL);
  gtk_image_set_from_icon_name (self->profile_icon, sure ? "object-select-symbolic" : "dialog-question-symbolic");
  gtk_widget_set_css_classes (GTK_WIDGET (self->profile_icon), (const char *[]) { sure ? "success" : "warning", NULL });
}

static void
show_notice (TroupeImportView *self,
             const char       *icon,
             const char       *text)
{
  gboolean warns = g_strcmp0 (icon, "dialog-warning-symbolic") == 0;

  gtk_image_set_from_icon_name (self->notice_icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->notice_icon), (const char *[]) { warns ? "warning" : "dim-label", NULL });
  gtk_label_set_label (self->notice_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

static void
choose_notice (TroupeImportView *self)
{
  TroupeImportPreview *preview = self->preview;
  TroupeImport *import = preview->result != NULL ? preview->result->import : NULL;

  if (preview->asks != NULL && preview->asks[0] != NULL)
    show_notice (self, NULL, NULL);
  else if (import == NULL)
    show_notice (self, "dialog-warning-symbolic", preview->why);
  else if (preview->result->identical)
    show_notice (self, "dialog-information-symbolic", _("This very file has been imported before: there is nothing new in it."));
  else if (import->new_rows + import->updated_rows == 0 && import->failed_rows == 0)
    show_notice (self, "dialog-information-symbolic", _("Every row of this file is already there: there is nothing new in it."));
  else
    show_notice (self, "dialog-information-symbolic", import->note);
}

/* --- what it says -------------------------------------------------------------------------------- */

static void
add_period (TroupeImportView   *self,
            TroupeImportResult *result)
{
  TroupeImport *import = result->import;
  gint64 days = import->last_day - import->first_day + 1;
  gboolean whole = result->n_days == days;
  g_autofree char *period = troupe_import_text_period (import->first_day, import->last_day);
  g_autofree char *note = whole ? g_strdup_printf (_("all %d days"), (int) days)
                                : g_strdup_printf (_("%1$d of %2$d days"), (int) result->n_days, (int) days);

  /* one day needs no counting, and of a file that was imported before nobody counted */
  if (period == NULL || days == 1 || result->n_days == 0)
    troupe_facts_card_add (self->facts, _("Period"), period, NULL, NULL);
  else
    troupe_facts_card_add (self->facts, _("Period"), period, note, whole ? "object-select-symbolic" : "dialog-warning-symbolic");
}

static void
add_accounts (TroupeImportView   *self,
              TroupeImportResult *result)
{
  guint n = result->accounts->len;
  g_autofree char *all = troupe_import_text_number (result->n_accounts);
  g_autofree char *known = troupe_import_text_number (result->n_known);
  g_autofree char *value = g_strdup_printf (_("%1$s of %2$s known"), known, all);
  g_autofree char *number = troupe_import_text_number (n);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%s unknown, see below", "%s unknown, see below", n), number);

  if (n > 0)
    troupe_facts_card_add (self->facts, _("Accounts"), value, waiting, "dialog-warning-symbolic");
  else if (result->n_known < result->n_accounts)
    troupe_facts_card_add (self->facts, _("Accounts"), value, _("the others wait already"), "dialog-warning-symbolic");
  else
    troupe_facts_card_add (self->facts, _("Accounts"), value, NULL, NULL);
}

/* The first unit large, what comes in others below. */
static void
add_amount (TroupeImportView *self,
            TroupeImport     *import)
{
  g_auto(GStrv) amounts = troupe_import_text_amounts (import->total);
  g_autofree char *others = amounts[0] != NULL && amounts[1] != NULL ? g_strjoinv (" + ", amounts + 1) : NULL;
  g_autofree char *note = others != NULL ? g_strdup_printf (_("and %s"), others) : g_strdup (_("as the rows add up"));

  troupe_facts_card_add (self->facts, _("Amount in the file"), amounts[0], note, NULL);
}

static void
add_stated_total (TroupeImportView   *self,
                  TroupeImportResult *result)
{
  g_autofree char *stated = troupe_import_text_total (result->stated_total);
  g_autofree char *excess = troupe_import_text_total (result->stated_excess);
  g_autofree char *differs = g_strdup_printf (_("the rows differ by %s"), excess);

  if (stated == NULL)
    troupe_facts_card_add (self->facts, _("Platform’s own total"), _("Not stated"), _("the file states none"), NULL);
  else if (excess == NULL)
    troupe_facts_card_add (self->facts, _("Platform’s own total"), stated, _("equal"), "object-select-symbolic");
  else
    troupe_facts_card_add (self->facts, _("Platform’s own total"), stated, differs, "dialog-warning-symbolic");
}

/* Of a file that was imported before only its import is known. */
static void
show_facts (TroupeImportView *self)
{
  TroupeImportResult *result = self->preview->result;
  g_autofree char *rows = troupe_import_text_number (result->import->rows);
  const char *format = ngettext ("%s row, %s", "%s rows, %s", (gulong) result->import->rows);
  g_autofree char *size = self->size != NULL ? g_strdup_printf (format, rows, self->size) : NULL;

  if (size != NULL)
    adw_action_row_set_subtitle (self->file, size);
  troupe_facts_card_clear (self->facts);
  add_period (self, result);
  if (result->identical)
    troupe_facts_card_add (self->facts, _("Rows in the file"), rows, NULL, NULL);
  else
    add_accounts (self, result);
  add_amount (self, result->import);
  if (!result->identical)
    add_stated_total (self, result);
}

/* It is filled while it does not show: titles are aligned when they appear. */
static void
show_sample (TroupeImportView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sample_box), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sample_box), troupe_import_sample_show (self->sample, self->preview, self->narrow));
}

/* --- what is to be looked at --------------------------------------------------------------------- */

static void
assign_cb (GtkWidget *row)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, TROUPE_TYPE_IMPORT_VIEW);

  g_signal_emit (view, signals[ASSIGN], 0, troupe_row_get_record (row));
}

/* "1,240.60 CNY + 1,250 diamonds": what waits for the account, this file's lines and earlier ones. */
static char *
describe_waiting (TroupeImportResult  *result,
                  const TroupeAccount *account)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->waiting->len; i++)
    {
      const TroupeWaitingTotal *total = &g_array_index (result->waiting, TroupeWaitingTotal, i);
      g_autofree char *amount = troupe_micros_format (total->amount, total->unit);

      if (total->account_id == account->id)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " + " : "", amount, troupe_unit_get_label (lang, total->unit));
    }
  return g_string_free_and_steal (text);
}

/* The rows that name the account. */
static char *
describe_place (TroupeImportResult  *result,
                const TroupeAccount *account)
{
  for (guint i = 0; i < result->places->len; i++)
    {
      const TroupeAccountPlace *place = &g_array_index (result->places, TroupeAccountPlace, i);

      if (place->account_id == account->id)
        return troupe_import_text_places (place->first_row, place->last_row, place->stretches);
    }
  return NULL;
}

static void
add_account (TroupeImportView *self,
             TroupeAccount    *account)
{
  const char *name = account->name != NULL ? account->name : account->handle;
  g_autofree char *title = g_strdup_printf (_("Unknown account “%s”"), name);
  g_autofree char *label = g_strdup_printf (_("Assign the account %s"), name);
  g_autofree char *where = describe_place (self->preview->result, account);
  g_autofree char *amount = describe_waiting (self->preview->result, account);
  g_autofree char *waits = g_strdup_printf (_("%s waits until somebody says whose it is"), amount);
  g_autofree char *subtitle = account->name != NULL ? g_strjoin (" · ", account->handle, waits, NULL) : g_strdup (waits);
  const TroupeImportRemark remark = {
    .outcome = "waiting",
    .where = where,
    .title = title,
    .subtitle = subtitle,
  };
  GtkWidget *row = troupe_import_remark_new_row (&remark, self->narrow);
  GtkWidget *button = troupe_row_add_button (row, _("Assign…"));

  troupe_row_set_record (row, account);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (assign_cb), row, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->problems, row);
}

static void
add_rest (TroupeImportView *self,
          guint             n)
{
  g_autofree char *number = troupe_import_text_number (n);
  g_autofree char *text = g_strdup_printf (_("And %s more"), number);

  gtk_list_box_append (self->problems, troupe_row_new (text, _("After the import its page lists them all")));
}

static void
add_unknown (TroupeImportView *self)
{
  GPtrArray *accounts = self->preview->result->accounts;

  for (guint i = 0; i < MIN (accounts->len, MOST_PROBLEMS); i++)
    add_account (self, g_ptr_array_index (accounts, i));
  if (accounts->len > MOST_PROBLEMS)
    add_rest (self, accounts->len - MOST_PROBLEMS);
}

/* Problems until one of the outcome until, which is the first that is not shown. Rows that wait stand at
 * their accounts. */
static guint
add_problems (TroupeImportView *self,
              GPtrArray        *problems,
              guint             first,
              const char       *until)
{
  guint i = first;

  for (; i < problems->len; i++)
    {
      TroupeImportProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->outcome, until) == 0)
        break;
      if (i - first < MOST_PROBLEMS && !g_str_equal (problem->outcome, "waiting"))
        gtk_list_box_append (self->problems, troupe_import_problem_new_row (problem, self->narrow));
    }
  if (i - first > MOST_PROBLEMS)
    add_rest (self, i - first - MOST_PROBLEMS);
  return i;
}

/* Nobody should look for these lines in the month that they are of. */
static void
add_late (TroupeImportView *self)
{
  const TroupeLateLines *late = &self->preview->result->late;
  g_autofree char *number = troupe_import_text_number (late->lines);
  g_autofree char *where = g_strdup_printf (ngettext ("%s line", "%s lines", (gulong) late->lines), number);
  g_autofree char *title = troupe_import_text_late (late);
  const TroupeImportRemark remark = {
    .outcome = "warned",
    .where = where,
    .title = title,
    .subtitle = _("What is closed stays as it is; statements of that month show them as corrections"),
  };

  if (late->lines > 0)
    gtk_list_box_append (self->problems, troupe_import_remark_new_row (&remark, self->narrow));
}

/* What keeps the file out, then who is unknown, then what was done. */
static void
show_problems (TroupeImportView *self)
{
  TroupeImportResult *result = self->preview->result;
  g_autoptr(GPtrArray) problems = troupe_import_problems_gather (result->rows);
  g_autofree char *counts = troupe_import_text_counts (result->import);
  guint next;

  gtk_list_box_remove_all (self->problems);
  next = add_problems (self, problems, 0, "waiting");
  add_late (self);
  add_unknown (self);
  add_problems (self, problems, next, NULL);
  if (problems->len + result->accounts->len == 0 && result->late.lines == 0)
    gtk_list_box_append (self->problems, troupe_row_new (_("Nothing: every row is new and belongs to somebody"), NULL));
  gtk_label_set_label (self->counts, counts);
}

static void
show_skip (TroupeImportView *self)
{
  gint64 failed = self->preview->result->import->failed_rows;
  g_autofree char *number = troupe_import_text_number (failed);
  const char *format = ngettext ("Import the rest without the %s row that failed",
                                 "Import the rest without the %s rows that failed", (gulong) failed);
  g_autofree char *title = g_strdup_printf (format, number);

  gtk_widget_set_visible (GTK_WIDGET (self->skip_group), failed > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->skip), title);
}

void
troupe_import_view_show (TroupeImportView    *self,
                         TroupeImportPreview *preview,
                         gboolean             chosen)
{
  gboolean read = preview->result != NULL && preview->result->import != NULL;

  troupe_import_preview_ref (preview);
  g_clear_pointer (&self->preview, troupe_import_preview_unref);
  self->preview = preview;
  show_profile (self, chosen);
  choose_notice (self);
  troupe_import_questions_ask (self->questions, preview->asks);
  show_sample (self);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), read);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_box), read);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_group), FALSE);
  if (!read)
    return;
  show_facts (self);
  show_problems (self);
  show_skip (self);
}

/* --- what can be done with it -------------------------------------------------------------------- */

void
troupe_import_view_fill_request (TroupeImportView    *self,
                                 TroupeImportRequest *request)
{
  troupe_import_questions_fill_request (self->questions, request);
}

gboolean
troupe_import_view_get_skip_bad (TroupeImportView *self)
{
  return adw_switch_row_get_active (self->skip);
}

gint64
troupe_import_view_get_rows (TroupeImportView *self)
{
  TroupeImport *import;

  if (self->preview == NULL || self->preview->result == NULL || self->preview->result->identical)
    return 0;
  import = self->preview->result->import;
  if (import->failed_rows > 0 && !troupe_import_view_get_skip_bad (self))
    return 0;
  return import->new_rows + import->updated_rows;
}

void
troupe_import_view_set_narrow (TroupeImportView *self,
                               gboolean          narrow)
{
  self->narrow = narrow;
  troupe_facts_card_set_narrow (self->facts, narrow);
  if (self->preview == NULL)
    return;
  show_sample (self);
  if (self->preview->result != NULL)
    show_problems (self);
}

static void
again_cb (TroupeImportView *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
change_profile_cb (TroupeImportView *self)
{
  g_signal_emit (self, signals[CHANGE_PROFILE], 0);
}

static void
skip_cb (TroupeImportView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SKIP_BAD]);
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_import_view_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((TroupeImportViewProperty) id)
    {
    case PROP_SKIP_BAD:
      g_value_set_boolean (value, troupe_import_view_get_skip_bad (TROUPE_IMPORT_VIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_import_view_dispose (GObject *object)
{
  TroupeImportView *self = TROUPE_IMPORT_VIEW (object);

  g_clear_pointer (&self->preview, troupe_import_preview_unref);
  g_clear_pointer (&self->size, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_IMPORT_VIEW);
  G_OBJECT_CLASS (troupe_import_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, file);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, profile);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, profile_icon);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, notice);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, notice_icon);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, notice_label);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, questions);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, facts);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, skip_group);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, skip);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, sample_box);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, sample);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, problems_box);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, counts);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportView, problems);
}

static void
troupe_import_view_class_init (TroupeImportViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = troupe_import_view_get_property;
  object_class->dispose = troupe_import_view_dispose;
  properties[PROP_SKIP_BAD] = g_param_spec_boolean ("skip-bad", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[AGAIN] = g_signal_new ("again", TROUPE_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGE_PROFILE] = g_signal_new ("change-profile", TROUPE_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[ASSIGN] = g_signal_new ("assign", TROUPE_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TROUPE_TYPE_RECORD);

  g_type_ensure (TROUPE_TYPE_FACTS_CARD);
  g_type_ensure (TROUPE_TYPE_IMPORT_QUESTIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/import-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
troupe_import_view_init (TroupeImportView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
