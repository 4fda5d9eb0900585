#include "troupe-report-job.h"

#include <glib/gi18n-lib.h>

#include "troupe-background.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-output-folder.h"
#include "troupe-report-gather.h"
#include "troupe-report-writer.h"
#include "troupe-statement.h"

/* As many hands as write the files of a folder, and how many files one takes at a time. */
#define MOST_HANDS 4
#define HANDFUL    8

typedef struct
{
  TroupeOffice         *office;
  TroupeReportRequest   request;     /* its texts are ours */
  TroupeFormat          format;
  TroupeOfficeProgress  progress;
  gpointer              progress_data;
  GCancellable         *cancellable;
  GPtrArray            *reports;     /* all of them */
  GPtrArray            *missing;     /* what the fonts lack; NULL until they are made */
  char                **names;       /* of the files, one for each report */
  TroupeOutputFolder   *folder;      /* that they are written to */
  guint                 next;        /* the first that nobody has taken */
  guint                 done;
  char                **files;       /* those that are in their place */
} Job;

/* Works on a thread of its own; a font set serves one thread at a time. */
typedef struct
{
  Job           *job;
  TroupeFontSet *fonts;
  guint          from, to;
} Hand;

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
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->folder, troupe_output_folder_free);
  g_clear_pointer (&self->files, g_strfreev);
  g_free (self);
}

static Hand *
hand_new (Job *job)
{
  Hand *self = g_new0 (Hand, 1);

  self->job = job;
  return self;
}

static void
hand_free (gpointer data)
{
  Hand *self = data;

  g_clear_pointer (&self->fonts, troupe_font_set_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hand, hand_free)

static void
tell_progress (Job *self)
{
  if (self->progress != NULL)
    self->progress ((double) self->done / self->reports->len, self->progress_data);
}

/* --- beside the main loop ----------------------------------------------------------------------- */

/* Cut once for all files of a hand. */
static gboolean
cut_fonts (Hand    *self,
           GError **error)
{
  if (self->job->format == TROUPE_FORMAT_PDF && self->fonts == NULL)
    self->fonts = troupe_font_set_new (self->job->reports, error);
  return self->job->format != TROUPE_FORMAT_PDF || self->fonts != NULL;
}

static gboolean
write_one (Hand    *self,
           guint    i,
           GError **error)
{
  Job *job = self->job;
  g_autoptr(GPtrArray) part = g_ptr_array_new ();
  g_autoptr(TroupeOutput) output = troupe_output_folder_add (job->folder, job->names[i], error);

  g_ptr_array_add (part, job->reports->pdata[i]);
  return output != NULL && troupe_report_write (part, job->format, self->fonts, output, error);
}

static gboolean
write_some (gpointer   data,
            GError   **error)
{
  Hand *self = data;

  if (!cut_fonts (self, error))
    return FALSE;
  for (guint i = self->from; i < self->to; i++)
    if (g_cancellable_set_error_if_cancelled (self->job->cancellable, error) || !write_one (self, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_all (gpointer   data,
           GError   **error)
{
  Hand *self = data;
  Job *job = self->job;
  g_autoptr(TroupeOutput) output = NULL;

  if (!cut_fonts (self, error))
    return FALSE;
  output = troupe_output_open (job->names[0], error);
  return output != NULL && troupe_report_write (job->reports, job->format, self->fonts, output, error);
}

static gboolean
move_files (gpointer   data,
            GError   **error)
{
  Job *self = data;

  self->files = troupe_output_folder_commit (self->folder, (const char *const *) self->names, error);
  return self->files != NULL;
}

/* Every hand has the same fonts. */
static void
keep_missing (Hand *self)
{
  if (self->fonts != NULL && self->job->missing == NULL)
    self->job->missing = g_ptr_array_ref (troupe_font_set_get_missing (self->fonts));
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

static DexFuture *
hand_fiber (gpointer data)
{
  Hand *self = data;
  Job *job = self->job;
  GError *error = NULL;

  while (job->next < job->reports->len)
    {
      self->from = job->next;
      self->to = job->next = MIN (self->from + HANDFUL, job->reports->len);
      if (!troupe_background_run (write_some, self, &error))
        {
          job->next = job->reports->len;
          return dex_future_new_for_error (error);
        }
      job->done += self->to - self->from;
      tell_progress (job);
    }
  keep_missing (self);
  return dex_future_new_true ();
}

/* All hands are awaited, also after one has failed: they use the job. */
static gboolean
write_each (Job     *self,
            GError **error)
{
  DexFuture *hands[MOST_HANDS];
  guint n = CLAMP (self->reports->len / HANDFUL, 1, MIN (g_get_num_processors (), MOST_HANDS));
  gboolean ok = TRUE;

  for (guint i = 0; i < n; i++)
    hands[i] = troupe_fiber_spawn (hand_fiber, hand_new (self), hand_free);
  for (guint i = 0; i < n; i++)
    ok = dex_await (hands[i], ok ? error : NULL) && ok;
  return ok;
}

static gboolean
write_folder (Job     *self,
              GError **error)
{
  self->names = g_new0 (char *, self->reports->len + 1);
  for (guint i = 0; i < self->reports->len; i++)
    self->names[i] = name_file (self, self->reports->pdata[i]);
  self->folder = troupe_output_folder_open (self->request.output, error);
  return self->folder != NULL && write_each (self, error) && troupe_background_run (move_files, self, error);
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

static gboolean
write_file (Job     *self,
            GError **error)
{
  g_autoptr(Hand) hand = hand_new (self);

  self->names = g_new0 (char *, 2);
  self->names[0] = choose_path (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error) || !troupe_background_run (write_all, hand, error))
    return FALSE;
  keep_missing (hand);
  self->files = g_steal_pointer (&self->names);
  self->done = self->reports->len;
  tell_progress (self);
  return TRUE;
}

/* --- the job ------------------------------------------------------------------------------------ */

static void
tell_missing (Job *self)
{
  for (guint i = 0; self->request.missing != NULL && self->missing != NULL && i < self->missing->len; i++)
    g_ptr_array_add (self->request.missing, g_strdup (g_ptr_array_index (self->missing, i)));
}

/* What leaves the house is not older than what it rests on. */
static gboolean
check_fresh (Job     *self,
             GError **error)
{
  g_autoptr(GPtrArray) statements = dex_await_boxed (troupe_office_list (self->office, &TROUPE_STATEMENT, "month",
                                                                         self->request.month), error);
  g_autofree char *month = troupe_month_to_string (self->request.month);

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      const TroupeStatement *statement = statements->pdata[i];

      if (statement->stale && (self->request.creator_id == 0 || statement->creator_id == self->request.creator_id))
        return troupe_fail (error, TROUPE_ERROR_INVALID,
                            _("Statement %s is out of date: revenue, a rule or a payment has changed since %s was settled. "
                              "Settle it again first."), statement->number, month);
    }
  return statements != NULL;
}

static gboolean
make_files (Job     *self,
            GError **error)
{
  gboolean one_file = self->request.combined || self->request.creator_id != 0 || g_str_equal (self->request.name, "month");

  if (!troupe_format_parse (self->request.format, &self->format, error) || !check_fresh (self, error))
    return FALSE;
  self->reports = troupe_report_gather (self->office, &self->request, self->cancellable, error);
  if (self->reports == NULL || !(one_file ? write_file (self, error) : write_folder (self, error)))
    return FALSE;
  tell_missing (self);
  return TRUE;
}

static DexFuture *
report_fiber (gpointer data)
{
  Job *self = data;
  GError *error = NULL;

  if (!make_files (self, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_STRV, g_steal_pointer (&self->files));
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
