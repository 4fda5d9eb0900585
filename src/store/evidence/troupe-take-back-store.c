#include "troupe-evidence-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-error.h"
#include "troupe-import-span.h"
#include "troupe-month-booking.h"
#include "troupe-store-private.h"

/* A line of the import that its platform has not restated since: what it says counts now. */
#define LAST_OF_IMPORT \
  TROUPE_LINES_OF_IMPORT " AND NOT EXISTS (SELECT 1 FROM line AS later WHERE later.month = own.month " \
  "AND later.account_id = own.account_id AND later.kind = own.kind AND later.key = own.key " \
  "AND later.revision > own.revision)"

typedef struct
{
  gint64      import_id;
  TroupeMonth month;       /* correct: in which to book */
} Request;

/* An import that is being taken back. */
typedef struct
{
  TroupeConnection *connection;
  TroupeImport     *import;
  TroupeMonth       closed;   /* the last closed month, or TROUPE_NONE */
  TroupeMonth       month;    /* correct */
  gint64            accounts; /* withdraw: how many went with it */
} TakeBack;

static Request *
request_new (gint64      import_id,
             TroupeMonth month)
{
  Request *self = g_new (Request, 1);

  *self = (Request) { import_id, month };
  return self;
}

static gboolean
load (TakeBack  *self,
      gint64     import_id,
      GError   **error)
{
  gboolean taken_back;

  self->import = troupe_import_span_load (self->connection, import_id, error);
  if (self->import == NULL || !troupe_draft_get_last_closed (self->connection, &self->closed, error) ||
      !troupe_import_span_is_taken_back (self->connection, self->import, &taken_back, error) ||
      !troupe_import_span_check (self->connection, self->import, error))
    return FALSE;
  return !taken_back || troupe_fail (error, TROUPE_ERROR_INVALID, _("The import of %s has been taken back already"),
                                     self->import->file_name);
}

static gboolean
check_not_closed (TakeBack  *self,
                  GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT min (booked) FROM line WHERE " TROUPE_LINES_OF_IMPORT " AND booked <= ?4");
  g_autofree char *booked = NULL;

  if (self->closed == TROUPE_NONE)
    return TRUE;
  troupe_import_span_bind (query, self->import);
  troupe_query_bind_month (query, 4, self->closed);
  if (troupe_query_next (query))
    booked = g_strdup (troupe_query_get_text (query, 0));
  if (!troupe_query_end (query, error))
    return FALSE;
  return booked == NULL ||
         troupe_fail (error, TROUPE_ERROR_CLOSED,
                      _("The import of %s cannot be taken back: the closed month %s rests on it. Correct it in an "
                        "open month instead"), self->import->file_name, booked);
}

static gboolean
check_not_revised (TakeBack  *self,
                   GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT file_name FROM line AS own JOIN line AS later ON later.month = own.month "
    "AND later.account_id = own.account_id AND later.kind = own.kind AND later.key = own.key "
    "AND later.revision > own.revision AND later.import_id <> own.import_id "
    "JOIN import ON import.id = later.import_id "
    "WHERE own.month BETWEEN ?1 AND ?2 AND own.import_id = ?3 LIMIT 1");
  g_autofree char *name = NULL;

  troupe_import_span_bind (query, self->import);
  if (troupe_query_next (query))
    name = g_strdup (troupe_query_get_text (query, 0));
  if (!troupe_query_end (query, error))
    return FALSE;
  return name == NULL ||
         troupe_fail (error, TROUPE_ERROR_CLOSED,
                      _("The import of %s cannot be taken back: the import of %s restates lines of it. Take that one "
                        "back first, or correct this one in an open month"), self->import->file_name, name);
}

/* Changes the totals by what query gives: month, account, kind, unit, amount, lines. */
static gboolean
change_totals (TakeBack     *self,
               TroupeQuery  *query,
               GError      **error)
{
  troupe_import_span_bind (query, self->import);
  while (troupe_query_next (query))
    {
      TroupeTotalChange change = {
        troupe_query_get_month (query, 0), troupe_query_get_id (query, 1), troupe_query_get_text (query, 2),
        troupe_query_get_text (query, 3), troupe_query_get_int (query, 4), troupe_query_get_int (query, 5),
      };

      if (!troupe_month_change_total (self->connection, &change, error))
        return FALSE;
    }
  return troupe_query_end (query, error);
}

/* Runs a statement on the lines of the import. */
static gboolean
run (TakeBack    *self,
     const char  *sql,
     GError     **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection, sql);

  troupe_import_span_bind (query, self->import);
  return troupe_query_run (query, error);
}

/* Drafts from the first month on that was settled with lines of the import. */
static gboolean
mark_drafts (TakeBack  *self,
             GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT min (booked) FROM line WHERE " TROUPE_LINES_OF_IMPORT);
  TroupeMonth booked = TROUPE_NONE;

  troupe_import_span_bind (query, self->import);
  if (troupe_query_next (query))
    booked = troupe_query_get_month (query, 0);
  return troupe_query_end (query, error) &&
         (booked == TROUPE_NONE || troupe_draft_mark_stale (self->connection, booked, 0, error));
}

/* Those that the import made and nobody has touched since. */
static gboolean
remove_accounts (TakeBack  *self,
                 GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "DELETE FROM account WHERE import_id = ?1 AND creator_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM month_total WHERE account_id = account.id) "
    "AND NOT EXISTS (SELECT 1 FROM change WHERE object = 'account' AND object_id = account.id)");

  troupe_query_bind_id (query, 1, self->import->id);
  if (!troupe_query_run (query, error))
    return FALSE;
  self->accounts = troupe_connection_get_changes (self->connection);
  return TRUE;
}

static gboolean
append_change (TakeBack  *self,
               GError   **error)
{
  TroupeChange change;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.action = "withdraw";
  change.object = TROUPE_IMPORT.name;
  change.object_id = self->import->id;
  return troupe_change_log_append (self->connection, &change, error);
}

static gboolean
set_withdrawn (TakeBack  *self,
               GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "UPDATE import SET state = 'withdrawn' WHERE id = ?1");

  troupe_query_bind_id (query, 1, self->import->id);
  return troupe_query_run (query, error);
}

static gboolean
withdraw (TakeBack  *self,
          GError   **error)
{
  g_autoptr(TroupeQuery) totals = troupe_connection_prepare (self->connection,
    "SELECT month, account_id, kind, unit, -sum (amount), -count (*) FROM line "
    "WHERE " TROUPE_LINES_OF_IMPORT " GROUP BY month, account_id, kind, unit");

  return check_not_closed (self, error) &&
         check_not_revised (self, error) &&
         change_totals (self, totals, error) &&
         mark_drafts (self, error) &&
         run (self, "DELETE FROM line WHERE " TROUPE_LINES_OF_IMPORT, error) &&
         remove_accounts (self, error) &&
         set_withdrawn (self, error) &&
         append_change (self, error);
}

static DexFuture *
withdraw_cb (TroupeConnection *connection,
             gpointer          data)
{
  const Request *request = data;
  TakeBack self = { .connection = connection };
  GError *error = NULL;
  gboolean done = load (&self, request->import_id, &error) && withdraw (&self, &error);

  g_clear_pointer (&self.import, troupe_record_unref);
  return done ? dex_future_new_for_int64 (self.accounts) : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_withdraw (TroupeStore *self,
                       gint64       import_id)
{
  return troupe_store_write (self, NULL, withdraw_cb, request_new (import_id, TROUPE_NONE), g_free);
}

static gboolean
check_month_open (TakeBack  *self,
                  GError   **error)
{
  g_autofree char *month = troupe_month_to_string (self->month);

  return self->closed == TROUPE_NONE || self->month > self->closed ||
         troupe_fail (error, TROUPE_ERROR_CLOSED, _("%s is closed; correct the import of %s in an open month"),
                      month, self->import->file_name);
}

/* What an open month settles is taken back there; what a closed one has settled, in the month given. */
static gboolean
insert_reversals (TakeBack  *self,
                  GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "INSERT INTO line (month, account_id, kind, key, revision, booked, day, amount, stated, fee, unit, ref, content, "
    "import_id, row, per_line) "
    "SELECT month, account_id, kind, key, revision + 1, CASE WHEN booked <= ?4 THEN ?5 ELSE booked END, day, -amount, "
    "coalesce (stated, amount) - amount, -fee, unit, ref, content, import_id, row, per_line "
    "FROM line AS own WHERE " LAST_OF_IMPORT);

  troupe_import_span_bind (query, self->import);
  troupe_query_bind_month (query, 4, self->closed);
  troupe_query_bind_month (query, 5, self->month);
  return troupe_query_run (query, error) &&
         (troupe_connection_get_changes (self->connection) > 0 ||
          troupe_fail (error, TROUPE_ERROR_INVALID, _("Nothing of the import of %s counts any more: later imports "
                                                      "restate it"), self->import->file_name));
}

static gboolean
note_correction (TakeBack  *self,
                 GError   **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "UPDATE import SET note = concat_ws ('; ', note, ?2) WHERE id = ?1");
  g_autofree char *month = troupe_month_to_string (self->month);
  g_autofree char *note = g_strdup_printf (_("Corrected in %s"), month);

  troupe_query_bind_id (query, 1, self->import->id);
  troupe_query_bind_text (query, 2, note);
  return troupe_query_run (query, error);
}

static gboolean
correct (TakeBack  *self,
         GError   **error)
{
  g_autoptr(TroupeQuery) totals = troupe_connection_prepare (self->connection,
    "SELECT month, account_id, kind, unit, -sum (amount), count (*) FROM line AS own "
    "WHERE " LAST_OF_IMPORT " GROUP BY month, account_id, kind, unit");

  return check_month_open (self, error) &&
         change_totals (self, totals, error) &&
         insert_reversals (self, error) &&
         mark_drafts (self, error) &&
         note_correction (self, error) &&
         append_change (self, error);
}

static DexFuture *
correct_cb (TroupeConnection *connection,
            gpointer          data)
{
  const Request *request = data;
  TakeBack self = { .connection = connection, .month = request->month };
  GError *error = NULL;
  gboolean done = load (&self, request->import_id, &error) && correct (&self, &error);

  g_clear_pointer (&self.import, troupe_record_unref);
  return done ? dex_future_new_true () : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_correct (TroupeStore *self,
                      gint64       import_id,
                      TroupeMonth  month)
{
  return troupe_store_write (self, NULL, correct_cb, request_new (import_id, month), g_free);
}
