#include "troupe-reports-page.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-fiber.h"
#include "troupe-month-button.h"
#include "troupe-report-job.h"
#include "troupe-save-dialog.h"
#include "troupe-settle-job.h"

struct _TroupeReportsPage
{
  TroupePage parent_instance;

  GtkButton      *export;
  GtkCheckButton *statements;
  AdwToggleGroup *format;
  AdwToggleGroup *language;
  AdwSwitchRow   *combined;
  AdwSwitchRow   *legal_names;
  GtkLabel       *state;
  GtkRevealer    *running;
  GtkProgressBar *progress;

  GCancellable   *cancellable;   /* of the export that runs */
};

G_DEFINE_FINAL_TYPE (TroupeReportsPage, troupe_reports_page, TROUPE_TYPE_PAGE)

/* One file per creator goes into a folder; everything else is one file. */
static gboolean
wants_folder (TroupeReportsPage *self)
{
  return gtk_check_button_get_active (self->statements) && !adw_switch_row_get_active (self->combined);
}

static void
changed_cb (TroupeReportsPage *self)
{
  gboolean statements = gtk_check_button_get_active (self->statements);

  gtk_widget_set_visible (GTK_WIDGET (self->combined), statements);
  gtk_widget_set_visible (GTK_WIDGET (self->legal_names), statements);
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
  gtk_revealer_set_reveal_child (self->running, running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), !running);
}

static DexFuture *
ask_output (TroupeReportsPage *self)
{
  g_autofree char *month = troupe_month_to_string (troupe_page_get_month (TROUPE_PAGE (self)));
  const char *report = gtk_check_button_get_active (self->statements) ? "statements" : "month";
  g_autofree char *name =
    g_strdup_printf ("%s-%s.%s", report, month, adw_toggle_group_get_active_name (self->format));

  return wants_folder (self)
    ? troupe_save_dialog_ask_folder (GTK_WIDGET (self), _("Folder for the statements"))
    : troupe_save_dialog_ask_file (GTK_WIDGET (self), _("Save the report"), name);
}

static DexFuture *
export_fiber (gpointer user_data)
{
  TroupeReportsPage *self = user_data;
  TroupePage *page = user_data;
  g_autofree char *output = dex_await_string (ask_output (self), NULL);
  const TroupeReportRequest request = {
    .name = gtk_check_button_get_active (self->statements) ? "statement" : "month",
    .month = troupe_page_get_month (page),
    .format = adw_toggle_group_get_active_name (self->format),
    .combined = !wants_folder (self),
    .legal_names = adw_switch_row_get_active (self->legal_names),
    .lang = troupe_lang_from_locale (adw_toggle_group_get_active_name (self->language)),
    .output = output,
  };
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) files = NULL;

  if (output == NULL)
    return dex_future_new_true ();
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_running (self, TRUE);
  files = dex_await_boxed (troupe_office_report (troupe_page_get_office (page), &request, progress_cb, self,
                                                 self->cancellable), &error);
  show_running (self, FALSE);
  troupe_page_show_error (page, error);
  if (files != NULL)
    {
      guint n = g_strv_length (files);

      troupe_page_show_toast (page, adw_toast_new_format (ngettext ("%u file written", "%u files written", n), n));
    }
  return dex_future_new_true ();
}

static void
troupe_reports_page_export (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (export_fiber, g_object_ref (page), g_object_unref));
}

static void
cancel_cb (TroupeReportsPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

/* --- the page ------------------------------------------------------------------------------------ */

static char *
describe_month (const TroupeMonthState *state,
                const char             *month)
{
  if (state == NULL || !state->settled)
    return g_strdup_printf (_("%s is not settled yet: settle it first, in Settlement."), month);
  if (state->closed)
    return g_strdup_printf (_("%s is closed: its %d statements are final."), month, (int) state->statements);
  return g_strdup_printf (_("%s is still open: its %d statements are drafts and say so."), month, (int) state->statements);
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeReportsPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeMonth month = troupe_page_get_month (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) months = dex_await_boxed (troupe_office_list_months (troupe_page_get_office (page)), &error);
  g_autofree char *month_name = troupe_amount_format_month (month);
  g_autofree char *text = NULL;
  const TroupeMonthState *state = NULL;

  troupe_page_show_error (page, error);
  for (guint i = 0; months != NULL && i < months->len; i++)
    if (g_array_index (months, TroupeMonthState, i).month == month)
      state = &g_array_index (months, TroupeMonthState, i);
  text = describe_month (state, month_name);
  gtk_label_set_label (self->state, text);
  return dex_future_new_true ();
}

static void
troupe_reports_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
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
troupe_reports_page_class_init (TroupeReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = troupe_reports_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = troupe_reports_page_dispose;
  page_class->refresh = troupe_reports_page_refresh;
  page_class->export = troupe_reports_page_export;

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/reports-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, export);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, statements);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, format);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, language);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, combined);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, legal_names);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, state);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, running);
  gtk_widget_class_bind_template_child (widget_class, TroupeReportsPage, progress);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
troupe_reports_page_init (TroupeReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
