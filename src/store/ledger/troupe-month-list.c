#include "troupe-month-list.h"

#include "troupe-month-request.h"
#include "troupe-store-private.h"

static DexFuture *
read_list (TroupeConnection *connection,
           gpointer          data)
{
  const TroupeMonthRequest *request = data;
  const TroupeMonthList *list = request->data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, list->sql);
  g_autoptr(GArray) elements = g_array_new (FALSE, TRUE, list->size);
  GError *error = NULL;

  troupe_query_bind_month (query, 1, request->month);
  while (troupe_query_next (query))
    {
      g_array_set_size (elements, elements->len + 1);
      list->read (query, elements->data + (elements->len - 1) * list->size);
    }
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_ARRAY, g_steal_pointer (&elements));
}

DexFuture *
troupe_month_list_read (TroupeStore           *store,
                        const TroupeMonthList *list,
                        TroupeMonth            month)
{
  TroupeMonthRequest *request = troupe_month_request_new (month);

  request->data = (gpointer) list;
  return troupe_store_read (store, NULL, read_list, request, troupe_month_request_free);
}
