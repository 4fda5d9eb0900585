#include "troupe-file-store.h"

#include "troupe-record-sql.h"
#include "troupe-store-private.h"

typedef struct
{
  TroupeRecordFunc func;
  gpointer         data;
} Request;

static gboolean
dump_records (TroupeConnection        *connection,
              const TroupeRecordType  *type,
              const Request           *request,
              GError                 **error)
{
  g_autofree char *order = troupe_record_sql_order (type);
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, type, order);
  TroupeAnyRecord record;

  g_assert (type->size <= sizeof record);
  while (troupe_query_next (query))
    {
      troupe_query_read_fields (query, type, &record);
      if (!request->func (&record, request->data, error))
        return FALSE;
    }
  return troupe_query_end (query, error);
}

static gboolean
dump_all (TroupeConnection  *connection,
          const Request     *request,
          GError           **error)
{
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    if (!dump_records (connection, *type, request, error))
      return FALSE;
  return TRUE;
}

static DexFuture *
dump_file (TroupeConnection *connection,
           gpointer          data)
{
  GError *error = NULL;

  return dump_all (connection, data, &error) ? dex_future_new_true () : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_dump (TroupeStore      *self,
                   TroupeRecordFunc  func,
                   gpointer          data,
                   GCancellable     *cancellable)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { func, data };
  return troupe_store_read_aside (self, cancellable, dump_file, request, g_free);
}
