#include "troupe-import-job.h"

#include <string.h>

#include "troupe-account.h"
#include "troupe-creator.h"
#include "troupe-evidence-store.h"
#include "troupe-fiber.h"
#include "troupe-import-file.h"
#include "troupe-ledger-store.h"
#include "troupe-office-private.h"
#include "troupe-output.h"

/* --- what is asked for -------------------------------------------------------------------------- */

typedef struct
{
  TroupeOffice     *office;
  TroupeImportFile *file;
  TroupeImportFlags flags;
  GCancellable     *cancellable;
} Job;

static Job *
job_new (TroupeOffice              *office,
         const TroupeImportRequest *request,
         GCancellable              *cancellable)
{
  Job *self = g_new0 (Job, 1);

  self->office = g_object_ref (office);
  self->file = troupe_import_file_new (request, troupe_clock_get_day (troupe_office_get_clock (office)));
  g_set_object (&self->cancellable, cancellable);
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->office);
  g_clear_pointer (&self->file, troupe_import_file_free);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* --- taking ------------------------------------------------------------------------------------- */

/* The store pulls the lines on its own thread, row by row. */
static TroupeImportResult *
take_lines (Job               *job,
            TroupeImportFlags  flags,
            GError           **error)
{
  TroupeLineSource *source = troupe_import_file_get_source (job->file, error);
  TroupeImportResult *result = NULL;

  if (source == NULL)
    return NULL;
  troupe_office_set_source (job->office, source);
  result = dex_await_boxed (troupe_store_import ((flags & TROUPE_IMPORT_DRY_RUN) != 0
                                                 ? troupe_office_get_store (job->office)
                                                 : troupe_office_get_writer (job->office),
                                                 source, flags, job->cancellable), error);
  troupe_office_set_source (job->office, NULL);
  if (result != NULL && !result->identical)
    troupe_import_file_complete (job->file, result);
  return result;
}

static DexFuture *
import_fiber (gpointer data)
{
  Job *job = data;
  GError *error = NULL;
  TroupeImportResult *result = NULL;

  if (troupe_import_file_recognise (job->file, &error))
    result = take_lines (job, job->flags, &error);
  if (result == NULL)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_IMPORT_RESULT, result);
}

DexFuture *
troupe_office_import (TroupeOffice              *self,
                      const TroupeImportRequest *request,
                      gboolean                   skip_bad,
                      gboolean                   dry_run,
                      GCancellable              *cancellable)
{
  Job *job = job_new (self, request, cancellable);

  job->flags = (skip_bad ? TROUPE_IMPORT_SKIP_BAD : 0) | (dry_run ? TROUPE_IMPORT_DRY_RUN : 0);
  return troupe_fiber_spawn (import_fiber, job, job_free);
}

/* --- looking ------------------------------------------------------------------------------------ */

G_DEFINE_BOXED_TYPE (TroupeImportPreview, troupe_import_preview, troupe_import_preview_ref, troupe_import_preview_unref)

TroupeImportPreview *
troupe_import_preview_ref (TroupeImportPreview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize_preview (gpointer data)
{
  TroupeImportPreview *self = data;

  g_free (self->profile);
  g_free (self->title);
  g_free (self->why);
  g_strfreev (self->asks);
  g_strfreev (self->columns);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sample, g_ptr_array_unref);
  g_clear_pointer (&self->result, troupe_import_result_unref);
}

void
troupe_import_preview_unref (TroupeImportPreview *self)
{
  g_atomic_rc_box_release_full (self, finalize_preview);
}

/* NULL where the account is unknown or waits for its creator. */
static char *
find_creator (TroupeOffice         *office,
              const TroupeReadLine *line)
{
  g_autoptr(GPtrArray) accounts =
    dex_await_boxed (troupe_office_list_text (office, &TROUPE_ACCOUNT, "handle", line->handle), NULL);
  g_autoptr(TroupeCreator) creator = NULL;

  for (guint i = 0; accounts != NULL && creator == NULL && i < accounts->len; i++)
    {
      const TroupeAccount *account = g_ptr_array_index (accounts, i);

      if (account->creator_id != 0 && g_str_equal (account->platform, line->platform))
        creator = dex_await_boxed (troupe_office_get (office, &TROUPE_CREATOR, account->creator_id), NULL);
    }
  return creator != NULL ? g_strdup (creator->name) : NULL;
}

static DexFuture *
preview_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeImportPreview) preview = g_atomic_rc_box_new0 (TroupeImportPreview);

  if (troupe_import_file_recognise (job->file, &error) && troupe_import_file_describe (job->file, preview, &error))
    {
      for (guint i = 0; i < preview->lines->len; i++)
        {
          TroupeReadLine *line = g_ptr_array_index (preview->lines, i);

          line->creator = find_creator (job->office, line);
        }
      if (preview->asks[0] == NULL)
        preview->result = take_lines (job, TROUPE_IMPORT_DRY_RUN | TROUPE_IMPORT_SKIP_BAD, &error);
    }
  if (error != NULL)
    {
      g_free (preview->why);
      preview->why = g_strdup (error->message);
    }
  return dex_future_new_take_boxed (TROUPE_TYPE_IMPORT_PREVIEW, g_steal_pointer (&preview));
}

DexFuture *
troupe_office_preview_import (TroupeOffice              *self,
                              const TroupeImportRequest *request,
                              GCancellable              *cancellable)
{
  return troupe_fiber_spawn (preview_fiber, job_new (self, request, cancellable), job_free);
}

/* --- taking back, looking back ------------------------------------------------------------------ */

DexFuture *
troupe_office_withdraw_import (TroupeOffice *self,
                               gint64        import_id)
{
  return troupe_store_withdraw (troupe_office_get_writer (self), import_id);
}

typedef struct
{
  TroupeOffice *office;
  gint64        import_id;
} Withdrawn;

static void
withdrawn_free (gpointer data)
{
  Withdrawn *self = data;

  g_clear_object (&self->office);
  g_free (self);
}

static TroupeImport *
find_import (GPtrArray *imports,
             gint64     id)
{
  for (guint i = 0; i < imports->len; i++)
    if (troupe_record_get_id (imports->pdata[i]) == id)
      return imports->pdata[i];
  return NULL;
}

/* Rows of other are known to have been there before, and may be own's. */
static gboolean
may_share (const TroupeImport *own,
           const TroupeImport *other)
{
  return other->id > own->id && other->duplicate_rows > 0 && g_str_equal (other->state, "done") &&
         g_str_equal (other->profile, own->profile) && other->first_day <= own->last_day && other->last_day >= own->first_day;
}

static DexFuture *
list_sharers_fiber (gpointer data)
{
  Withdrawn *self = data;
  GError *error = NULL;
  g_autoptr(GPtrArray) imports = dex_await_boxed (troupe_office_list (self->office, &TROUPE_IMPORT, NULL, 0), &error);
  g_autoptr(GPtrArray) sharers = g_ptr_array_new_with_free_func (troupe_record_unref);
  const TroupeImport *own = imports != NULL ? find_import (imports, self->import_id) : NULL;

  if (imports == NULL)
    return dex_future_new_for_error (error);
  for (guint i = 0; own != NULL && i < imports->len; i++)
    if (may_share (own, imports->pdata[i]))
      g_ptr_array_add (sharers, troupe_record_ref (imports->pdata[i]));
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&sharers));
}

DexFuture *
troupe_office_list_sharers (TroupeOffice *self,
                            gint64        import_id)
{
  Withdrawn *withdrawn = g_new0 (Withdrawn, 1);

  withdrawn->office = g_object_ref (self);
  withdrawn->import_id = import_id;
  return troupe_fiber_spawn (list_sharers_fiber, withdrawn, withdrawn_free);
}

DexFuture *
troupe_office_correct_import (TroupeOffice *self,
                              gint64        import_id,
                              TroupeMonth   month)
{
  return troupe_store_correct (troupe_office_get_writer (self), import_id, month);
}

DexFuture *
troupe_office_list_imported (TroupeOffice *self,
                             gint64        import_id,
                             guint         offset,
                             guint         limit)
{
  return troupe_store_list_imported (troupe_office_get_store (self), import_id, offset, limit);
}

DexFuture *
troupe_office_list_waiting (TroupeOffice *self)
{
  return troupe_store_list_waiting (troupe_office_get_store (self));
}

DexFuture *
troupe_office_list_profiles (TroupeOffice *self)
{
  return dex_future_new_take_boxed (G_TYPE_STRV, troupe_import_file_list_profiles ());
}

/* --- rows for the clerk ------------------------------------------------------------------------- */

typedef struct
{
  TroupeOffice *office;
  gint64        import_id;
  char         *path;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->office);
  g_free (self->path);
  g_free (self);
}

/* Quoted; what a spreadsheet would take for a formula starts with an apostrophe. */
static void
append_text (GString    *out,
             const char *text)
{
  g_string_append (out, ",\"");
  if (text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL)
    g_string_append_c (out, '\'');
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_len (out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
  g_string_append_c (out, '"');
}

static void
append_row (GString               *out,
            const TroupeImportRow *row)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT ",%" G_GINT64_FORMAT, row->first_row, row->last_row);
  append_text (out, row->outcome);
  append_text (out, row->column);
  append_text (out, row->reason != NULL ? g_dgettext (GETTEXT_PACKAGE, row->reason) : NULL);
  g_string_append (out, "\r\n");
}

static DexFuture *
export_fiber (gpointer data)
{
  Export *self = data;
  GError *error = NULL;
  g_autoptr(GString) out = g_string_new ("\xef\xbb\xbf" "first_row,last_row,outcome,column,reason\r\n");
  g_autoptr(GPtrArray) rows = dex_await_boxed (troupe_office_list (self->office, &TROUPE_IMPORT_ROW, "import_id",
                                                                   self->import_id), &error);

  if (rows == NULL)
    return dex_future_new_for_error (error);
  for (guint i = 0; i < rows->len; i++)
    append_row (out, g_ptr_array_index (rows, i));
  if (!troupe_output_replace (self->path, out->str, out->len, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
troupe_office_export_import_rows (TroupeOffice *self,
                                  gint64        import_id,
                                  const char   *path)
{
  Export *export = g_new (Export, 1);

  *export = (Export) { g_object_ref (self), import_id, g_strdup (path) };
  return troupe_fiber_spawn (export_fiber, export, export_free);
}
