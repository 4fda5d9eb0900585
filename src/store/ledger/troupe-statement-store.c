#include "troupe-ledger-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-error.h"
#include "troupe-month-request.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

/* A draft as it was; who settles again finds the same ids and number. */
typedef struct
{
  gint64  id;
  gint64  creator_id;
  char   *number;
  gint64  closing;
  GArray *line_ids;    /* by position */
  gboolean used;
} Draft;

typedef struct
{
  TroupeConnection *connection;
  TroupeMonth       month;
  GHashTable       *drafts;        /* "creator currency" -> Draft */
  gint64            next_id;       /* of those that were taken for this run */
  gboolean          has_later;     /* later months have drafts */
  GPtrArray        *statements;    /* TroupeStatement, as they are written */
  TroupeQuery      *put_statement;
  TroupeQuery      *put_line;
} Run;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_array_unref (self->line_ids);
  g_free (self->number);
  g_free (self);
}

static char *
make_key (gint64      creator_id,
          const char *currency)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", creator_id, currency);
}

static void
clear_run (Run *self)
{
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->put_statement, troupe_query_free);
  g_clear_pointer (&self->put_line, troupe_query_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, clear_run)

static gboolean
read_drafts (Run     *self,
             GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT statement.id, creator_id, statement.currency, number, closing, item.id"
    " FROM statement LEFT JOIN statement_line AS item ON item.statement_id = statement.id"
    " WHERE statement.month = ?1 ORDER BY statement.id, position");
  Draft *draft = NULL;

  troupe_query_bind_month (query, 1, self->month);
  while (troupe_query_next (query))
    {
      gint64 id = troupe_query_get_id (query, 0);
      gint64 line_id = troupe_query_get_id (query, 5);

      if (draft == NULL || draft->id != id)
        {
          draft = g_new0 (Draft, 1);
          draft->id = id;
          draft->creator_id = troupe_query_get_id (query, 1);
          draft->number = g_strdup (troupe_query_get_text (query, 3));
          draft->closing = troupe_query_get_int (query, 4);
          draft->line_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (self->drafts, make_key (draft->creator_id, troupe_query_get_text (query, 2)), draft);
        }
      if (line_id != 0)
        g_array_append_val (draft->line_ids, line_id);
    }
  return troupe_query_end (query, error);
}

static Draft *
find_draft (Run                   *self,
            const TroupeStatement *statement)
{
  g_autofree char *key = make_key (statement->creator_id, statement->currency);

  return g_hash_table_lookup (self->drafts, key);
}

static gboolean
take_ids (Run        *self,
          GPtrArray  *settled,
          GError    **error)
{
  guint n = 0;

  for (guint i = 0; i < settled->len; i++)
    {
      const TroupeSettledStatement *item = settled->pdata[i];
      const Draft *draft = find_draft (self, item->statement);
      guint kept = draft != NULL ? draft->line_ids->len : 0;

      n += (draft == NULL) + (item->lines->len > kept ? item->lines->len - kept : 0);
    }
  return n == 0 || troupe_sequence_take (self->connection, n, &self->next_id, error);
}

static gboolean
remove_lines (Run     *self,
              GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "DELETE FROM statement_line WHERE statement_id IN (SELECT id FROM statement WHERE month = ?1)");

  troupe_query_bind_month (query, 1, self->month);
  return troupe_query_run (query, error);
}

static gboolean
put_lines (Run         *self,
           GPtrArray   *lines,
           gint64       statement_id,
           const Draft *draft,
           GError     **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TroupeStatementLine fields = *(const TroupeStatementLine *) lines->pdata[i];

      if (draft != NULL && i < draft->line_ids->len)
        fields.id = g_array_index (draft->line_ids, gint64, i);
      else
        fields.id = self->next_id++;
      fields.statement_id = statement_id;
      troupe_query_bind_record (self->put_line, &TROUPE_STATEMENT_LINE, &fields);
      if (!troupe_query_run (self->put_line, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_for_later (Run     *self,
                GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT 1 FROM statement WHERE month > ?1 LIMIT 1");

  troupe_query_bind_month (query, 1, self->month);
  self->has_later = troupe_query_next (query);
  return troupe_query_end (query, error);
}

/* The drafts of later months start from this one's closing. */
static gboolean
mark_later (Run     *self,
            gint64   creator_id,
            GError **error)
{
  return !self->has_later || troupe_draft_mark_stale (self->connection, self->month + 1, creator_id, error);
}

static gboolean
put_statement (Run                           *self,
               const TroupeSettledStatement  *item,
               GError                       **error)
{
  Draft *draft = find_draft (self, item->statement);
  TroupeStatement fields = *item->statement;

  fields.id = draft != NULL ? draft->id : self->next_id++;
  fields.month = self->month;
  fields.number = draft != NULL ? draft->number : fields.number;
  fields.state = "draft";
  fields.stale = FALSE;
  troupe_query_bind_record (self->put_statement, &TROUPE_STATEMENT, &fields);
  if (!troupe_query_run (self->put_statement, error) || !put_lines (self, item->lines, fields.id, draft, error))
    return FALSE;
  g_ptr_array_add (self->statements, troupe_record_copy (&TROUPE_STATEMENT, &fields));
  if (draft != NULL)
    draft->used = TRUE;
  if (draft != NULL && draft->closing == fields.closing)
    return TRUE;
  return mark_later (self, fields.creator_id, error);
}

static gboolean
remove_unused (Run     *self,
               GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection, "DELETE FROM statement WHERE id = ?1");
  GHashTableIter iter;
  Draft *draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &draft))
    {
      if (draft->used)
        continue;
      troupe_query_bind_id (query, 1, draft->id);
      if (!troupe_query_run (query, error) || !mark_later (self, draft->creator_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
append_log (Run     *self,
            guint    n,
            GError **error)
{
  g_autofree char *month = troupe_month_to_string (self->month);
  g_autofree char *after = g_strdup_printf ("{\"month\":\"%s\",\"statements\":%u}", month, n);
  TroupeChange change;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.action = "settle";
  change.object = TROUPE_STATEMENT.name;
  change.after = after;
  return troupe_change_log_append (self->connection, &change, error);
}

static gboolean
check_open (TroupeConnection  *connection,
            TroupeMonth        month,
            GError           **error)
{
  g_autofree char *name = troupe_month_to_string (month);
  TroupeMonth closed;

  if (!troupe_draft_get_last_closed (connection, &closed, error))
    return FALSE;
  return closed == TROUPE_NONE || month > closed ||
         troupe_fail (error, TROUPE_ERROR_CLOSED, _("%s is closed; its statements stay as they are"), name);
}

static gboolean
put_all (Run        *self,
         GPtrArray  *settled,
         GError    **error)
{
  for (guint i = 0; i < settled->len; i++)
    if (!put_statement (self, settled->pdata[i], error))
      return FALSE;
  return TRUE;
}

static DexFuture *
put_statements (TroupeConnection *connection,
                gpointer          data)
{
  const TroupeMonthRequest *request = data;
  GPtrArray *settled = request->data;
  GError *error = NULL;
  g_auto(Run) run = { connection, request->month };

  run.drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  run.statements = g_ptr_array_new_full (settled->len, troupe_record_unref);
  run.put_statement = troupe_record_sql_replace (connection, &TROUPE_STATEMENT);
  run.put_line = troupe_record_sql_insert (connection, &TROUPE_STATEMENT_LINE);
  if (check_open (connection, request->month, &error) && read_drafts (&run, &error) && look_for_later (&run, &error) &&
      take_ids (&run, settled, &error) && remove_lines (&run, &error) && put_all (&run, settled, &error) &&
      remove_unused (&run, &error) && append_log (&run, settled->len, &error))
    return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&run.statements));
  return dex_future_new_for_error (error);
}

DexFuture *
troupe_store_put_statements (TroupeStore *self,
                             TroupeMonth  month,
                             GPtrArray   *settled)
{
  TroupeMonthRequest *request = troupe_month_request_new (month);

  request->data = g_ptr_array_ref (settled);
  request->destroy = (GDestroyNotify) g_ptr_array_unref;
  return troupe_store_write (self, NULL, put_statements, request, troupe_month_request_free);
}
