#include "troupe-unsettled.h"

#include "troupe-month-request.h"
#include "troupe-store-private.h"

/* Both sides group their lines by account, kind and unit; zeros settle nothing. */
#define LIST_UNSETTLED \
  "WITH settled AS (SELECT account_id, revenue_kind AS kind, unit, sum (amount) AS amount, sum (rows) AS rows" \
  "  FROM statement_line WHERE kind = 'earning' AND statement_id IN (SELECT id FROM statement WHERE month = ?1)" \
  "  GROUP BY account_id, revenue_kind, unit) " \
  "SELECT creator_id, sum (max (total.lines - ifnull (rows, 0), 1))" \
  " FROM month_total AS total JOIN account ON account.id = account_id LEFT JOIN settled USING (account_id, kind, unit)" \
  " WHERE total.month = ?1 AND creator_id IS NOT NULL AND total.amount <> ifnull (settled.amount, 0)" \
  " AND EXISTS (SELECT 1 FROM statement WHERE month = ?1)" \
  " AND NOT EXISTS (SELECT 1 FROM closed_month WHERE month = ?1)" \
  " AND creator_id NOT IN (SELECT creator_id FROM statement WHERE month = ?1 AND stale = 1)" \
  " GROUP BY creator_id ORDER BY creator_id"

static DexFuture *
list_unsettled (TroupeConnection *connection,
                gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, LIST_UNSETTLED);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (TroupeUnsettled));
  GError *error = NULL;

  troupe_query_bind_month (query, 1, request->month);
  while (troupe_query_next (query))
    {
      TroupeUnsettled unsettled = { troupe_query_get_id (query, 0), troupe_query_get_int (query, 1) };

      g_array_append_val (list, unsettled);
    }
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&list));
}

DexFuture *
troupe_store_list_unsettled (TroupeStore *self,
                             TroupeMonth  month)
{
  return troupe_store_read (self, NULL, list_unsettled, troupe_month_request_new (month), troupe_month_request_free);
}
