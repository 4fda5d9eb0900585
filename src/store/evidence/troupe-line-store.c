#include "troupe-evidence-store.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-import-span.h"
#include "troupe-ledger-store.h"
#include "troupe-line-reader.h"
#include "troupe-month-booking.h"
#include "troupe-record-sql.h"
#include "troupe-statement-line.h"
#include "troupe-store-private.h"

typedef struct
{
  TroupeMonth    month;
  TroupeLineFunc func;
  gpointer       data;
} Each;

/* A page of the lines of something. */
typedef struct
{
  gint64 id;
  guint  offset;
  guint  limit;
} Page;

/* Accounts without a creator: their lines wait. */
static GHashTable *
load_waiting (TroupeConnection  *connection,
              GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "SELECT id FROM account WHERE creator_id IS NULL");
  g_autoptr(GHashTable) waiting = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  while (troupe_query_next (query))
    {
      gint64 id = troupe_query_get_id (query, 0);

      g_hash_table_add (waiting, g_memdup2 (&id, sizeof id));
    }
  return troupe_query_end (query, error) ? g_steal_pointer (&waiting) : NULL;
}

static gboolean
read_lines (TroupeQuery  *query,
            gboolean      late,
            const Each   *each,
            GHashTable   *waiting,
            GError      **error)
{
  TroupeLineReader reader;
  gint64 account_id = 0;
  gboolean waits = FALSE;

  troupe_line_reader_init (&reader, each->month, late);
  troupe_query_bind_month (query, 1, each->month);
  while (troupe_query_next (query))
    {
      const TroupeLine *line = troupe_line_reader_read (&reader, query);

      if (line->account_id != account_id)
        waits = g_hash_table_contains (waiting, &line->account_id);
      account_id = line->account_id;
      if (!waits && !each->func (line, each->data, error))
        {
          /* the caller's error is the one that counts */
          (void) troupe_query_end (query, NULL);
          return FALSE;
        }
    }
  return troupe_query_end (query, error);
}

static DexFuture *
each_line_cb (TroupeConnection *connection,
              gpointer          data)
{
  g_autoptr(TroupeQuery) late = troupe_connection_prepare (connection,
    "SELECT " TROUPE_LINE_READER_COLUMNS ", month FROM line "
    "WHERE booked = ?1 AND booked <> month ORDER BY month, account_id, kind, key, revision");
  g_autoptr(TroupeQuery) own = troupe_connection_prepare (connection,
    "SELECT " TROUPE_LINE_READER_COLUMNS " FROM line "
    "WHERE month = ?1 AND booked = ?1 ORDER BY account_id, kind, key, revision");
  GError *error = NULL;
  g_autoptr(GHashTable) waiting = load_waiting (connection, &error);

  if (waiting == NULL || !read_lines (late, TRUE, data, waiting, &error) ||
      !read_lines (own, FALSE, data, waiting, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_true ();
}

DexFuture *
troupe_store_each_line (TroupeStore    *self,
                        TroupeMonth     month,
                        TroupeLineFunc  func,
                        gpointer        data,
                        GCancellable   *cancellable)
{
  Each *each = g_new (Each, 1);

  *each = (Each) { month, func, data };
  return troupe_store_read (self, cancellable, each_line_cb, each, g_free);
}

static DexFuture *
list_lines (TroupeQuery *query)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (troupe_record_unref);
  GError *error = NULL;

  while (troupe_query_next (query))
    g_ptr_array_add (lines, troupe_query_read_record (query, &TROUPE_LINE));
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&lines));
}

/* The statement line and the month that settles it. */
static TroupeStatementLine *
load_statement_line (TroupeConnection  *connection,
                     gint64             id,
                     TroupeMonth       *ret_booked,
                     GError           **error)
{
  g_autoptr(TroupeQuery) select = troupe_record_sql_select (connection, &TROUPE_STATEMENT_LINE, "WHERE id = ?1");
  g_autoptr(TroupeQuery) month = troupe_connection_prepare (connection, "SELECT month FROM statement WHERE id = ?1");
  g_autoptr(TroupeStatementLine) line = NULL;

  troupe_query_bind_id (select, 1, id);
  if (troupe_query_next (select))
    line = troupe_query_read_record (select, &TROUPE_STATEMENT_LINE);
  if (!troupe_query_end (select, error))
    return NULL;
  if (line == NULL)
    {
      troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no statement line number %" PRId64), id);
      return NULL;
    }
  troupe_query_bind_id (month, 1, line->statement_id);
  if (troupe_query_next (month))
    *ret_booked = troupe_query_get_month (month, 0);
  return troupe_query_end (month, error) ? g_steal_pointer (&line) : NULL;
}

static DexFuture *
list_evidence_cb (TroupeConnection *connection,
                  gpointer          data)
{
  /* ?9 tells lines whose fee the file states from those that the fee card decides; NULL: either. Zeros are
   * evidence of nothing. */
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_LINE,
    "WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND booked = ?4 AND day BETWEEN ?5 AND ?6 AND unit = ?7 "
    "AND per_line = ?8 AND (fee IS NOT NULL) IS coalesce (?9, fee IS NOT NULL) AND (amount <> 0 OR fee <> 0) "
    "ORDER BY day, row, import_id, key, revision LIMIT ?10 OFFSET ?11");
  const Page *page = data;
  g_autoptr(TroupeStatementLine) line = NULL;
  TroupeMonth booked = TROUPE_NONE;
  GError *error = NULL;

  line = load_statement_line (connection, page->id, &booked, &error);
  if (line == NULL)
    return dex_future_new_for_error (error);
  troupe_query_bind_month (query, 1, line->month);
  troupe_query_bind_id (query, 2, line->account_id);
  troupe_query_bind_text (query, 3, line->revenue_kind);
  troupe_query_bind_month (query, 4, booked);
  troupe_query_bind_day (query, 5, line->first_day);
  troupe_query_bind_day (query, 6, line->last_day);
  troupe_query_bind_text (query, 7, line->unit);
  troupe_query_bind_int (query, 8, line->per_line);
  troupe_query_bind_int (query, 9, line->fee_card_id != 0 ? 0 : line->fee != 0 ? 1 : TROUPE_NONE);
  troupe_query_bind_int (query, 10, page->limit);
  troupe_query_bind_int (query, 11, page->offset);
  return list_lines (query);
}

static Page *
page_new (gint64 id,
          guint  offset,
          guint  limit)
{
  Page *self = g_new (Page, 1);

  *self = (Page) { id, offset, limit };
  return self;
}

DexFuture *
troupe_store_list_evidence (TroupeStore *self,
                            gint64       statement_line_id,
                            guint        offset,
                            guint        limit)
{
  return troupe_store_read (self, NULL, list_evidence_cb, page_new (statement_line_id, offset, limit), g_free);
}

static DexFuture *
list_revisions_cb (TroupeConnection *connection,
                   gpointer          data)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_LINE,
    "WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND key = ?4 ORDER BY revision");
  const TroupeLine *line = data;

  troupe_query_bind_month (query, 1, line->month);
  troupe_query_bind_id (query, 2, line->account_id);
  troupe_query_bind_text (query, 3, line->kind);
  troupe_query_bind_int (query, 4, line->key);
  return list_lines (query);
}

DexFuture *
troupe_store_list_revisions (TroupeStore *self,
                             TroupeLine  *line)
{
  return troupe_store_read (self, NULL, list_revisions_cb, troupe_record_ref (line), troupe_record_unref);
}

static DexFuture *
list_imported_cb (TroupeConnection *connection,
                  gpointer          data)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_LINE,
    "WHERE " TROUPE_LINES_OF_IMPORT " ORDER BY row, month, account_id, kind, key, revision LIMIT ?4 OFFSET ?5");
  const Page *page = data;
  GError *error = NULL;
  g_autoptr(TroupeImport) import = troupe_import_span_load (connection, page->id, &error);

  if (import == NULL)
    return dex_future_new_for_error (error);
  troupe_import_span_bind (query, import);
  troupe_query_bind_int (query, 4, page->limit);
  troupe_query_bind_int (query, 5, page->offset);
  return list_lines (query);
}

DexFuture *
troupe_store_list_imported (TroupeStore *self,
                            gint64       import_id,
                            guint        offset,
                            guint        limit)
{
  return troupe_store_read (self, NULL, list_imported_cb, page_new (import_id, offset, limit), g_free);
}
