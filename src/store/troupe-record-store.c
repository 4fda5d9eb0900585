#include "troupe-record-store.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-error.h"
#include "troupe-record-noun.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

/* Which records are asked for. */
typedef struct
{
  const TroupeRecordType *type;
  const TroupeField      *field;    /* NULL: all */
  gint64                  value;
  char                   *text;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->text);
  g_free (self);
}

static Request *
request_new (const TroupeRecordType *type,
             const char             *field,
             gint64                  value,
             const char             *text)
{
  Request *self = g_new (Request, 1);

  *self = (Request) { type, field != NULL ? troupe_record_find_field (type, field) : NULL, value, g_strdup (text) };
  return self;
}

static char *
write_clause (const Request *request)
{
  g_autofree char *order = troupe_record_sql_order (request->type);

  return request->field == NULL ? g_steal_pointer (&order)
                                : g_strdup_printf ("WHERE \"%s\" IS ?1 %s", request->field->name, order);
}

static void
bind_value (TroupeQuery   *query,
            const Request *request)
{
  switch (request->field->kind)
    {
    case TROUPE_FIELD_TEXT:
      return troupe_query_bind_text (query, 1, request->text);
    case TROUPE_FIELD_DAY:
      return troupe_query_bind_day (query, 1, request->value);
    case TROUPE_FIELD_MONTH:
      return troupe_query_bind_month (query, 1, request->value);
    case TROUPE_FIELD_ID:
      return troupe_query_bind_id (query, 1, request->value);
    default:
      return troupe_query_bind_int (query, 1, request->value);
    }
}

static GPtrArray *
select_records (TroupeConnection *connection,
                const Request    *request,
                GError          **error)
{
  g_autofree char *clause = write_clause (request);
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, request->type, clause);
  g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func (troupe_record_unref);

  if (request->field != NULL)
    bind_value (query, request);
  while (troupe_query_next (query))
    g_ptr_array_add (records, troupe_query_read_record (query, request->type));
  return troupe_query_end (query, error) ? g_steal_pointer (&records) : NULL;
}

static DexFuture *
list_records (TroupeConnection *connection,
              gpointer          data)
{
  GError *error = NULL;
  GPtrArray *records = select_records (connection, data, &error);

  return records != NULL ? dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, records) : dex_future_new_for_error (error);
}

static DexFuture *
get_record (TroupeConnection *connection,
            gpointer          data)
{
  const Request *request = data;
  GError *error = NULL;
  g_autoptr(GPtrArray) records = select_records (connection, request, &error);

  if (records == NULL)
    return dex_future_new_for_error (error);
  if (records->len == 0)
    return dex_future_new_reject (TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND, _("There is no %s %" PRId64),
                                  troupe_record_type_get_noun (request->type), request->value);
  return dex_future_new_take_boxed (TROUPE_TYPE_RECORD, g_ptr_array_steal_index (records, 0));
}

DexFuture *
troupe_store_get (TroupeStore            *self,
                  const TroupeRecordType *type,
                  gint64                  id)
{
  return troupe_store_read (self, NULL, get_record, request_new (type, "id", id, NULL), request_free);
}

DexFuture *
troupe_store_list (TroupeStore            *self,
                   const TroupeRecordType *type,
                   const char             *field,
                   gint64                  value)
{
  g_return_val_if_fail (field == NULL || troupe_record_find_field (type, field) != NULL, NULL);
  return troupe_store_read (self, NULL, list_records, request_new (type, field, value, NULL), request_free);
}

DexFuture *
troupe_store_list_text (TroupeStore            *self,
                        const TroupeRecordType *type,
                        const char             *field,
                        const char             *value)
{
  g_return_val_if_fail (troupe_record_find_field (type, field) != NULL, NULL);
  return troupe_store_read (self, NULL, list_records, request_new (type, field, 0, value), request_free);
}

static DexFuture *
reserve_ids (TroupeConnection *connection,
             gpointer          n)
{
  GError *error = NULL;
  gint64 first;

  if (!troupe_sequence_take (connection, GPOINTER_TO_UINT (n), &first, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (first);
}

DexFuture *
troupe_store_reserve (TroupeStore *self,
                      guint        n)
{
  return troupe_store_write (self, NULL, reserve_ids, GUINT_TO_POINTER (n), NULL);
}
