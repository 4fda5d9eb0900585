#include "troupe-month-booking.h"

#include "troupe-draft.h"
#include "troupe-ledger-store.h"
#include "troupe-month-request.h"
#include "troupe-store-private.h"

gboolean
troupe_month_find_open (TroupeConnection  *connection,
                        TroupeMonth        month,
                        TroupeMonth       *ret_month,
                        GError           **error)
{
  TroupeMonth closed;

  if (!troupe_draft_get_last_closed (connection, &closed, error))
    return FALSE;
  *ret_month = closed == TROUPE_NONE ? month : MAX (month, closed + 1);
  return TRUE;
}

TroupeQuery *
troupe_month_prepare_total (TroupeConnection *connection)
{
  return troupe_connection_prepare (connection,
    "INSERT INTO month_total (month, account_id, kind, unit, lines, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
    "ON CONFLICT DO UPDATE SET amount = amount + excluded.amount, lines = lines + excluded.lines");
}

gboolean
troupe_month_run_total (TroupeQuery              *query,
                        const TroupeTotalChange  *change,
                        GError                  **error)
{
  troupe_query_bind_month (query, 1, change->month);
  troupe_query_bind_id (query, 2, change->account_id);
  troupe_query_bind_text (query, 3, change->kind);
  troupe_query_bind_text (query, 4, change->unit);
  troupe_query_bind_int (query, 5, change->lines);
  troupe_query_bind_int (query, 6, change->amount);
  return troupe_query_run (query, error);
}

gboolean
troupe_month_change_total (TroupeConnection         *connection,
                           const TroupeTotalChange  *change,
                           GError                  **error)
{
  g_autoptr(TroupeQuery) add = troupe_month_prepare_total (connection);
  /* a row without lines goes, and the schema allows none */
  g_autoptr(TroupeQuery) remove = troupe_connection_prepare (connection,
    "DELETE FROM month_total WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND unit = ?4 "
    "AND lines + ?5 = 0 AND amount + ?6 = 0");
  g_autoptr(TroupeQuery) subtract = troupe_connection_prepare (connection,
    "UPDATE month_total SET lines = lines + ?5, amount = amount + ?6 "
    "WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND unit = ?4");

  if (change->lines > 0)
    return troupe_month_run_total (add, change, error);
  return troupe_month_run_total (remove, change, error) && troupe_month_run_total (subtract, change, error);
}

static DexFuture *
list_late_months_cb (TroupeConnection *connection,
                     gpointer          data)
{
  /* each month by one search in the index of late lines, however many lines it has */
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT min (month) FROM line WHERE booked = ?1 AND booked <> month AND month > ?2");
  const TroupeMonthRequest *request = data;
  g_autoptr(GArray) months = g_array_new (FALSE, FALSE, sizeof (TroupeMonth));
  TroupeMonth month = 0;
  GError *error = NULL;

  while (month != TROUPE_NONE)
    {
      troupe_query_bind_month (query, 1, request->month);
      troupe_query_bind_month (query, 2, month);
      month = troupe_query_next (query) ? troupe_query_get_month (query, 0) : TROUPE_NONE;
      if (!troupe_query_end (query, &error))
        return dex_future_new_for_error (error);
      if (month != TROUPE_NONE)
        g_array_append_val (months, month);
    }
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&months));
}

DexFuture *
troupe_store_list_late_months (TroupeStore *self,
                               TroupeMonth  month)
{
  return troupe_store_read (self, NULL, list_late_months_cb, troupe_month_request_new (month), troupe_month_request_free);
}

static DexFuture *
get_open_month_cb (TroupeConnection *connection,
                   gpointer          data)
{
  const TroupeMonthRequest *request = data;
  TroupeMonth month;
  GError *error = NULL;

  if (!troupe_month_find_open (connection, request->month, &month, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (month);
}

DexFuture *
troupe_store_get_open_month (TroupeStore *self,
                             TroupeMonth  month)
{
  return troupe_store_read (self, NULL, get_open_month_cb, troupe_month_request_new (month), troupe_month_request_free);
}
