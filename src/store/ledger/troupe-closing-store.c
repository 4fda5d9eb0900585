#include "troupe-ledger-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-closed-month.h"
#include "troupe-current-rules.h"
#include "troupe-error.h"
#include "troupe-month-request.h"
#include "troupe-record-sql.h"
#include "troupe-rule-snapshot-text.h"
#include "troupe-store-private.h"

/* What keeps month ?1 from being closed: a query whose one value is a number or a month, and what to
 * say when it has one. They are asked in this order. */
static const struct
{
  const char *sql;
  const char *message;
} obstacles[] = {
  { "SELECT min (month) FROM (SELECT month FROM month_total UNION SELECT month FROM statement WHERE state = 'draft'"
    " UNION SELECT booked FROM line WHERE booked <> month)"
    " WHERE month < ?1 AND month > ifnull ((SELECT max (month) FROM closed_month), '')",
    N_("%s must be closed before %s") },
  { "SELECT nullif (sum (lines), 0) FROM (SELECT account_id, lines FROM month_total WHERE month = ?1"
    " UNION ALL SELECT account_id, 1 FROM line WHERE booked = ?1 AND booked <> month)"
    " JOIN account ON account.id = account_id WHERE creator_id IS NULL",
    N_("%s lines of %s belong to accounts without a creator. Assign them first, or withdraw their import.") },
  { "SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM statement WHERE month = ?1)",
    N_("There are %s statements of %s. Settle it first.") },
  { "SELECT nullif (count (*), 0) FROM statement WHERE month = ?1 AND stale = 1",
    N_("%s statements of %s are out of date. Settle it again first.") },
};

static gboolean
check_obstacle (TroupeConnection  *connection,
                int                i,
                const char        *month,
                GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, obstacles[i].sql);
  const char *found = NULL;

  troupe_query_bind_text (query, 1, month);
  if (troupe_query_next (query))
    found = troupe_query_get_text (query, 0);
  if (found != NULL)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _(obstacles[i].message), found, month);
  return troupe_query_end (query, error);
}

static gboolean
check_closable (TroupeConnection  *connection,
                TroupeMonth        month,
                GError           **error)
{
  g_autofree char *name = troupe_month_to_string (month);
  TroupeMonth closed;

  if (!troupe_draft_get_last_closed (connection, &closed, error))
    return FALSE;
  if (closed != TROUPE_NONE && month <= closed)
    return troupe_fail (error, TROUPE_ERROR_CLOSED, _("%s is already closed"), name);
  for (gsize i = 0; i < G_N_ELEMENTS (obstacles); i++)
    if (!check_obstacle (connection, i, name, error))
      return FALSE;
  return TRUE;
}

/* The same rules are kept once, however many months used them. */
static char *
put_snapshot (TroupeConnection  *connection,
              TroupeMonth        month,
              GError           **error)
{
  g_autoptr(TroupeRuleSet) rules = troupe_current_rules_read (connection, month, error);
  g_autofree char *text = rules != NULL ? troupe_rule_snapshot_text_write (connection, rules, error) : NULL;
  g_autofree char *hash = text != NULL ? troupe_rule_snapshot_text_hash (text) : NULL;
  g_autoptr(TroupeQuery) query = NULL;

  if (text == NULL)
    return NULL;
  query = troupe_connection_prepare (connection,
    "INSERT INTO rule_snapshot (hash, content) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING");
  troupe_query_bind_text (query, 1, hash);
  troupe_query_bind_text (query, 2, text);
  return troupe_query_run (query, error) ? g_steal_pointer (&hash) : NULL;
}

static gboolean
put_closed_month (TroupeConnection          *connection,
                  const TroupeMonthRequest  *request,
                  const char                *hash,
                  GError                   **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_insert (connection, &TROUPE_CLOSED_MONTH);
  TroupeClosedMonth fields = {
    .month = request->month,
    .time = troupe_connection_get_time (connection),
    .rules = hash,
    .actor = request->actor,
  };

  troupe_query_bind_record (query, &TROUPE_CLOSED_MONTH, &fields);
  return troupe_query_run (query, error);
}

static gboolean
close_statements (TroupeConnection *connection,
                  TroupeMonth       month,
                  GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "UPDATE statement SET state = 'closed' WHERE month = ?1");

  troupe_query_bind_month (query, 1, month);
  return troupe_query_run (query, error);
}

static gboolean
append_log (TroupeConnection          *connection,
            const TroupeMonthRequest  *request,
            const char                *hash,
            GError                   **error)
{
  g_autofree char *month = troupe_month_to_string (request->month);
  g_autofree char *after = g_strdup_printf ("{\"month\":\"%s\",\"rules\":\"%s\"}", month, hash);
  TroupeChange change;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.actor = request->actor;
  change.action = "close";
  change.object = TROUPE_CLOSED_MONTH.name;
  change.after = after;
  return troupe_change_log_append (connection, &change, error);
}

static DexFuture *
close_month (TroupeConnection *connection,
             gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autofree char *hash = NULL;
  GError *error = NULL;

  if (check_closable (connection, request->month, &error) &&
      (hash = put_snapshot (connection, request->month, &error)) != NULL &&
      put_closed_month (connection, request, hash, &error) && close_statements (connection, request->month, &error) &&
      append_log (connection, request, hash, &error))
    return dex_future_new_true ();
  return dex_future_new_for_error (error);
}

DexFuture *
troupe_store_close_month (TroupeStore *self,
                          TroupeMonth  month,
                          const char  *actor)
{
  TroupeMonthRequest *request = troupe_month_request_new (month);

  request->actor = g_strdup (actor);
  return troupe_store_write (self, NULL, close_month, request, troupe_month_request_free);
}
