#include "troupe-reports-page.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-chooser-dialog.h"
#include "troupe-creator.h"
#include "troupe-fiber.h"
#include "troupe-month-button.h"
#include "troupe-record-index.h"
#include "troupe-report-preview.h"
#include "troupe-save-dialog.h"
#include "troupe-settle-job.h"
#include "troupe-statement.h"

/* Of all creators' statements so many are shown; the file has all. */
#define SHOWN 20

struct _TroupeReportsPage
{
  TroupePage parent_instance;

  AdwNavigationSplitView *split;
  GtkListBox             *reports;
  AdwNavigationPage      *report;
  GtkWidget              *creator;
  AdwButtonContent       *creator_name;
  AdwToggleGroup         *format;
  AdwToggleGroup         *language;
  TroupeReportPreview    *preview;
  GtkStack               *foot;
  GtkLabel               *state;
  GtkProgressBar         *progress;

  guint                   chosen;        /* of reports */
  gint64                  creator_id;    /* whose statement; 0: everybody's */
  gboolean                combined;      /* one file instead of one for each creator */
  gboolean                legal_names;   /* else masked */
  TroupeMonthState        month;         /* how far it has come */
  GCancellable           *cancellable;   /* of the export that runs */
};

enum
{
  PROP_COMBINED = 1,
  PROP_LEGAL_NAMES,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *name, *audience, *title, *subtitle;
} reports[] = {
  { "statement", N_("For creators"), N_("Statement"), N_("What came in, the share, corrections, payments, the balance") },
  { "month", N_("For the agency"), N_("Month report"), N_("Gross, platform fee, shares and margin, beside the month before") },
};

G_DEFINE_FINAL_TYPE (TroupeReportsPage, troupe_reports_page, TROUPE_TYPE_PAGE)

/* --- what is asked for --------------------------------------------------------------------------- */

static gboolean
is_statement (TroupeReportsPage *self)
{
  return self->chosen == 0;
}

/* One file per creator goes into a folder; everything else is one file. */
static gboolean
wants_folder (TroupeReportsPage *self)
{
  return is_statement (self) && self->creator_id == 0 && !self->combined;
}

static TroupeReportRequest
describe_request (TroupeReportsPage *self)
{
  return (TroupeReportRequest) {
    .name = reports[self->chosen].name,
    .month = troupe_page_get_month (TROUPE_PAGE (self)),
    .format = adw_toggle_group_get_active_name (self->format),
    .creator_id = is_statement (self) ? self->creator_id : 0,
    .combined = !wants_folder (self),
    .legal_names = self->legal_names,
    .lang = troupe_lang_from_locale (adw_toggle_group_get_active_name (self->language)),
  };
}

static char *
describe_state (TroupeReportsPage *self)
{
  g_autofree char *month = troupe_amount_format_month (troupe_page_get_month (TROUPE_PAGE (self)));
  int n = self->month.statements;

  if (!self->month.settled)
    return g_strdup_printf (_("%s is not settled yet: settle it first, in Settlement."), month);
  if (self->month.closed)
    return g_strdup_printf (ngettext ("%s is closed: its %d statement is final.",
                                      "%s is closed: its %d statements are final.", n), month, n);
  return g_strdup_printf (ngettext ("%s is still open: its %d statement is a draft and says so.",
                                    "%s is still open: its %d statements are drafts and say so.", n), month, n);
}

/* How what is shown differs from what is written. */
static char *
describe_difference (TroupeReportsPage *self)
{
  if (is_statement (self) && self->creator_id == 0 && self->month.statements > SHOWN)
    return g_strdup_printf (_("Shown are the first %d; all are exported."), SHOWN);
  if (g_str_equal (adw_toggle_group_get_active_name (self->format), "xlsx"))
    return g_strdup (_("The workbook has these figures as numbers, with a sheet for each kind of table."));
  return NULL;
}

static void
show_foot (TroupeReportsPage *self)
{
  g_autofree char *state = describe_state (self);
  g_autofree char *difference = describe_difference (self);
  g_autofree char *text = g_strjoin (" ", state, difference, NULL);

  gtk_label_set_label (self->state, text);
}

static void
changed_cb (TroupeReportsPage *self)
{
  TroupeReportRequest request = describe_request (self);

  gtk_widget_set_visible (self->creator, is_statement (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.combined", is_statement (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reports.legal-names", is_statement (self));
  adw_navigation_page_set_title (self->report, _(reports[self->chosen].title));
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (is_statement (self))
    request.most = SHOWN;
  troupe_report_preview_show (self->preview, troupe_page_get_office (TROUPE_PAGE (self)), &request);
  show_foot (self);
}

static void
selected_cb (TroupeReportsPage *self,
             GtkListBoxRow     *row)
{
  if (row == NULL)
    return;
  self->chosen = gtk_list_box_row_get_index (row);
  changed_cb (self);
}

static void
activated_cb (TroupeReportsPage *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* --- whose statement ----------------------------------------------------------------------------- */

static void
set_creator (TroupeReportsPage *self,
             gint64             id,
             const char        *name)
{
  self->creator_id = id;
  adw_button_content_set_label (self->creator_name, name);
  changed_cb (self);
}

static void
creator_chosen_cb (TroupeReportsPage *self,
                   TroupeChoice      *choice)
{
  set_creator (self, g_ascii_strtoll (troupe_choice_get_key (choice), NULL, 10), troupe_choice_get_title (choice));
}

static void
all_chosen_cb (TroupeReportsPage *self)
{
  set_creator (self, 0, _("All creators"));
}

static void
add_choice (GListStore    *choices,
            TroupeCreator *creator)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, creator->id);
  g_autoptr(TroupeChoice) choice = troupe_choice_new (key, creator->name, NULL);

  g_list_store_append (choices, choice);
}

/* Those who have a statement in the month. */
static DexFuture *
choose_creator_fiber (gpointer user_data)
{
  TroupeReportsPage *self = user_data;
  TroupeOffice *office = troupe_page_get_office (TROUPE_PAGE (self));
  gint64 month = troupe_page_get_month (TROUPE_PAGE (self));
  g_autoptr(GPtrArray) statements = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "month", month), NULL);
  g_autoptr(GPtrArray) creators = dex_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0), NULL);
  g_autoptr(GListStore) choices = g_list_store_new (TROUPE_TYPE_CHOICE);
  g_autoptr(GHashTable) index = creators != NULL ? troupe_record_index_new (creators) : NULL;
  AdwDialog *dialog;

  for (guint i = 0; statements != NULL && index != NULL && i < statements->len; i++)
    {
      TroupeStatement *statement = g_ptr_array_index (statements, i);

      add_choice (choices, troupe_record_index_find (index, statement->creator_id));
    }
  dialog = troupe_chooser_dialog_new (_("Whose statement?"), G_LIST_MODEL (choices), _("All creators"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (creator_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "other", G_CALLBACK (all_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dex_future_new_true ();
}

static void
choose_creator_cb (TroupeReportsPage *self)
{
  troupe_fiber_disown (troupe_fiber_spawn (choose_creator_fiber, g_object_ref (self), g_object_unref));
}

/* --- exporting ----------------------------------------------------------------------------------- */

static void
progress_cb (double   done,
             gpointer data)
{
  gtk_progress_bar_set_fraction (TROUPE_REPORTS_PAGE (data)->progress, done);
}

static void
show_running (TroupeReportsPage *self,
              gboolean           running)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->foot, running ? "running" : "state");
}

static DexFuture *
ask_output (TroupeReportsPage         *self,
            const TroupeReportRequest *request)
{
  g_autofree char *month = troupe_month_to_string (request->month);
  g_autofree char *name = g_strdup_printf ("%s-%s.%s", request->name, month, request->format);

  return wants_folder (self) ? troupe_save_dialog_ask_folder (GTK_WIDGET (self), _("Folder for the statements"))
                             : troupe_save_dialog_ask_file (GTK_WIDGET (self), _("Save the report"), name);
}

static void
show_written (TroupeReportsPage  *self,
              char              **files)
{
  guint n = g_strv_length (files);

  if (n == 1)
    troupe_page_show_saved (TROUPE_PAGE (self), files[0]);
  else
    troupe_page_show_toast (TROUPE_PAGE (self), adw_toast_new_format (ngettext ("%u file written", "%u files written", n), n));
}

static DexFuture *
export_fiber (gpointer user_data)
{
  TroupeReportsPage *self = user_data;
  TroupePage *page = user_data;
  TroupeReportRequest request = describe_request (self);
  g_autofree char *output = dex_await_string (ask_output (self, &request), NULL);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = NULL;

  if (output == NULL)
    return dex_future_new_true ();
  request = describe_request (self);   /* the month may have been turned behind the dialog */
  request.output = output;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_running (self, TRUE);
  files = dex_await_boxed (troupe_office_report (troupe_page_get_office (page), &request, progress_cb, self,
                                                 self->cancellable), &error);
  show_running (self, FALSE);
  troupe_page_show_error (page, error);
  if (files != NULL)
    show_written (self, files);
  return dex_future_new_true ();
}

static void
troupe_reports_page_export (TroupePage *page)
{
  TroupeReportsPage *self = TROUPE_REPORTS_PAGE (page);

  if (!g_str_equal (gtk_stack_get_visible_child_name (self->foot), "running"))
    troupe_fiber_disown (troupe_fiber_spawn (export_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_reports_page_print (TroupePage *page)
{
  TroupeReportRequest request = describe_request (TROUPE_REPORTS_PAGE (page));

  troupe_page_print_report (page, &request);
}

static void
cancel_cb (TroupeReportsPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the page ------------------------------------------------------------------------------------ */

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeReportsPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeMonth month = troupe_page_get_month (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) months = dex_await_boxed (troupe_office_list_months (troupe_page_get_office (page)), &error);

  troupe_page_show_error (page, error);
  if (month != troupe_page_get_month (page))
    return dex_future_new_true ();
  self->month = (TroupeMonthState) { .month = month };
  for (guint i = 0; months != NULL && i < months->len; i++)
    if (g_array_index (months, TroupeMonthState, i).month == month)
      self->month = g_array_index (months, TroupeMonthState, i);
  changed_cb (self);
  return dex_future_new_true ();
}

static void
troupe_reports_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_reports_page_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TroupeReportsPage *self = TROUPE_REPORTS_PAGE (object);

  switch (id)
    {
    case PROP_COMBINED:
      g_value_set_boolean (value, self->combined);
      break;
    case PROP_LEGAL_NAMES:
      g_value_set_boolean (value, self->legal_names);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_reports_page_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TroupeReportsPage *self = TROUPE_REPORTS_PAGE (object);

  switch (id)
    {
    case PROP_COMBINED:
      self->combined = g_value_get_boolean (value);
      break;
    case PROP_LEGAL_NAMES:
      self->legal_names = g_value_get_boolean (value);
      changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
troupe_reports_page_constructed (GObject *object)
{
  TroupeReportsPage *self = TROUPE_REPORTS_PAGE (object);

  G_OBJECT_CLASS (troupe_reports_page_parent_class)->constructed (object);
  if (troupe_office_get_lang (troupe_page_get_office (TROUPE_PAGE (self))) == TROUPE_LANG_EN)
    adw_toggle_group_set_active_name (self->language, "en");
}

static void
troupe_reports_page_dispose (GObject *object)
{
  TroupeReportsPage *self = TROUPE_REPORTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_REPORTS_PAGE);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (troupe_reports_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, split);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, reports);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, report);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, creator);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, creator_name);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, format);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, language);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, preview);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, foot);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_creator_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
troupe_reports_page_class_init (TroupeReportsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  object_class->get_property = troupe_reports_page_get_property;
  object_class->set_property = troupe_reports_page_set_property;
  object_class->constructed = troupe_reports_page_constructed;
  object_class->dispose = troupe_reports_page_dispose;
  page_class->refresh = troupe_reports_page_refresh;
  page_class->export = troupe_reports_page_export;
  page_class->print = troupe_reports_page_print;

  properties[PROP_COMBINED] =
    g_param_spec_boolean ("combined", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LEGAL_NAMES] =
    g_param_spec_boolean ("legal-names", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  g_type_ensure (TROUPE_TYPE_REPORT_PREVIEW);
  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "reports.combined", "combined");
  gtk_widget_class_install_property_action (widget_class, "reports.legal-names", "legal-names");
}

/* --- the list ------------------------------------------------------------------------------------ */

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_set_css_classes (label, (const char *[]) { style, "dim-label", NULL });
  return label;
}

static GtkWidget *
make_row (guint i)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_widget_add_css_class (box, "choice");
  gtk_box_append (GTK_BOX (box), make_label (_(reports[i].title), NULL));
  gtk_box_append (GTK_BOX (box), make_label (_(reports[i].subtitle), "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(reports[i].title), -1);
  return row;
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  gtk_list_box_row_set_header (row, make_label (_(reports[gtk_list_box_row_get_index (row)].audience), "section-heading"));
}

static void
troupe_reports_page_init (TroupeReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    gtk_list_box_append (self->reports, make_row (i));
  gtk_list_box_set_header_func (self->reports, header_cb, NULL, NULL);
  adw_button_content_set_label (self->creator_name, _("All creators"));
  gtk_list_box_select_row (self->reports, gtk_list_box_get_row_at_index (self->reports, 0));
}
