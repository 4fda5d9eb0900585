#include "troupe-application.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <malloc.h>

#include "troupe-fiber.h"
#include "troupe-file-job.h"
#include "troupe-new-agency-dialog.h"
#include "troupe-shortcut-table.h"
#include "troupe-window.h"

struct _TroupeApplication
{
  AdwApplication parent_instance;

  const TroupeClock *clock;
  GHashTable        *offices;       /* path -> TroupeOffice: two windows on one file show one truth */
  char              *page;          /* --page */
  gboolean           demo;          /* --demo */
  char              *demo_folder;   /* goes when the program ends */
};

G_DEFINE_FINAL_TYPE (TroupeApplication, troupe_application, ADW_TYPE_APPLICATION)

/* One way of getting an office into a window. */
typedef struct
{
  TroupeApplication *application;
  TroupeWindow      *window;
  TroupeAgency      *agency;    /* of a new file */
  char              *path;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->application);
  g_object_unref (opening->window);
  g_clear_pointer (&opening->agency, troupe_record_unref);
  g_free (opening->path);
  g_free (opening);
}

static void
start (TroupeApplication *self,
       DexFiberFunc       fiber,
       TroupeAgency      *agency,
       const char        *path)
{
  GtkWindow *front = gtk_application_get_active_window (GTK_APPLICATION (self));
  Opening *opening = g_new0 (Opening, 1);

  /* a window that still welcomes is used; one with an agency keeps it */
  if (front == NULL || troupe_window_get_office (TROUPE_WINDOW (front)) != NULL)
    front = GTK_WINDOW (troupe_window_new (GTK_APPLICATION (self)));
  opening->application = g_object_ref (self);
  opening->window = g_object_ref (TROUPE_WINDOW (front));
  opening->agency = agency != NULL ? troupe_record_ref (agency) : NULL;
  opening->path = g_strdup (path);
  troupe_window_show_opening (opening->window);
  gtk_window_present (front);
  troupe_fiber_disown (troupe_fiber_spawn (fiber, opening, opening_free));
}

static void
show (Opening      *opening,
      TroupeOffice *office,
      GError       *error)
{
  TroupeApplication *self = opening->application;

  if (office == NULL)
    {
      troupe_window_show_error (opening->window, error);
      return;
    }
  g_hash_table_replace (self->offices, g_strdup (troupe_office_get_path (office)), g_object_ref (office));
  troupe_window_set_office (opening->window, office, self->page);
  g_clear_pointer (&self->page, g_free);
}

static DexFuture *
open_fiber (gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeOffice) office = NULL;
  TroupeOffice *known = g_hash_table_lookup (opening->application->offices, opening->path);

  if (known != NULL)
    office = g_object_ref (known);
  else
    office = dex_await_object (troupe_office_open (opening->path, TROUPE_OFFICE_WRITE_OR_READ,
                                                   troupe_clock_copy (opening->application->clock)), &error);
  show (opening, office, error);
  return dex_future_new_true ();
}

static DexFuture *
create_fiber (gpointer user_data)
{
  Opening *opening = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeOffice) office =
    dex_await_object (troupe_office_create (opening->path, opening->agency,
                                            troupe_clock_copy (opening->application->clock)), &error);

  show (opening, office, error);
  return dex_future_new_true ();
}

static DexFuture *
demo_fiber (gpointer user_data)
{
  Opening *opening = user_data;
  TroupeApplication *self = opening->application;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeOffice) office = NULL;
  g_autofree char *path = NULL;

  if (self->demo_folder == NULL)
    self->demo_folder = g_dir_make_tmp ("troupe-XXXXXX", &error);
  if (self->demo_folder != NULL)
    {
      path = g_build_filename (self->demo_folder, "ferrylight.troupe", NULL);
      if (g_hash_table_contains (self->offices, path))
        office = g_object_ref (g_hash_table_lookup (self->offices, path));
      else
        office = dex_await_object (troupe_office_create_demo (path, troupe_clock_new_fixed (TROUPE_DEMO_TIME)), &error);
    }
  show (opening, office, error);
  return dex_future_new_true ();
}

/* --- actions ------------------------------------------------------------------------------------- */

static void
agency_chosen_cb (TroupeApplication *self,
                  const char        *path,
                  TroupeAgency      *agency)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  start (self, create_fiber, agency, path);
}

static void
new_agency_cb (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  TroupeApplication *self = user_data;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "troupe", NULL);
  AdwDialog *dialog = troupe_new_agency_dialog_new (folder);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (agency_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (self))));
}

static void
open_chosen_cb (GObject      *dialog,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TroupeApplication) self = user_data;
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  if (file != NULL)
    start (self, open_fiber, NULL, g_file_peek_path (file));
}

static void
open_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Troupe agencies"));
  gtk_file_filter_add_pattern (filter, "*.troupe");
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, gtk_application_get_active_window (user_data), NULL, open_chosen_cb, g_object_ref (user_data));
}

static void
demo_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  start (user_data, demo_fiber, NULL, NULL);
}

static void
new_window_cb (GSimpleAction *action,
               GVariant      *target,
               gpointer       user_data)
{
  GtkWindow *front = gtk_application_get_active_window (user_data);
  TroupeOffice *office = front != NULL ? troupe_window_get_office (TROUPE_WINDOW (front)) : NULL;
  TroupeWindow *window = troupe_window_new (user_data);

  if (office != NULL)
    troupe_window_set_office (window, office, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       user_data)
{
  adw_show_about_dialog (GTK_WIDGET (gtk_application_get_active_window (user_data)),
                         "application-name", _("Troupe"),
                         "application-icon", "io.github.troupe.Troupe",
                         "version", TROUPE_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("The desk of an MCN, livestream guild or talent agency"),
                         NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *target,
         gpointer       user_data)
{
  g_application_quit (user_data);
}

static const GActionEntry actions[] = {
  { "new-agency", new_agency_cb },
  { "open", open_cb },
  { "demo", demo_cb },
  { "new-window", new_window_cb },
  { "about", about_cb },
  { "quit", quit_cb },
};

/* --- life ---------------------------------------------------------------------------------------- */

static void
troupe_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (troupe_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  for (const TroupeShortcut *shortcut = troupe_shortcut_table_get (); shortcut->action != NULL; shortcut++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcut->action, shortcut->accels);
}

static char *
get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "troupe", "agency.troupe", NULL);
}

static void
troupe_application_activate (GApplication *application)
{
  TroupeApplication *self = TROUPE_APPLICATION (application);
  g_autofree char *path = get_default_path ();

  if (self->demo)
    start (self, demo_fiber, NULL, NULL);
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    start (self, open_fiber, NULL, path);
  else
    gtk_window_present (GTK_WINDOW (troupe_window_new (GTK_APPLICATION (self))));
}

static void
troupe_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    start (TROUPE_APPLICATION (application), open_fiber, NULL, g_file_peek_path (files[i]));
}

static void
troupe_application_shutdown (GApplication *application)
{
  TroupeApplication *self = TROUPE_APPLICATION (application);
  g_autofree char *path = NULL;

  g_hash_table_remove_all (self->offices);
  G_APPLICATION_CLASS (troupe_application_parent_class)->shutdown (application);
  if (self->demo_folder == NULL)
    return;
  for (const char *const *suffix = (const char *const[]) { "", "-wal", "-shm", NULL }; *suffix != NULL; suffix++)
    {
      g_autofree char *name = g_strconcat (self->demo_folder, "/ferrylight.troupe", *suffix, NULL);

      g_unlink (name);
    }
  g_rmdir (self->demo_folder);
}

static void
troupe_application_finalize (GObject *object)
{
  TroupeApplication *self = TROUPE_APPLICATION (object);

  g_hash_table_unref (self->offices);
  g_free (self->page);
  g_free (self->demo_folder);
  G_OBJECT_CLASS (troupe_application_parent_class)->finalize (object);
}

static void
troupe_application_class_init (TroupeApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = troupe_application_finalize;
  application_class->startup = troupe_application_startup;
  application_class->activate = troupe_application_activate;
  application_class->open = troupe_application_open;
  application_class->shutdown = troupe_application_shutdown;
}

static void
troupe_application_init (TroupeApplication *self)
{
  self->offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* glibc keeps ever larger pieces once one has been freed; a window that is open for days gives them back. */
static void
return_freed_memory (void)
{
#ifdef M_MMAP_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

int
troupe_app_run (int                 argc,
                char              **argv,
                const TroupeClock  *clock)
{
  g_autoptr(TroupeApplication) self = g_object_new (TROUPE_TYPE_APPLICATION,
                                                    "application-id", "io.github.troupe.Troupe",
                                                    "resource-base-path", "/io/github/troupe/Troupe",
                                                    "flags", G_APPLICATION_HANDLES_OPEN,
                                                    NULL);
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &self->demo, N_("A complete invented agency in a temporary file"), NULL },
    { "page", 0, 0, G_OPTION_ARG_STRING, &self->page, N_("Open on this page: creators, settlement, …"), N_("PAGE") },
    { NULL },
  };

  return_freed_memory ();
  dex_init ();
  self->clock = clock;
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  return g_application_run (G_APPLICATION (self), argc, argv);
}
