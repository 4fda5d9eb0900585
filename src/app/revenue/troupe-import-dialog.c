#include "troupe-import-dialog.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-assignment.h"
#include "troupe-chooser-dialog.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-import-job.h"
#include "troupe-import-text.h"
#include "troupe-import-view.h"

#define TICK_MILLISECONDS 120

struct _TroupeImportDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle   *heading;
  GtkButton        *skip;
  GtkButton        *take;
  AdwBanner        *banner;
  GtkStack         *stack;
  TroupeImportView *view;
  GtkLabel         *working;
  GtkProgressBar   *progress;

  TroupeOffice     *office;
  GPtrArray        *paths;         /* all files, char * */
  guint             at;            /* the one in hand */
  char             *profile;       /* chosen by hand, or NULL */
  GCancellable     *cancellable;   /* of what runs */
  guint             generation;    /* of the look that counts */
  guint             tick_source;
  gboolean          taking;
};

enum
{
  IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeImportDialog, troupe_import_dialog, ADW_TYPE_DIALOG)

static void look (TroupeImportDialog *self);

static const char *
get_path (TroupeImportDialog *self)
{
  return g_ptr_array_index (self->paths, self->at);
}

/* --- working ------------------------------------------------------------------------------------- */

/* What is done within a tick shows no progress at all. After the last row the rest cannot be foretold. */
static gboolean
tick_cb (gpointer user_data)
{
  TroupeImportDialog *self = user_data;
  double done = troupe_office_get_import_progress (self->office);

  gtk_stack_set_visible_child_name (self->stack, "working");
  if (done >= 0 && done < 1)
    gtk_progress_bar_set_fraction (self->progress, done);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
begin_work (TroupeImportDialog *self,
            const char         *text)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->working, text);
  gtk_progress_bar_set_fraction (self->progress, 0);
  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), FALSE);
  if (self->tick_source == 0)
    self->tick_source = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
}

static void
end_work (TroupeImportDialog *self)
{
  g_clear_handle_id (&self->tick_source, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, "view");
}

static void
show_error (TroupeImportDialog *self,
            GError             *error)
{
  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_CANCELLED))
    return;
  adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
update_take (TroupeImportDialog *self)
{
  gint64 rows = troupe_import_view_get_rows (self->view);
  g_autofree char *number = troupe_import_text_number (rows);
  g_autofree char *label = g_strdup_printf (ngettext ("Import %s row", "Import %s rows", (gulong) rows), number);

  gtk_button_set_label (self->take, rows > 0 ? label : _("Import"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->take), rows > 0);
}

/* --- looking at a file --------------------------------------------------------------------------- */

typedef struct
{
  TroupeImportDialog *dialog;
  guint               generation;
} Look;

static void
look_free (gpointer data)
{
  g_object_unref (((Look *) data)->dialog);
  g_free (data);
}

static void
fill_request (TroupeImportDialog  *self,
              TroupeImportRequest *request)
{
  *request = (TroupeImportRequest) { .path = get_path (self), .profile = self->profile, .month = TROUPE_NONE };
  troupe_import_view_fill_request (self->view, request);
}

static DexFuture *
look_fiber (gpointer user_data)
{
  Look *request_of = user_data;
  TroupeImportDialog *self = request_of->dialog;
  TroupeImportRequest request;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeImportPreview) preview = NULL;

  fill_request (self, &request);
  preview = dex_await_boxed (troupe_office_preview_import (self->office, &request, self->cancellable), &error);
  /* another file, profile or answer meanwhile: that look shows its own */
  if (request_of->generation != self->generation)
    return dex_future_new_true ();
  end_work (self);
  show_error (self, error);
  if (preview != NULL)
    troupe_import_view_show (self->view, preview, self->profile != NULL);
  update_take (self);
  return dex_future_new_true ();
}

static void
look (TroupeImportDialog *self)
{
  g_autofree char *name = g_filename_display_basename (get_path (self));
  g_autofree char *text = g_strdup_printf (_("Reading %s…"), name);
  Look *request = g_new (Look, 1);

  begin_work (self, text);
  *request = (Look) { g_object_ref (self), ++self->generation };
  troupe_fiber_disown (troupe_fiber_spawn (look_fiber, request, look_free));
}

static void
begin_file (TroupeImportDialog *self)
{
  g_clear_pointer (&self->profile, g_free);
  troupe_import_view_begin (self->view, self->office, get_path (self));
  look (self);
}

static void
show_place (TroupeImportDialog *self)
{
  g_autofree char *place = g_strdup_printf (_("File %u of %u"), self->at + 1, self->paths->len);

  adw_window_title_set_subtitle (self->heading, self->paths->len > 1 ? place : "");
  gtk_widget_set_visible (GTK_WIDGET (self->skip), self->at + 1 < self->paths->len);
}

static void
go_on (TroupeImportDialog *self)
{
  if (self->at + 1 >= self->paths->len)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  self->at++;
  show_place (self);
  begin_file (self);
}

/* --- taking it ----------------------------------------------------------------------------------- */

static DexFuture *
take_fiber (gpointer user_data)
{
  TroupeImportDialog *self = user_data;
  TroupeImportRequest request;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeImportResult) result = NULL;

  fill_request (self, &request);
  result = dex_await_boxed (troupe_office_import (self->office, &request, troupe_import_view_get_skip_bad (self->view), FALSE,
                                                  self->cancellable), &error);
  self->taking = FALSE;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  end_work (self);
  if (result != NULL)
    {
      g_signal_emit (self, signals[IMPORTED], 0, result);
      go_on (self);
      return dex_future_new_true ();
    }
  show_error (self, error);
  update_take (self);
  return dex_future_new_true ();
}

static void
take_cb (TroupeImportDialog *self)
{
  g_autofree char *number = troupe_import_text_number (troupe_import_view_get_rows (self->view));
  g_autofree char *text = g_strdup_printf (_("Importing %s rows…"), number);

  begin_work (self, text);
  self->taking = TRUE;
  self->generation++;
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  troupe_fiber_disown (troupe_fiber_spawn (take_fiber, g_object_ref (self), g_object_unref));
}

/* While a file is being taken, Cancel stops that and leaves the sheet; else it closes the sheet. */
static void
cancel_cb (TroupeImportDialog *self)
{
  if (self->taking)
    g_cancellable_cancel (self->cancellable);
  else
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
closed_cb (TroupeImportDialog *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick_source, g_source_remove);
}

/* --- another profile ----------------------------------------------------------------------------- */

static void
use_profile (TroupeImportDialog *self,
             const char         *profile)
{
  g_set_str (&self->profile, profile);
  troupe_import_view_begin (self->view, self->office, get_path (self));
  look (self);
}

static void
profile_chosen_cb (TroupeImportDialog *self,
                   TroupeChoice       *choice)
{
  use_profile (self, troupe_choice_get_key (choice));
}

static void
profile_file_cb (GObject      *dialog,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(TroupeImportDialog) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    use_profile (self, g_file_peek_path (file));
}

static void
choose_profile_file_cb (TroupeImportDialog *self)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a profile file"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, profile_file_cb, g_object_ref (self));
}

static int
compare_titles_cb (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  return g_utf8_collate (troupe_choice_get_title ((gpointer) a), troupe_choice_get_title ((gpointer) b));
}

static DexFuture *
choose_profile_fiber (gpointer user_data)
{
  TroupeImportDialog *self = user_data;
  g_autoptr(GListStore) choices = g_list_store_new (TROUPE_TYPE_CHOICE);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) profiles = dex_await_boxed (troupe_office_list_profiles (self->office), &error);
  AdwDialog *dialog;

  show_error (self, error);
  for (guint i = 0; profiles != NULL && profiles[i] != NULL; i += 2)
    {
      g_autoptr(TroupeChoice) choice = troupe_choice_new (profiles[i], profiles[i + 1], profiles[i]);

      g_list_store_insert_sorted (choices, choice, compare_titles_cb, NULL);
    }
  dialog = troupe_chooser_dialog_new (_("Read the file as"), G_LIST_MODEL (choices), _("Choose a profile file…"));
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (profile_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "other", G_CALLBACK (choose_profile_file_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
  return dex_future_new_true ();
}

static void
change_profile_cb (TroupeImportDialog *self)
{
  troupe_fiber_disown (troupe_fiber_spawn (choose_profile_fiber, g_object_ref (self), g_object_unref));
}

/* --- unknown accounts ---------------------------------------------------------------------------- */

typedef struct
{
  TroupeImportDialog *dialog;
  TroupeAccount      *account;
} Unknown;

static void
unknown_free (gpointer data)
{
  Unknown *unknown = data;

  g_object_unref (unknown->dialog);
  troupe_record_unref (unknown->account);
  g_free (unknown);
}

static void
assigned_cb (gpointer    owner,
             const char *name,
             GError     *error)
{
  TroupeImportDialog *self = owner;

  show_error (self, error);
  if (error == NULL && !self->taking)
    look (self);
}

/* A dry run made up the account: it is the file's unless an earlier import has made it. */
static TroupeAccount *
find_account (TroupeOffice        *office,
              const TroupeAccount *account)
{
  g_autoptr(GPtrArray) known =
    dex_await_boxed (troupe_office_list_text (office, &TROUPE_ACCOUNT, "handle", account->handle), NULL);
  TroupeAccount fields = *account;

  for (guint i = 0; known != NULL && i < known->len; i++)
    {
      TroupeAccount *other = g_ptr_array_index (known, i);

      if (g_str_equal (other->platform, account->platform))
        return troupe_record_ref (other);
    }
  fields.id = 0;
  fields.import_id = 0;
  return troupe_record_copy (&TROUPE_ACCOUNT, &fields);
}

static DexFuture *
assign_fiber (gpointer user_data)
{
  Unknown *unknown = user_data;
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (troupe_record_unref);

  g_ptr_array_add (accounts, find_account (unknown->dialog->office, unknown->account));
  troupe_assignment_start (GTK_WIDGET (unknown->dialog), unknown->dialog->office, accounts, assigned_cb);
  return dex_future_new_true ();
}

static void
assign_cb (TroupeImportDialog *self,
           TroupeAccount      *account)
{
  Unknown *unknown = g_new (Unknown, 1);

  *unknown = (Unknown) { g_object_ref (self), troupe_record_ref (account) };
  troupe_fiber_disown (troupe_fiber_spawn (assign_fiber, unknown, unknown_free));
}

static void
narrow_cb (TroupeImportDialog *self)
{
  troupe_import_view_set_narrow (self->view, TRUE);
}

static void
wide_cb (TroupeImportDialog *self)
{
  troupe_import_view_set_narrow (self->view, FALSE);
}

/* --- the dialog ---------------------------------------------------------------------------------- */

AdwDialog *
troupe_import_dialog_new (TroupeOffice *office)
{
  TroupeImportDialog *self = g_object_new (TROUPE_TYPE_IMPORT_DIALOG, NULL);

  self->office = g_object_ref (office);
  return ADW_DIALOG (self);
}

void
troupe_import_dialog_add_file (TroupeImportDialog *self,
                               const char         *path)
{
  g_ptr_array_add (self->paths, g_strdup (path));
  show_place (self);
  if (self->paths->len == 1)
    begin_file (self);
}

static void
troupe_import_dialog_dispose (GObject *object)
{
  TroupeImportDialog *self = TROUPE_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->office);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->profile, g_free);
  G_OBJECT_CLASS (troupe_import_dialog_parent_class)->dispose (object);
}

static void
troupe_import_dialog_class_init (TroupeImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_import_dialog_dispose;
  signals[IMPORTED] = g_signal_new ("imported", TROUPE_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, TROUPE_TYPE_IMPORT_RESULT);

  g_type_ensure (TROUPE_TYPE_IMPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, skip);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, take);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, working);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, look);
  gtk_widget_class_bind_template_callback (widget_class, go_on);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, change_profile_cb);
  gtk_widget_class_bind_template_callback (widget_class, assign_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_take);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
troupe_import_dialog_init (TroupeImportDialog *self)
{
  self->paths = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
