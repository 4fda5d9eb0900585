#include "troupe-feeless-revenue.h"

#include "troupe-month-request.h"
#include "troupe-store-private.h"

#define LIST_FEELESS \
  "SELECT platform, revenue_kind, min (first_day), sum (rows) FROM statement_line AS line" \
  " WHERE statement_id IN (SELECT id FROM statement WHERE month = ?1 AND state = 'draft')" \
  " AND kind = 'earning' AND fee_card_id IS NULL AND fee = 0 AND gross <> 0" \
  " AND NOT EXISTS (SELECT 1 FROM fee_card AS card WHERE card.platform = line.platform" \
  "  AND (card.revenue_kind IS NULL OR card.revenue_kind = line.revenue_kind)" \
  "  AND card.start_day <= line.first_day AND (card.end_day IS NULL OR card.end_day >= line.last_day))" \
  " GROUP BY platform, revenue_kind ORDER BY platform, revenue_kind"

static DexFuture *
list_feeless (TroupeConnection *connection,
              gpointer          data)
{
  const TroupeMonthRequest *request = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, LIST_FEELESS);
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (TroupeFeelessRevenue));
  GError *error = NULL;

  troupe_query_bind_month (query, 1, request->month);
  while (troupe_query_next (query))
    {
      TroupeFeelessRevenue revenue = {
        .platform = g_intern_string (troupe_query_get_text (query, 0)),
        .kind = g_intern_string (troupe_query_get_text (query, 1)),
        .first_day = troupe_query_get_day (query, 2),
        .rows = troupe_query_get_int (query, 3),
      };

      g_array_append_val (list, revenue);
    }
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&list));
}

DexFuture *
troupe_store_list_feeless (TroupeStore *self,
                           TroupeMonth  month)
{
  return troupe_store_read (self, NULL, list_feeless, troupe_month_request_new (month), troupe_month_request_free);
}
