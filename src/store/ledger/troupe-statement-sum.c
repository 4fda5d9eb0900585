#include "troupe-statement-sum.h"

#include "troupe-store-private.h"

#define SUM_STATEMENTS \
  "WITH settled AS (SELECT *, CASE state WHEN 'closed' THEN payable - coalesce (" \
  "    (SELECT sum (amount) FROM payment WHERE statement_id = statement.id), 0) ELSE 0 END AS due" \
  "  FROM statement WHERE month BETWEEN ?1 AND ?2 AND (?3 IS NULL OR creator_id = ?3)) " \
  "SELECT month, currency, count (*), sum (gross), sum (fee), sum (earned)," \
  " sum (agency), sum (due > 0), sum (max (due, 0))" \
  " FROM settled GROUP BY month, currency, CASE currency WHEN (SELECT currency FROM agency) THEN 0 ELSE id END" \
  " ORDER BY month, currency"

typedef struct
{
  TroupeMonth first;
  TroupeMonth last;
  gint64      creator_id;
} Request;

static TroupeStatementSum
read_sum (TroupeQuery *query)
{
  return (TroupeStatementSum) {
    .month = troupe_query_get_month (query, 0),
    .currency = g_intern_string (troupe_query_get_text (query, 1)),
    .statements = troupe_query_get_int (query, 2),
    .gross = troupe_query_get_int (query, 3),
    .fee = troupe_query_get_int (query, 4),
    .creators = troupe_query_get_int (query, 5),
    .agency = troupe_query_get_int (query, 6),
    .unpaid = troupe_query_get_int (query, 7),
    .due = troupe_query_get_int (query, 8),
  };
}

static DexFuture *
sum_statements (TroupeConnection *connection,
                gpointer          data)
{
  const Request *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, SUM_STATEMENTS);
  g_autoptr(GArray) sums = g_array_new (FALSE, FALSE, sizeof (TroupeStatementSum));
  GError *error = NULL;

  troupe_query_bind_month (query, 1, request->first);
  troupe_query_bind_month (query, 2, request->last);
  troupe_query_bind_id (query, 3, request->creator_id);
  while (troupe_query_next (query))
    {
      TroupeStatementSum sum = read_sum (query);

      g_array_append_val (sums, sum);
    }
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&sums));
}

DexFuture *
troupe_store_sum_statements (TroupeStore *self,
                             TroupeMonth  first,
                             TroupeMonth  last,
                             gint64       creator_id)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { first, last, creator_id };
  return troupe_store_read (self, NULL, sum_statements, request, g_free);
}
