#include "troupe-file-job.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "troupe-document-reader.h"
#include "troupe-document-writer.h"
#include "troupe-error.h"
#include "troupe-fiber.h"
#include "troupe-file-store.h"
#include "troupe-office-private.h"

typedef struct
{
  TroupeOffice *office;
  char         *path;
  GCancellable *cancellable;
} Job;

static Job *
job_new (TroupeOffice *office,
         const char   *path,
         GCancellable *cancellable)
{
  Job *self = g_new0 (Job, 1);

  self->office = g_object_ref (office);
  self->path = g_strdup (path);
  g_set_object (&self->cancellable, cancellable);
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->office);
  g_clear_object (&self->cancellable);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_standard (const char *path)
{
  return g_str_equal (path, "-");
}

/* --- out ---------------------------------------------------------------------------------------- */

/* The document holds what only the agency should see, so only its owner may read the file. A pipe or a
 * terminal is written to as it is. */
static GOutputStream *
open_output (const char  *path,
             GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GFileOutputStream *stream;
  GError *cause = NULL;

  if (is_standard (path))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &cause);
  else
    stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, &cause);
  if (stream == NULL)
    troupe_fail_file (error, path, cause);
  return G_OUTPUT_STREAM (stream);
}

/* Closing a cancelled replacement leaves the file that was there before; where none was, none stays. */
static void
discard (GOutputStream *stream,
         const char    *new_path)
{
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
  if (new_path != NULL)
    g_unlink (new_path);
}

typedef struct
{
  TroupeDocumentWriter *writer;
  gint64                records;
} Dump;

static gboolean
add_record_cb (gconstpointer   record,
               gpointer        data,
               GError        **error)
{
  Dump *dump = data;

  dump->records++;
  return troupe_document_writer_add (record, dump->writer, error);
}

static DexFuture *
dump_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  gboolean is_new = !is_standard (job->path) && !g_file_test (job->path, G_FILE_TEST_EXISTS);
  g_autoptr(GOutputStream) stream = open_output (job->path, &error);
  g_autoptr(TroupeDocumentWriter) writer = NULL;
  Dump dump = { NULL };

  if (stream == NULL)
    return dex_future_new_for_error (error);
  dump.writer = writer = troupe_document_writer_new (stream);
  if (dex_await (troupe_store_dump (troupe_office_get_store (job->office), add_record_cb, &dump, job->cancellable), &error) &&
      troupe_document_writer_finish (writer, &error) && g_output_stream_close (stream, NULL, &error))
    return dex_future_new_for_int64 (dump.records);
  discard (stream, is_new ? job->path : NULL);
  return dex_future_new_for_error (error);
}

DexFuture *
troupe_office_dump (TroupeOffice *self,
                    const char   *path,
                    GCancellable *cancellable)
{
  return troupe_fiber_spawn (dump_fiber, job_new (self, path, cancellable), job_free);
}

/* --- in ----------------------------------------------------------------------------------------- */

static GInputStream *
open_input (const char  *path,
            GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GFileInputStream *stream;
  GError *cause = NULL;

  if (is_standard (path))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL)
    troupe_fail_file (error, path, cause);
  return G_INPUT_STREAM (stream);
}

static DexFuture *
load_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  g_autofree char *name = is_standard (job->path) ? g_strdup (_("standard input")) : g_path_get_basename (job->path);
  g_autoptr(GInputStream) stream = open_input (job->path, &error);
  g_autoptr(TroupeDocumentReader) reader = NULL;
  TroupeRecordSource source = { name, troupe_document_reader_next, troupe_document_reader_get_line };
  gint64 records = 0;

  if (stream == NULL)
    return dex_future_new_for_error (error);
  source.data = reader = troupe_document_reader_new (stream, name);
  records = dex_await_int64 (troupe_store_load (troupe_office_get_writer (job->office), &source, job->cancellable), &error);
  return error == NULL ? dex_future_new_for_int64 (records) : dex_future_new_for_error (error);
}

DexFuture *
troupe_office_load (TroupeOffice *self,
                    const char   *path,
                    GCancellable *cancellable)
{
  return troupe_fiber_spawn (load_fiber, job_new (self, path, cancellable), job_free);
}

DexFuture *
troupe_office_check (TroupeOffice *self)
{
  return troupe_store_check (troupe_office_get_store (self));
}
