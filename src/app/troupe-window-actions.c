#include <glib/gi18n.h>
#include <string.h>

#include "troupe-agency-form.h"
#include "troupe-contract-actions.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-file-job.h"
#include "troupe-import-actions.h"
#include "troupe-payment-form.h"
#include "troupe-save-dialog.h"
#include "troupe-section.h"
#include "troupe-shortcuts-dialog.h"
#include "troupe-switcher-dialog.h"
#include "troupe-window-private.h"

/* --- going about --------------------------------------------------------------------------------- */

static void
show_page_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  troupe_window_show_section (TROUPE_WINDOW (widget), g_variant_get_string (target, NULL));
}

static void
show_detail_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  troupe_window_show_detail (TROUPE_WINDOW (widget), action + strlen ("win.show-"), g_variant_get_int64 (target));
}

static void
back_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  troupe_window_go_back (TROUPE_WINDOW (widget));
}

static void
step_month_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  TroupeWindow *self = TROUPE_WINDOW (widget);
  int step = g_str_equal (action, "win.next-month") ? 1 : -1;

  troupe_window_set_month (self, troupe_window_get_month (self) + step);
}

static void
this_month_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *target)
{
  TroupeWindow *self = TROUPE_WINDOW (widget);
  TroupeClock *clock = troupe_office_get_clock (troupe_window_get_office (self));

  troupe_window_set_month (self, troupe_day_get_month (troupe_clock_get_day (clock)));
}

static void
switch_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *target)
{
  TroupeWindow *self = TROUPE_WINDOW (widget);

  if (troupe_window_get_office (self) != NULL)
    adw_dialog_present (troupe_switcher_dialog_new (troupe_window_get_office (self), troupe_window_get_month (self)), widget);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *target)
{
  adw_dialog_present (troupe_shortcuts_dialog_new (), widget);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  troupe_window_open_menu (TROUPE_WINDOW (widget));
}

/* --- what the page in front does ----------------------------------------------------------------- */

static void
page_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  TroupePage *page = troupe_window_get_page (TROUPE_WINDOW (widget));
  TroupePageClass *klass;
  void (*verb) (TroupePage *) = NULL;

  if (page == NULL)
    return;
  klass = TROUPE_PAGE_GET_CLASS (page);
  if (g_str_equal (action, "win.create"))
    verb = klass->create;
  else if (g_str_equal (action, "win.edit"))
    verb = klass->edit;
  else if (g_str_equal (action, "win.search"))
    verb = klass->search;
  else if (g_str_equal (action, "win.export"))
    verb = klass->export;
  else if (g_str_equal (action, "win.print"))
    verb = klass->print;
  if (verb != NULL)
    verb (page);
  else
    gtk_widget_error_bell (widget);
}

/* --- undo ---------------------------------------------------------------------------------------- */

/* What was reverted, and how to have it back; that nothing was is no error. */
static void
show_reverted (TroupeWindow *self,
               AdwToast     *toast,
               const char   *button,
               const char   *action)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  troupe_window_add_toast (self, toast);
}

static void
show_not_reverted (TroupeWindow *self,
                   GError       *error)
{
  if (g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND))
    troupe_window_add_toast (self, adw_toast_new (error->message));
  else
    troupe_window_show_error (self, error);
}

static DexFuture *
undo_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *what = dex_await_string (troupe_office_undo (troupe_window_get_office (self)), &error);

  if (what != NULL)
    show_reverted (self, adw_toast_new_format (_("Undone: %s"), what), _("Redo"), "win.redo");
  else
    show_not_reverted (self, error);
  return dex_future_new_true ();
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  if (troupe_window_get_office (TROUPE_WINDOW (widget)) != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (undo_fiber, g_object_ref (widget), g_object_unref));
}

static DexFuture *
redo_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *what = dex_await_string (troupe_office_redo (troupe_window_get_office (self)), &error);

  if (what != NULL)
    show_reverted (self, adw_toast_new_format (_("Done again: %s"), what), _("Undo"), "win.undo");
  else
    show_not_reverted (self, error);
  return dex_future_new_true ();
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *target)
{
  if (troupe_window_get_office (TROUPE_WINDOW (widget)) != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (redo_fiber, g_object_ref (widget), g_object_unref));
}

/* --- the file ------------------------------------------------------------------------------------ */

static DexFuture *
check_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) findings = dex_await_boxed (troupe_office_check (troupe_window_get_office (self)), &error);
  g_autofree char *text = NULL;

  troupe_window_show_error (self, error);
  if (findings == NULL)
    return dex_future_new_true ();
  text = g_strjoinv ("\n", findings);
  AdwDialog *dialog = adw_alert_dialog_new (*findings == NULL ? _("The file is in order") : _("The check found something"),
                                            *findings == NULL ? _("Every total, identity and reference was verified.") : text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dex_future_new_true ();
}

static void
check_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *target)
{
  if (troupe_window_get_office (TROUPE_WINDOW (widget)) != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (check_fiber, g_object_ref (widget), g_object_unref));
}

static void
edit_agency_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *target)
{
  TroupeOffice *office = troupe_window_get_office (TROUPE_WINDOW (widget));

  if (office != NULL && troupe_office_get_agency (office) != NULL)
    adw_dialog_present (troupe_agency_form_new (office), widget);
}

static DexFuture *
save_document_fiber (gpointer user_data)
{
  TroupeWindow *self = user_data;
  g_autofree char *path = dex_await_string (
    troupe_save_dialog_ask_file (GTK_WIDGET (self), _("Save a copy as document"), "agency.json"), NULL);
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return dex_future_new_true ();
  dex_await_int64 (troupe_office_dump (troupe_window_get_office (self), path, NULL), &error);
  if (error != NULL)
    troupe_window_show_error (self, error);
  else
    troupe_window_add_toast (self, adw_toast_new (_("Saved. The document holds sensitive data: keep it safe.")));
  return dex_future_new_true ();
}

static void
save_document_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *target)
{
  if (troupe_window_get_office (TROUPE_WINDOW (widget)) != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (save_document_fiber, g_object_ref (widget), g_object_unref));
}

void
troupe_window_install_actions (GtkWidgetClass *klass)
{
  static const char *const verbs[] = { "win.create", "win.edit", "win.search", "win.export", "win.print" };

  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page_cb);
  for (const TroupeDetail *detail = troupe_detail_get_all (); detail->name != NULL; detail++)
    {
      g_autofree char *name = g_strconcat ("win.show-", detail->name, NULL);

      gtk_widget_class_install_action (klass, g_intern_string (name), "x", show_detail_cb);
    }
  troupe_contract_actions_install (klass);
  troupe_import_actions_install (klass);
  troupe_payment_actions_install (klass);
  gtk_widget_class_install_action (klass, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (klass, "win.next-month", NULL, step_month_cb);
  gtk_widget_class_install_action (klass, "win.previous-month", NULL, step_month_cb);
  gtk_widget_class_install_action (klass, "win.this-month", NULL, this_month_cb);
  gtk_widget_class_install_action (klass, "win.switch", NULL, switch_cb);
  gtk_widget_class_install_action (klass, "win.shortcuts", NULL, shortcuts_cb);
  gtk_widget_class_install_action (klass, "win.menu", NULL, menu_cb);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (klass, verbs[i], NULL, page_cb);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.edit-agency", NULL, edit_agency_cb);
  gtk_widget_class_install_action (klass, "win.check", NULL, check_cb);
  gtk_widget_class_install_action (klass, "win.save-document", NULL, save_document_cb);
}
