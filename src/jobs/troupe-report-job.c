#include "troupe-report-job.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "troupe-background.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-report-gather.h"
#include "troupe-report-writer.h"

typedef struct
{
  TroupeOffice         *office;
  TroupeReportRequest   request;     /* its texts are ours */
  TroupeFormat          format;
  TroupeOfficeProgress  progress;
  gpointer              progress_data;
  GCancellable         *cancellable;
  GPtrArray            *reports;     /* all of them */
  GPtrArray            *part;        /* those of the file that is being written */
  TroupeFontSet        *fonts;
  char                 *path;        /* of that file */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->office);
  g_free ((char *) self->request.name);
  g_free ((char *) self->request.format);
  g_free ((char *) self->request.output);
  g_clear_pointer (&self->request.missing, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->reports, g_ptr_array_unref);
  g_clear_pointer (&self->part, g_ptr_array_unref);
  g_clear_pointer (&self->fonts, troupe_font_set_free);
  g_free (self->path);
  g_free (self);
}

/* --- beside the main loop ----------------------------------------------------------------------- */

/* Cut once for all files of the job. */
static gboolean
cut_fonts (gpointer   data,
           GError   **error)
{
  Job *self = data;

  self->fonts = troupe_font_set_new (self->reports, error);
  return self->fonts != NULL;
}

static gboolean
write_part (gpointer   data,
            GError   **error)
{
  Job *self = data;

  return troupe_report_write (self->part, self->format, self->fonts, self->path, error);
}

static gboolean
write_reports (Job         *self,
               GPtrArray   *part,
               const char  *path,
               GError     **error)
{
  g_set_str (&self->path, path);
  g_clear_pointer (&self->part, g_ptr_array_unref);
  self->part = g_ptr_array_ref (part);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         troupe_background_run (write_part, self, error);
}

static void
tell_progress (Job   *self,
               guint  done)
{
  if (self->progress != NULL)
    self->progress ((double) done / self->reports->len, self->progress_data);
}

/* --- one file each ------------------------------------------------------------------------------ */

/* "FM-2026-10-0007 晚星.pdf", without what a file system or a shell could stumble over. */
static char *
name_file (Job          *self,
           TroupeReport *report)
{
  const char *creator = "";
  g_autofree char *name = NULL;

  for (guint i = 0; i < report->head->len; i++)
    {
      const TroupeFact *fact = &g_array_index (report->head, TroupeFact, i);

      if (g_str_equal (fact->id, "creator"))
        creator = fact->value.text;
    }
  name = g_strdup_printf ("%s %s", report->title.number, creator);
  g_strdelimit (name, "/\\:*?\"<>|\t\r\n", '_');
  return g_strdup_printf ("%s.%s", g_strchomp (name), troupe_format_get_word (self->format));
}

static gboolean
write_each (Job           *self,
            const char    *folder,
            GStrvBuilder  *names,
            GError       **error)
{
  for (guint i = 0; i < self->reports->len; i++)
    {
      TroupeReport *report = g_ptr_array_index (self->reports, i);
      g_autofree char *name = name_file (self, report);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GPtrArray) part = g_ptr_array_new ();

      g_ptr_array_add (part, report);
      if (!write_reports (self, part, path, error))
        return FALSE;
      g_strv_builder_add (names, name);
      tell_progress (self, i + 1);
    }
  return TRUE;
}

static char **
move_files (char       **names,
            const char  *from,
            const char  *to,
            GError     **error)
{
  g_autoptr(GStrvBuilder) moved = g_strv_builder_new ();

  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *source = g_build_filename (from, *name, NULL);
      g_autofree char *target = g_build_filename (to, *name, NULL);

      if (g_rename (source, target) != 0)
        {
          troupe_fail (error, TROUPE_ERROR_FAILED, _("%s cannot be written: %s"), target, g_strerror (errno));
          return NULL;
        }
      g_strv_builder_add (moved, target);
    }
  return g_strv_builder_end (moved);
}

static void
remove_folder (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* A new folder inside output, where files grow before all of them move at once. */
static char *
make_workshop (const char  *output,
               GError     **error)
{
  g_autofree char *template = g_build_filename (output, ".troupe-XXXXXX", NULL);

  if (g_mkdir_with_parents (output, 0777) == 0 && g_mkdtemp (template) != NULL)
    return g_steal_pointer (&template);
  troupe_fail (error, TROUPE_ERROR_FAILED, _("Nothing can be written to the folder %s: %s"), output, g_strerror (errno));
  return NULL;
}

static char **
write_folder (Job     *self,
              GError **error)
{
  g_autofree char *workshop = make_workshop (self->request.output, error);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  char **files = NULL;

  if (workshop == NULL)
    return NULL;
  if (write_each (self, workshop, builder, error))
    {
      names = g_strv_builder_end (builder);
      files = move_files (names, workshop, self->request.output, error);
    }
  remove_folder (workshop);
  return files;
}

/* --- one file ----------------------------------------------------------------------------------- */

/* A folder that is there takes the file under the report's own name. */
static char *
choose_path (Job *self)
{
  const char *output = self->request.output;
  TroupeReport *first = g_ptr_array_index (self->reports, 0);
  g_autofree char *name = NULL;

  if (!g_file_test (output, G_FILE_TEST_IS_DIR))
    return g_strdup (output);
  name = self->reports->len == 1 ? name_file (self, first)
         : g_strdup_printf ("%s %s.%s", first->title.title, first->title.period, troupe_format_get_word (self->format));
  return g_build_filename (output, name, NULL);
}

static char **
write_file (Job     *self,
            GError **error)
{
  g_autofree char *path = choose_path (self);
  const char *names[] = { path, NULL };

  if (!write_reports (self, self->reports, path, error))
    return NULL;
  tell_progress (self, self->reports->len);
  return g_strdupv ((char **) names);
}

/* --- the job ------------------------------------------------------------------------------------ */

static void
tell_missing (Job *self)
{
  GPtrArray *missing = self->fonts != NULL ? troupe_font_set_get_missing (self->fonts) : NULL;

  for (guint i = 0; self->request.missing != NULL && missing != NULL && i < missing->len; i++)
    g_ptr_array_add (self->request.missing, g_strdup (g_ptr_array_index (missing, i)));
}

static char **
make_files (Job     *self,
            GError **error)
{
  gboolean one_file = self->request.combined || self->request.creator_id != 0 || g_str_equal (self->request.name, "month");

  if (!troupe_format_parse (self->request.format, &self->format, error))
    return NULL;
  self->reports = troupe_report_gather (self->office, &self->request, self->cancellable, error);
  if (self->reports == NULL ||
      (self->format == TROUPE_FORMAT_PDF && !troupe_background_run (cut_fonts, self, error)))
    return NULL;
  tell_missing (self);
  return one_file ? write_file (self, error) : write_folder (self, error);
}

static DexFuture *
report_fiber (gpointer data)
{
  GError *error = NULL;
  char **files = make_files (data, &error);

  return files != NULL ? dex_future_new_take_boxed (G_TYPE_STRV, files) : dex_future_new_for_error (error);
}

DexFuture *
troupe_office_report (TroupeOffice              *self,
                      const TroupeReportRequest *request,
                      TroupeOfficeProgress       progress,
                      gpointer                   data,
                      GCancellable              *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->office = g_object_ref (self);
  job->request = *request;
  job->request.name = g_strdup (request->name);
  job->request.format = g_strdup (request->format);
  job->request.output = g_strdup (request->output);
  if (request->missing != NULL)
    g_ptr_array_ref (request->missing);
  job->progress = progress;
  job->progress_data = data;
  g_set_object (&job->cancellable, cancellable);
  return troupe_fiber_spawn (report_fiber, job, job_free);
}
