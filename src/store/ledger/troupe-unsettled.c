#include "troupe-unsettled.h"

#include "troupe-month-list.h"

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

static void
read_unsettled (TroupeQuery *query,
                gpointer     element)
{
  TroupeUnsettled *unsettled = element;

  unsettled->creator_id = troupe_query_get_id (query, 0);
  unsettled->lines = troupe_query_get_int (query, 1);
}

DexFuture *
troupe_store_list_unsettled (TroupeStore *self,
                             TroupeMonth  month)
{
  static const TroupeMonthList list = { LIST_UNSETTLED, sizeof (TroupeUnsettled), read_unsettled };

  return troupe_month_list_read (self, &list, month);
}
