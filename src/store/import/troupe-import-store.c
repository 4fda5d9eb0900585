#include "troupe-import-chunks.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-error.h"
#include "troupe-import-listing.h"
#include "troupe-import-rival.h"
#include "troupe-line-feed.h"
#include "troupe-line-merge.h"
#include "troupe-line-sorter.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

#define CHUNK_SIZE       (8 * 1024 * 1024)
#define CACHE_MEBIBYTES  24
/* Lines between two looks at what happens beside them. */
#define LOOK_LINES       4096

typedef struct
{
  TroupeLineSource   *source;
  TroupeImportFlags   flags;
  gsize               chunk_size;
  GCancellable       *cancellable;
  char               *folder;       /* of the agency's file */
} Request;

/* One import while it runs. */
typedef struct
{
  const Request      *request;
  TroupeConnection   *connection;
  TroupeImportResult *result;
  TroupeImport        import;       /* its text is the source's */
  TroupeWordList     *words;
  TroupeAccountIndex *accounts;
  TroupeLineSorter   *sorter;
  TroupeRowTally     *tally;
  gboolean            compared;     /* with the files of other imports */
  gboolean            counted;      /* there are counted lines with a reference */
} Run;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_object_unref (self->source);
  g_clear_object (&self->cancellable);
  g_free (self->folder);
  g_free (self);
}

static void
run_clear (Run *self)
{
  g_clear_pointer (&self->result, troupe_import_result_unref);
  g_clear_pointer (&self->sorter, troupe_line_sorter_free);
  g_clear_pointer (&self->accounts, troupe_account_index_free);
  g_clear_pointer (&self->tally, troupe_row_tally_free);
  g_clear_pointer (&self->words, troupe_word_list_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static gboolean
check_cancelled (Run       *self,
                 GError   **error)
{
  return !g_cancellable_is_cancelled (self->request->cancellable) ||
         troupe_fail (error, TROUPE_ERROR_CANCELLED, _("Cancelled"));
}

static void
describe (Run *self)
{
  gint64 id = self->import.id, as_of = self->import.as_of;

  troupe_record_clear (&TROUPE_IMPORT, &self->import);
  self->import.profile_version = 0;
  self->import.rows = self->import.lines = 0;
  self->import.new_rows = self->import.updated_rows = self->import.duplicate_rows = 0;
  self->import.failed_rows = self->import.waiting_rows = 0;
  troupe_line_source_describe (self->request->source, &self->import);
  self->import.id = id;
  self->import.time = troupe_connection_get_time (self->connection);
  self->import.state = "done";
  if (self->import.as_of == TROUPE_NONE)
    self->import.as_of = as_of;
}

/* The import that had the same file and stands: neither taken back nor, where it shared lines with an
 * earlier one, short of lines that went with that. A big file's hash is known while its lines are being
 * read, or behind them. */
static gboolean
find_identical (Run         *self,
                const char  *hash,
                GError     **error)
{
  g_autoptr(TroupeQuery) query = NULL;

  if (self->compared || hash == NULL)
    return TRUE;
  self->compared = TRUE;
  query = troupe_record_sql_select (self->connection, &TROUPE_IMPORT,
    "AS done WHERE file_hash = ?1 AND state = 'done' "
    "AND NOT EXISTS (SELECT 1 FROM change WHERE object = 'import' AND object_id = done.id AND action = 'withdraw') "
    "AND NOT EXISTS (SELECT 1 FROM import WHERE id < done.id AND state = 'withdrawn' AND file_hash <> ?1) "
    "ORDER BY id DESC LIMIT 1");

  troupe_query_bind_text (query, 1, hash);
  if (troupe_query_next (query))
    {
      self->result->import = troupe_query_read_record (query, &TROUPE_IMPORT);
      self->result->identical = TRUE;
    }
  return troupe_query_end (query, error);
}

static gboolean
take_line (Run                     *self,
           const TroupeStagedLine  *line,
           GError                 **error)
{
  TroupePackedLine packed = {
    .place = {
      .key = troupe_hash_to_number (line->keyed ? line->key : line->content),
      .month = line->month,
    },
    .content = troupe_hash_to_number (line->content), .amount = line->amount, .fee = line->fee,
    .row = line->row, .day = line->day, .keyed = line->keyed, .per_line = line->per_line,
  };

  if (line->handle == NULL || *line->handle == '\0')
    return troupe_fail (error, TROUPE_ERROR_INVALID,
                        _("%s, row %" PRId64 ": the row names no account. Fill it in and import again"),
                        self->import.file_name, line->row);
  if (!troupe_word_list_add (self->words, line->kind, &packed.place.kind) ||
      !troupe_word_list_add (self->words, line->unit, &packed.place.unit))
    return troupe_fail (error, TROUPE_ERROR_INVALID,
                        _("%s, row %" PRId64 ": the file has more kinds of revenue than can be kept. See whether "
                          "the column of the kind is the right one"), self->import.file_name, line->row);
  if (self->import.as_of == TROUPE_NONE || self->import.as_of < line->as_of)
    self->import.as_of = line->as_of;
  self->counted |= !line->keyed && line->ref != NULL;
  return troupe_account_index_find (self->accounts, line, &packed.place.account_id, error) &&
         troupe_line_sorter_add (self->sorter, &packed, line->ref, error);
}

static gboolean
take_lines (Run       *self,
            GError   **error)
{
  g_autoptr(TroupeLineFeed) feed = troupe_line_feed_new (self->request->source);
  const TroupeStagedLine *line;

  for (gint64 n = 0; !self->result->identical; n++)
    {
      if (n % LOOK_LINES == 0 &&
          (!check_cancelled (self, error) ||
           !find_identical (self, troupe_line_source_peek_hash (self->request->source), error)))
        return FALSE;
      if (!troupe_line_feed_next (feed, &line, error))
        return FALSE;
      if (line == NULL)
        return troupe_line_sorter_finish (self->sorter, error);
      if (!take_line (self, line, error))
        return FALSE;
    }
  return TRUE;
}

/* Counts the rows that failed; refuses the file for them unless they may be skipped. */
static gboolean
check_problems (Run       *self,
                GError   **error)
{
  GPtrArray *problems = troupe_line_source_get_problems (self->request->source);
  const TroupeImportRow *first = NULL;
  gint64 failed = 0;

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const TroupeImportRow *row = problems->pdata[i];

      if (!g_str_equal (row->outcome, "failed"))
        continue;
      failed += row->last_row - row->first_row + 1;
      if (first == NULL || row->first_row < first->first_row)
        first = row;
    }
  self->import.failed_rows = failed;
  if (failed == 0 || (self->request->flags & (TROUPE_IMPORT_SKIP_BAD | TROUPE_IMPORT_DRY_RUN)) != 0)
    return TRUE;
  return troupe_import_listing_refuse (&self->import, first, failed - 1, error);
}

static gboolean
insert_import (Run       *self,
               GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_insert (self->connection, &TROUPE_IMPORT);

  if (!troupe_record_check (&TROUPE_IMPORT, &self->import, error))
    return FALSE;
  troupe_query_bind_record (query, &TROUPE_IMPORT, &self->import);
  return troupe_query_run (query, error);
}

static gboolean
merge_lines (Run       *self,
             GError   **error)
{
  g_autoptr(TroupeLineMerge) merge =
    troupe_line_merge_new (self->connection, self->words, self->accounts, self->tally, &self->import);
  const TroupePackedLine *line;

  for (gint64 n = 0;; n++)
    {
      if ((n % LOOK_LINES == 0 && !check_cancelled (self, error)) ||
          !troupe_line_sorter_next (self->sorter, &line, error))
        return FALSE;
      if (line == NULL)
        break;
      if (!troupe_line_merge_add (merge, line, error))
        return FALSE;
    }
  troupe_line_merge_count (merge, &self->import);
  self->result->late = *troupe_line_merge_get_late (merge);
  return troupe_line_merge_finish (merge, error) &&
         (!self->counted || troupe_import_listing_write_replaced (self->connection, &self->import,
                                                                  troupe_line_merge_get_known (merge), self->result, error));
}

/* The import with its final counts, in the file and in the result. */
static gboolean
finish_import (Run       *self,
               GError   **error)
{
  /* its id is not set again: lines refer to it, and SQLite would look for them one by one */
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "UPDATE import SET first_day = ?2, last_day = ?3, new_rows = ?4, updated_rows = ?5, duplicate_rows = ?6, "
    "waiting_rows = ?7, lines = ?8 WHERE id = ?1");
  TroupeImport import;

  troupe_row_tally_count (self->tally, &self->import);
  import = self->import;
  if ((self->request->flags & TROUPE_IMPORT_DRY_RUN) != 0)
    import.id = 0;
  self->result->import = troupe_record_new (&TROUPE_IMPORT, &import, error);
  troupe_query_bind_id (query, 1, self->import.id);
  troupe_query_bind_day (query, 2, self->import.first_day);
  troupe_query_bind_day (query, 3, self->import.last_day);
  troupe_query_bind_int (query, 4, self->import.new_rows);
  troupe_query_bind_int (query, 5, self->import.updated_rows);
  troupe_query_bind_int (query, 6, self->import.duplicate_rows);
  troupe_query_bind_int (query, 7, self->import.waiting_rows);
  troupe_query_bind_int (query, 8, self->import.lines);
  return self->result->import != NULL && troupe_query_run (query, error);
}

static gboolean
write_listing (Run       *self,
               GError   **error)
{
  TroupeImportResult *result = self->result;

  troupe_account_index_count (self->accounts, result);
  return troupe_import_listing_write_problems (self->connection, self->request->source, self->import.id, result, error) &&
         troupe_import_listing_write_rows (self->connection, self->tally, self->import.id, result, error) &&
         troupe_account_index_add_waiting (self->accounts, result, error);
}

static gboolean
append_change (Run       *self,
               GError   **error)
{
  TroupeChange change;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.action = "import";
  change.object = TROUPE_IMPORT.name;
  change.object_id = self->import.id;
  return troupe_change_log_append (self->connection, &change, error);
}

static gboolean
import (Run     *self,
        GError **error)
{
  self->accounts = troupe_account_index_load (self->connection, error);
  describe (self);
  if (self->accounts == NULL || !take_lines (self, error))
    return FALSE;
  if (!self->result->identical)
    describe (self);
  if (!find_identical (self, self->import.file_hash, error) || self->result->identical)
    return self->result->identical;
  return check_problems (self, error) &&
         troupe_sequence_take (self->connection, 1, &self->import.id, error) &&
         insert_import (self, error) &&
         troupe_account_index_insert_new (self->accounts, self->import.id, error) &&
         merge_lines (self, error) &&
         troupe_import_rival_check (self->connection, &self->import,
                                    troupe_line_source_get_rivals (self->request->source), error) &&
         finish_import (self, error) &&
         write_listing (self, error) &&
         append_change (self, error);
}

static DexFuture *
import_cb (TroupeConnection *connection,
           gpointer          data)
{
  const Request *request = data;
  g_auto(Run) run = { .request = request, .connection = connection };
  GError *error = NULL;
  gboolean done;

  run.result = troupe_import_result_new ();
  run.words = troupe_word_list_new ();
  run.tally = troupe_row_tally_new ();
  run.sorter = troupe_line_sorter_new (request->folder, run.words, request->chunk_size);
  run.import.as_of = TROUPE_NONE;

  troupe_connection_set_cache (connection, CACHE_MEBIBYTES);
  done = import (&run, &error);
  troupe_connection_set_cache (connection, 0);

  if (!done)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_IMPORT_RESULT, g_steal_pointer (&run.result));
}

/* A transaction of its own that is not kept, so that nobody is told of a change. */
static DexFuture *
try_cb (TroupeConnection *connection,
        gpointer          data)
{
  GError *error = NULL;
  DexFuture *future;

  if (!troupe_connection_begin (connection, &error))
    return dex_future_new_for_error (error);
  future = import_cb (connection, data);
  troupe_connection_rollback (connection);
  return future;
}

DexFuture *
troupe_store_import_in_chunks (TroupeStore        *self,
                               TroupeLineSource   *source,
                               TroupeImportFlags   flags,
                               gsize               chunk_size,
                               GCancellable       *cancellable)
{
  Request *request = g_new0 (Request, 1);

  request->source = g_object_ref (source);
  request->flags = flags;
  request->chunk_size = chunk_size;
  g_set_object (&request->cancellable, cancellable);
  request->folder = g_path_get_dirname (troupe_store_get_path (self));
  if ((flags & TROUPE_IMPORT_DRY_RUN) != 0)
    return troupe_store_read (self, cancellable, try_cb, request, request_free);
  return troupe_store_write (self, cancellable, import_cb, request, request_free);
}

DexFuture *
troupe_store_import (TroupeStore        *self,
                     TroupeLineSource   *source,
                     TroupeImportFlags   flags,
                     GCancellable       *cancellable)
{
  return troupe_store_import_in_chunks (self, source, flags, CHUNK_SIZE, cancellable);
}
