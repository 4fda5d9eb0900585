#include "troupe-preview-job.h"

#include <glib/gstdio.h>
#include <string.h>

#include "troupe-background.h"
#include "troupe-fiber.h"
#include "troupe-proof.h"
#include "troupe-report-gather.h"
#include "troupe-report-writer.h"

/* Of a file as text. */
#define EXCERPT_LINES 400

struct _TroupePreview
{
  GPtrArray   *reports;
  TroupeProof *proof;
};

G_DEFINE_BOXED_TYPE (TroupePreview, troupe_preview, troupe_preview_ref, troupe_preview_unref)

TroupePreview *
troupe_preview_ref (TroupePreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  TroupePreview *self = data;

  g_clear_pointer (&self->proof, troupe_proof_free);
  g_ptr_array_unref (self->reports);
}

void
troupe_preview_unref (TroupePreview *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
lay_out (gpointer   data,
         GError   **error)
{
  TroupePreview *self = data;

  self->proof = troupe_proof_new (self->reports, error);
  return self->proof != NULL;
}

static DexFuture *
preview_fiber (gpointer data)
{
  GError *error = NULL;

  if (!troupe_background_run (lay_out, data, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_PREVIEW, troupe_preview_ref (data));
}

DexFuture *
troupe_preview_new (GPtrArray *reports)
{
  TroupePreview *self = g_atomic_rc_box_new0 (TroupePreview);

  self->reports = g_ptr_array_ref (reports);
  return troupe_fiber_spawn (preview_fiber, self, (GDestroyNotify) troupe_preview_unref);
}

guint
troupe_preview_get_n_pages (TroupePreview *self)
{
  return troupe_proof_get_n_pages (self->proof);
}

TroupeReport *
troupe_preview_get_report (TroupePreview *self,
                           guint          page)
{
  return troupe_proof_get_report (self->proof, page);
}

/* --- painting ------------------------------------------------------------------------------------ */

typedef struct
{
  TroupePreview *preview;
  guint          page;
  guint          width, height;
  GBytes        *pixels;
} Painting;

static void
painting_free (gpointer data)
{
  Painting *self = data;

  troupe_preview_unref (self->preview);
  g_clear_pointer (&self->pixels, g_bytes_unref);
  g_free (self);
}

static gboolean
paint (gpointer   data,
       GError   **error)
{
  Painting *self = data;

  self->pixels = troupe_proof_paint (self->preview->proof, self->page, self->width, self->height);
  return TRUE;
}

static DexFuture *
paint_fiber (gpointer data)
{
  Painting *self = data;
  GError *error = NULL;

  if (!troupe_background_run (paint, self, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_BYTES, g_steal_pointer (&self->pixels));
}

DexFuture *
troupe_preview_paint (TroupePreview *self,
                      guint          page,
                      guint          width,
                      guint          height)
{
  Painting *painting = g_new (Painting, 1);

  *painting = (Painting) { troupe_preview_ref (self), page, width, height, NULL };
  return troupe_fiber_spawn (paint_fiber, painting, painting_free);
}

/* --- reading ------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeOffice        *office;
  TroupeReportRequest  request;   /* its texts are ours */
  GCancellable        *cancellable;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_object_unref (self->office);
  g_free ((char *) self->request.name);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static DexFuture *
read_fiber (gpointer data)
{
  Reading *self = data;
  GError *error = NULL;
  GPtrArray *reports = troupe_report_gather (self->office, &self->request, self->cancellable, &error);

  return reports != NULL ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, reports) : dex_future_new_for_error (error);
}

DexFuture *
troupe_office_read_reports (TroupeOffice              *self,
                            const TroupeReportRequest *request,
                            GCancellable              *cancellable)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->office = g_object_ref (self);
  reading->request = *request;
  reading->request.name = g_strdup (request->name);
  g_set_object (&reading->cancellable, cancellable);
  return troupe_fiber_spawn (read_fiber, reading, reading_free);
}

/* --- the beginning of a file --------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *reports;
  char      *format;
  char      *text;
} Excerpt;

static void
excerpt_free (gpointer data)
{
  Excerpt *self = data;

  g_ptr_array_unref (self->reports);
  g_free (self->format);
  g_free (self->text);
  g_free (self);
}

/* Cuts text after so many lines and says that it goes on. */
static char *
keep_lines (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < EXCERPT_LINES && end != NULL; i++)
    end = strchr (end, '\n') != NULL ? strchr (end, '\n') + 1 : NULL;
  return end != NULL && *end != '\0' ? g_strdup_printf ("%.*s…\n", (int) (end - text), text) : g_strdup (text);
}

/* What is shown is what the writer wrote, without the mark that spreadsheets want at the beginning. */
static gboolean
write_excerpt (gpointer   data,
               GError   **error)
{
  Excerpt *self = data;
  g_autofree char *folder = g_dir_make_tmp ("troupe-preview-XXXXXX", error);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, "report", NULL) : NULL;
  g_autoptr(TroupeOutput) output = path != NULL ? troupe_output_open (path, error) : NULL;
  g_autofree char *text = NULL;
  TroupeFormat format;

  if (path == NULL)
    return FALSE;
  if (output != NULL && troupe_format_parse (self->format, &format, error)
      && troupe_report_write (self->reports, format, NULL, output, error) && g_file_get_contents (path, &text, NULL, error))
    self->text = keep_lines (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text);
  g_unlink (path);
  g_rmdir (folder);
  return self->text != NULL;
}

static DexFuture *
excerpt_fiber (gpointer data)
{
  Excerpt *self = data;
  GError *error = NULL;

  if (!troupe_background_run (write_excerpt, self, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_string (g_steal_pointer (&self->text));
}

DexFuture *
troupe_reports_excerpt (GPtrArray  *reports,
                        const char *format)
{
  Excerpt *self = g_new0 (Excerpt, 1);

  self->reports = g_ptr_array_ref (reports);
  self->format = g_strdup (format);
  return troupe_fiber_spawn (excerpt_fiber, self, excerpt_free);
}
