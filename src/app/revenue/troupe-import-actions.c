#include "troupe-import-actions.h"

#include <glib/gi18n.h>

#include "troupe-fiber.h"
#include "troupe-import-dialog.h"
#include "troupe-import-job.h"
#include "troupe-import-text.h"
#include "troupe-import-withdrawal.h"
#include "troupe-window-private.h"

/* --- the sheet ----------------------------------------------------------------------------------- */

static void
imported_cb (GtkWidget          *window,
             TroupeImportResult *result)
{
  g_autofree char *counts = troupe_import_text_counts (result->import);
  AdwToast *toast = adw_toast_new_format (_("%s imported: %s"), result->import->file_name, counts);

  adw_toast_set_use_markup (toast, FALSE);
  if (result->import->id != 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.withdraw-import");
      adw_toast_set_action_target (toast, "x", result->import->id);
    }
  adw_toast_set_timeout (toast, 10);
  troupe_window_add_toast (TROUPE_WINDOW (window), toast);
}

/* The sheet that is open, or a new one: files come one after the other. */
static TroupeImportDialog *
get_sheet (GtkWidget *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  if (TROUPE_IS_IMPORT_DIALOG (dialog))
    return TROUPE_IMPORT_DIALOG (dialog);
  dialog = troupe_import_dialog_new (troupe_window_get_office (TROUPE_WINDOW (window)));
  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), window, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, window);
  return TROUPE_IMPORT_DIALOG (dialog);
}

static void
import_file_cb (GtkWidget  *window,
                const char *action,
                GVariant   *target)
{
  troupe_import_dialog_add_file (get_sheet (window), g_variant_get_string (target, NULL));
}

/* --- choosing files ------------------------------------------------------------------------------ */

static void
files_chosen_cb (GObject      *dialog,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GtkWidget) window = user_data;
  g_autoptr(GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        troupe_import_dialog_add_file (get_sheet (window), g_file_peek_path (file));
    }
}

static GListModel *
make_filters (void)
{
  static const char *const suffixes[] = { "csv", "tsv", "txt", "xlsx", "xls", "zip", "gz" };
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) statements = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (statements, _("Platforms’ files"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (statements, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, statements);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

static void
import_cb (GtkWidget  *window,
           const char *action,
           GVariant   *target)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _("Import platforms’ files"));
  gtk_file_dialog_set_accept_label (dialog, _("Look at them"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (window), NULL, files_chosen_cb, g_object_ref (window));
}

static void
withdraw_cb (GtkWidget  *window,
             const char *action,
             GVariant   *target)
{
  troupe_import_withdrawal_start (TROUPE_WINDOW (window), g_variant_get_int64 (target));
}

/* --- installing ---------------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.import", NULL, import_cb },
  { "win.import-file", "s", import_file_cb },
  { "win.withdraw-import", "x", withdraw_cb },
};

void
troupe_import_actions_install (GtkWidgetClass *window_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (window_class, actions[i].name, actions[i].parameter, actions[i].activate);
}

void
troupe_import_actions_update (GtkWidget    *window,
                              TroupeOffice *office)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i].name, office != NULL && !troupe_office_is_read_only (office));
}
