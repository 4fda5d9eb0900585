#include "troupe-save-dialog.h"

static void
answer (DexPromise *promise,
        GFile      *file,
        GError     *error)
{
  if (file != NULL)
    dex_promise_resolve_string (promise, g_file_get_path (file));
  else
    dex_promise_reject (promise, error);
  g_clear_object (&file);
  dex_unref (promise);
}

static void
file_chosen_cb (GObject      *dialog,
                GAsyncResult *result,
                gpointer      user_data)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, &error);

  answer (user_data, file, error);
}

static void
folder_chosen_cb (GObject      *dialog,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  GError *error = NULL;
  GFile *file = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (dialog), result, &error);

  answer (user_data, file, error);
}

DexFuture *
troupe_save_dialog_ask_file (GtkWidget  *parent,
                             const char *title,
                             const char *name)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file_chosen_cb, dex_ref (promise));
  return DEX_FUTURE (promise);
}

DexFuture *
troupe_save_dialog_ask_folder (GtkWidget  *parent,
                               const char *title)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  DexPromise *promise = dex_promise_new ();

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, folder_chosen_cb,
                                 dex_ref (promise));
  return DEX_FUTURE (promise);
}

static void
printed_cb (GObject      *dialog,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(DexPromise) promise = user_data;
  GError *error = NULL;

  if (gtk_print_dialog_print_file_finish (GTK_PRINT_DIALOG (dialog), result, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    dex_promise_reject (promise, error);
}

DexFuture *
troupe_save_dialog_print (GtkWidget  *parent,
                          const char *path)
{
  g_autoptr(GtkPrintDialog) dialog = gtk_print_dialog_new ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  DexPromise *promise = dex_promise_new ();

  gtk_print_dialog_print_file (dialog, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, file, NULL, printed_cb,
                               dex_ref (promise));
  return DEX_FUTURE (promise);
}
