#include "troupe-ledger-store.h"

#include "troupe-month-request.h"
#include "troupe-store-private.h"

/* A creator's balance starts from the last statement before the month; what came after that statement,
 * an opening balance or payments in a month without one, is added. */
#define LIST_BALANCES \
  "WITH last AS (SELECT creator_id, currency, max (month) AS month FROM statement WHERE month < ?1 " \
  "              GROUP BY creator_id, currency) " \
  "SELECT creator_id, currency, sum (opening), sum (paid) FROM (" \
  "  SELECT creator_id, currency, closing AS opening, 0 AS paid, 0 AS payments" \
  "  FROM last JOIN statement USING (creator_id, currency, month)" \
  " UNION ALL" \
  "  SELECT opening.creator_id, opening.currency, amount, 0, 0" \
  "  FROM opening LEFT JOIN last USING (creator_id, currency)" \
  "  WHERE opening.month <= ?1 AND (last.month IS NULL OR opening.month > last.month)" \
  " UNION ALL" \
  "  SELECT payment.creator_id, payment.currency, 0, amount, 1" \
  "  FROM payment LEFT JOIN last USING (creator_id, currency)" \
  "  WHERE payment.day < ?2 AND (last.month IS NULL OR substr (payment.day, 1, 7) > last.month)" \
  ") GROUP BY creator_id, currency HAVING sum (opening) <> 0 OR sum (payments) > 0 ORDER BY creator_id, currency"

/* The months of evidence are looked up one after another: there are few, and a million totals. Lines wait in the
 * month that will settle them; totals are of the month that lines are from, so late ones move from one to the other.
 * Nothing is left of a month of which nothing came in before a later one was closed. */
#define LIST_MONTHS \
  "WITH RECURSIVE evidence (month) AS (SELECT min (month) FROM month_total" \
  "  UNION ALL SELECT (SELECT min (month) FROM month_total WHERE month > evidence.month)" \
  "            FROM evidence WHERE month IS NOT NULL) " \
  "SELECT month, sum (statements), max (stale), max (closed), sum (waiting) FROM (" \
  "  SELECT month, 0 AS statements, 0 AS stale, 0 AS closed, 0 AS waiting FROM evidence WHERE month IS NOT NULL" \
  " UNION ALL SELECT DISTINCT booked, 0, 0, 0, 0 FROM line WHERE booked <> month" \
  " UNION ALL SELECT month, count (*), 0, 0, 0 FROM statement GROUP BY month" \
  " UNION ALL SELECT DISTINCT month, 0, 1, 0, 0 FROM statement WHERE stale = 1" \
  " UNION ALL SELECT month, 0, 0, 1, 0 FROM closed_month" \
  " UNION ALL SELECT month, 0, 0, 0, sum (lines) FROM account JOIN month_total ON account_id = account.id" \
  "           WHERE creator_id IS NULL GROUP BY month" \
  " UNION ALL SELECT iif (moved, booked, month), 0, 0, 0, iif (moved, 1, -1) FROM line, (SELECT 0 AS moved UNION ALL SELECT 1)" \
  "           WHERE booked <> month AND account_id IN (SELECT id FROM account WHERE creator_id IS NULL)" \
  ") GROUP BY month HAVING sum (statements) > 0 OR max (closed) = 1" \
  " OR month > ifnull ((SELECT max (month) FROM closed_month), '') ORDER BY month"

#define LIST_TOTALS \
  "SELECT month, creator_id, platform, month_total.kind, unit, sum (amount), sum (lines)" \
  " FROM month_total JOIN account ON account.id = account_id WHERE month BETWEEN ?1 AND ?2" \
  " GROUP BY month, creator_id, platform, month_total.kind, unit ORDER BY month, creator_id, platform, month_total.kind, unit"

#define LIST_WAITING \
  "SELECT account_id, unit, sum (amount), sum (lines) FROM account JOIN month_total ON account_id = account.id" \
  " WHERE creator_id IS NULL GROUP BY account_id, unit ORDER BY account_id, unit"

/* The same of what one month books: its own lines without those that a later one books, and late ones. */
#define LIST_WAITING_IN \
  "WITH waiting AS (SELECT id FROM account WHERE creator_id IS NULL) " \
  "SELECT account_id, unit, sum (amount), sum (lines) FROM (" \
  "  SELECT account_id, unit, amount, lines FROM month_total WHERE month = ?1 AND account_id IN waiting" \
  " UNION ALL SELECT account_id, unit, -amount, -1 FROM line WHERE month = ?1 AND booked <> month AND account_id IN waiting" \
  " UNION ALL SELECT account_id, unit, amount, 1 FROM line WHERE booked = ?1 AND booked <> month AND account_id IN waiting" \
  ") GROUP BY account_id, unit HAVING sum (lines) <> 0 ORDER BY account_id, unit"

static DexFuture *
answer (TroupeQuery *query,
        GArray      *array)
{
  GError *error = NULL;

  if (troupe_query_end (query, &error))
    return dex_future_new_take_boxed (G_TYPE_ARRAY, array);
  g_array_unref (array);
  return dex_future_new_for_error (error);
}

static DexFuture *
list_balances (TroupeConnection *connection,
               gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, LIST_BALANCES);
  GArray *balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));

  troupe_query_bind_month (query, 1, request->month);
  troupe_query_bind_day (query, 2, troupe_month_get_first (request->month + 1));
  while (troupe_query_next (query))
    {
      TroupeBalance balance = {
        .creator_id = troupe_query_get_id (query, 0),
        .currency = g_intern_string (troupe_query_get_text (query, 1)),
        .opening = troupe_query_get_int (query, 2),
        .paid = troupe_query_get_int (query, 3),
      };

      g_array_append_val (balances, balance);
    }
  return answer (query, balances);
}

DexFuture *
troupe_store_list_balances (TroupeStore *self,
                            TroupeMonth  month)
{
  return troupe_store_read (self, NULL, list_balances, troupe_month_request_new (month), troupe_month_request_free);
}

static DexFuture *
list_months (TroupeConnection *connection,
             gpointer          data)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, LIST_MONTHS);
  GArray *months = g_array_new (FALSE, FALSE, sizeof (TroupeMonthState));

  while (troupe_query_next (query))
    {
      gint64 statements = troupe_query_get_int (query, 1);
      TroupeMonthState state = {
        .month = troupe_query_get_month (query, 0),
        .settled = statements > 0,
        .stale = troupe_query_get_int (query, 2) != 0,
        .closed = troupe_query_get_int (query, 3) != 0,
        .statements = statements,
        .waiting = troupe_query_get_int (query, 4),
      };

      g_array_append_val (months, state);
    }
  return answer (query, months);
}

DexFuture *
troupe_store_list_months (TroupeStore *self)
{
  return troupe_store_read (self, NULL, list_months, NULL, NULL);
}

static DexFuture *
list_totals (TroupeConnection *connection,
             gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, LIST_TOTALS);
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (TroupeMonthTotal));

  troupe_query_bind_month (query, 1, request->month);
  troupe_query_bind_month (query, 2, request->last);
  while (troupe_query_next (query))
    {
      TroupeMonthTotal total = {
        .month = troupe_query_get_month (query, 0),
        .creator_id = troupe_query_get_id (query, 1),
        .platform = g_intern_string (troupe_query_get_text (query, 2)),
        .kind = g_intern_string (troupe_query_get_text (query, 3)),
        .unit = g_intern_string (troupe_query_get_text (query, 4)),
        .amount = troupe_query_get_int (query, 5),
        .lines = troupe_query_get_int (query, 6),
      };

      g_array_append_val (totals, total);
    }
  return answer (query, totals);
}

DexFuture *
troupe_store_list_totals (TroupeStore *self,
                          TroupeMonth  first,
                          TroupeMonth  last)
{
  TroupeMonthRequest *request = troupe_month_request_new (first);

  request->last = last;
  return troupe_store_read (self, NULL, list_totals, request, troupe_month_request_free);
}

static DexFuture *
list_waiting (TroupeConnection *connection,
              gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, request != NULL ? LIST_WAITING_IN : LIST_WAITING);
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (TroupeWaitingTotal));

  if (request != NULL)
    troupe_query_bind_month (query, 1, request->month);
  while (troupe_query_next (query))
    {
      TroupeWaitingTotal total = {
        .account_id = troupe_query_get_id (query, 0),
        .unit = g_intern_string (troupe_query_get_text (query, 1)),
        .amount = troupe_query_get_int (query, 2),
        .lines = troupe_query_get_int (query, 3),
      };

      g_array_append_val (totals, total);
    }
  return answer (query, totals);
}

DexFuture *
troupe_store_list_waiting (TroupeStore *self)
{
  return troupe_store_read (self, NULL, list_waiting, NULL, NULL);
}

DexFuture *
troupe_store_list_waiting_in (TroupeStore *self,
                              TroupeMonth  month)
{
  return troupe_store_read (self, NULL, list_waiting, troupe_month_request_new (month), troupe_month_request_free);
}
