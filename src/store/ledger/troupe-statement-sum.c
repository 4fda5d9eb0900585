#include "troupe-statement-sum.h"

#include "troupe-store-private.h"

/* A closed statement's balance is the opening of the next one, and it is owed once: on the latest closed
 * statement, less whatever the creator has been paid since its month. heir: that statement, of older ones. */
#define SETTLED \
  "WITH known AS (SELECT *," \
  "  (SELECT id FROM statement AS later WHERE later.creator_id = own.creator_id AND later.currency = own.currency" \
  "     AND later.month > own.month AND later.state = 'closed' ORDER BY later.month DESC LIMIT 1) AS heir," \
  "  (SELECT ifnull (sum (amount), 0) FROM payment WHERE payment.creator_id = own.creator_id" \
  "     AND payment.currency = own.currency AND payment.day > own.month || '-31') AS since" \
  "  FROM statement AS own WHERE month BETWEEN ?1 AND ?2 AND (?3 IS NULL OR creator_id = ?3))," \
  " settled AS (SELECT *, CASE WHEN state = 'closed' AND heir IS NULL" \
  "  THEN max (min (payable, closing) - since, 0) ELSE 0 END AS due FROM known) "

#define SUM_STATEMENTS \
  SETTLED \
  "SELECT month, currency, count (*), sum (gross), sum (fee), sum (earned), sum (agency), sum (due > 0), sum (due)" \
  " FROM settled GROUP BY month, currency, CASE currency WHEN (SELECT currency FROM agency) THEN 0 ELSE id END" \
  " ORDER BY month, currency"

#define LIST_DUES SETTLED "SELECT id, due, since, heir FROM settled ORDER BY month, id"

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

static TroupeQuery *
prepare (TroupeConnection *connection,
         const char       *sql,
         const Request    *request)
{
  TroupeQuery *query = troupe_connection_prepare (connection, sql);

  troupe_query_bind_month (query, 1, request->first);
  troupe_query_bind_month (query, 2, request->last);
  troupe_query_bind_id (query, 3, request->creator_id);
  return query;
}

static DexFuture *
answer (TroupeQuery *query,
        GArray      *array)
{
  g_autoptr(GArray) owned = array;
  GError *error = NULL;

  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&owned));
}

static DexFuture *
sum_statements (TroupeConnection *connection,
                gpointer          data)
{
  g_autoptr(TroupeQuery) query = prepare (connection, SUM_STATEMENTS, data);
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (TroupeStatementSum));

  while (troupe_query_next (query))
    {
      TroupeStatementSum sum = read_sum (query);

      g_array_append_val (sums, sum);
    }
  return answer (query, sums);
}

static DexFuture *
list_dues (TroupeConnection *connection,
           gpointer          data)
{
  g_autoptr(TroupeQuery) query = prepare (connection, LIST_DUES, data);
  GArray *dues = g_array_new (FALSE, FALSE, sizeof (TroupeStatementDue));

  while (troupe_query_next (query))
    {
      TroupeStatementDue due = {
        .statement_id = troupe_query_get_id (query, 0),
        .due = troupe_query_get_int (query, 1),
        .since = troupe_query_get_int (query, 2),
        .heir_id = troupe_query_get_id (query, 3),
      };

      g_array_append_val (dues, due);
    }
  return answer (query, dues);
}

static Request *
request_new (TroupeMonth first,
             TroupeMonth last,
             gint64      creator_id)
{
  Request *self = g_new (Request, 1);

  *self = (Request) { first, last, creator_id };
  return self;
}

DexFuture *
troupe_store_sum_statements (TroupeStore *self,
                             TroupeMonth  first,
                             TroupeMonth  last,
                             gint64       creator_id)
{
  return troupe_store_read (self, NULL, sum_statements, request_new (first, last, creator_id), g_free);
}

DexFuture *
troupe_store_list_dues (TroupeStore *self,
                        TroupeMonth  first,
                        TroupeMonth  last,
                        gint64       creator_id)
{
  return troupe_store_read (self, NULL, list_dues, request_new (first, last, creator_id), g_free);
}
