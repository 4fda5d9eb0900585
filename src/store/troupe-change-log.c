#include "troupe-change-log.h"

#include "troupe-record-sql.h"

/* The only desk while an agency has one. */
#define DESK 0
#define DESK_SHIFT 40

gboolean
troupe_sequence_take (TroupeConnection *connection,
                      guint             n,
                      gint64           *ret_first,
                      GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "UPDATE sequence SET next = next + ?1 WHERE desk = ?2 RETURNING next - ?1");

  troupe_query_bind_int (query, 1, n);
  troupe_query_bind_int (query, 2, DESK);
  if (!troupe_query_run_int (query, ret_first, error))
    return FALSE;
  *ret_first += (gint64) DESK << DESK_SHIFT;
  return TRUE;
}

gboolean
troupe_sequence_is_own (gint64 id)
{
  return id >> DESK_SHIFT == DESK;
}

gboolean
troupe_sequence_pass (TroupeConnection *connection,
                      gint64            id,
                      GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "UPDATE sequence SET next = max (next, ?1 + 1) WHERE desk = ?2");

  /* another desk counts for itself */
  if (!troupe_sequence_is_own (id))
    return TRUE;
  troupe_query_bind_int (query, 1, id - ((gint64) DESK << DESK_SHIFT));
  troupe_query_bind_int (query, 2, DESK);
  return troupe_query_run (query, error);
}

gboolean
troupe_change_log_append (TroupeConnection *connection,
                          TroupeChange     *fields,
                          GError          **error)
{
  g_autoptr(TroupeQuery) query = NULL;

  if (!troupe_sequence_take (connection, 1, &fields->id, error))
    return FALSE;
  fields->time = troupe_connection_get_time (connection);
  fields->desk = DESK;
  if (fields->batch == 0 || fields->batch == TROUPE_NONE)
    fields->batch = fields->id;
  query = troupe_record_sql_insert (connection, &TROUPE_CHANGE);
  troupe_query_bind_record (query, &TROUPE_CHANGE, fields);
  return troupe_query_run (query, error);
}
