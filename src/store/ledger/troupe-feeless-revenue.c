#include "troupe-feeless-revenue.h"

#include "troupe-month-list.h"

/* A file that states a fee of 0 has said it: only lines without one count. */
#define LIST_FEELESS \
  "SELECT platform, revenue_kind, min (first_day), sum (rows) FROM statement_line AS item" \
  " WHERE statement_id IN (SELECT id FROM statement WHERE month = ?1 AND state = 'draft')" \
  " AND kind = 'earning' AND fee_card_id IS NULL AND fee = 0 AND gross <> 0" \
  " AND NOT EXISTS (SELECT 1 FROM fee_card AS card WHERE card.platform = item.platform" \
  "  AND (card.revenue_kind IS NULL OR card.revenue_kind = item.revenue_kind)" \
  "  AND card.start_day <= item.first_day AND (card.end_day IS NULL OR card.end_day >= item.last_day))" \
  " AND EXISTS (SELECT 1 FROM line WHERE line.month = item.month AND line.account_id = item.account_id" \
  "  AND line.kind = item.revenue_kind AND line.booked = ?1 AND line.day BETWEEN item.first_day AND item.last_day" \
  "  AND line.unit = item.unit AND line.per_line = item.per_line AND line.fee IS NULL AND line.amount <> 0)" \
  " GROUP BY platform, revenue_kind ORDER BY platform, revenue_kind"

static void
read_revenue (TroupeQuery *query,
              gpointer     element)
{
  TroupeFeelessRevenue *revenue = element;

  revenue->platform = g_intern_string (troupe_query_get_text (query, 0));
  revenue->kind = g_intern_string (troupe_query_get_text (query, 1));
  revenue->first_day = troupe_query_get_day (query, 2);
  revenue->rows = troupe_query_get_int (query, 3);
}

DexFuture *
troupe_store_list_feeless (TroupeStore *self,
                           TroupeMonth  month)
{
  static const TroupeMonthList list = { LIST_FEELESS, sizeof (TroupeFeelessRevenue), read_revenue };

  return troupe_month_list_read (self, &list, month);
}
