#include "troupe-import-span.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-record-sql.h"

TroupeImport *
troupe_import_span_load (TroupeConnection  *connection,
                         gint64             import_id,
                         GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_IMPORT, "WHERE id = ?1");
  g_autoptr(TroupeImport) import = NULL;

  troupe_query_bind_id (query, 1, import_id);
  if (troupe_query_next (query))
    import = troupe_query_read_record (query, &TROUPE_IMPORT);
  if (!troupe_query_end (query, error))
    return NULL;
  if (import == NULL)
    troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no import number %" PRId64), import_id);
  return g_steal_pointer (&import);
}

/* An import that came in an open document may leave its days out: then every month may have its lines. */
gboolean
troupe_import_span_check (TroupeConnection  *connection,
                          TroupeImport      *import,
                          GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT count (*) FROM line WHERE " TROUPE_LINES_OF_IMPORT);
  gint64 lines;

  troupe_import_span_bind (query, import);
  if (!troupe_query_run_int (query, &lines, error))
    return FALSE;
  if (lines < import->lines)
    {
      import->first_day = troupe_day_new (1900, 1, 1);
      import->last_day = troupe_day_new (9999, 12, 31);
    }
  return TRUE;
}

void
troupe_import_span_bind (TroupeQuery        *query,
                         const TroupeImport *import)
{
  TroupeDay first = import->first_day != TROUPE_NONE ? import->first_day : troupe_day_new (1900, 1, 1);
  TroupeDay last = import->last_day != TROUPE_NONE ? import->last_day : troupe_day_new (9999, 12, 31);

  troupe_query_bind_month (query, 1, troupe_day_get_month (first));
  troupe_query_bind_month (query, 2, troupe_day_get_month (last));
  troupe_query_bind_id (query, 3, import->id);
}

void
troupe_import_span_widen (TroupeImport *import,
                          TroupeMonth   month)
{
  if (import->first_day == TROUPE_NONE || troupe_day_get_month (import->first_day) > month)
    import->first_day = troupe_month_get_first (month);
  if (import->last_day == TROUPE_NONE || troupe_day_get_month (import->last_day) < month)
    import->last_day = troupe_month_get_last (month);
}

gboolean
troupe_import_span_is_taken_back (TroupeConnection    *connection,
                                  const TroupeImport  *import,
                                  gboolean            *ret_taken_back,
                                  GError             **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT EXISTS (SELECT 1 FROM change WHERE object = 'import' AND object_id = ?1 AND action = 'withdraw')");
  gint64 logged;

  troupe_query_bind_id (query, 1, import->id);
  if (!troupe_query_run_int (query, &logged, error))
    return FALSE;
  *ret_taken_back = logged == 1 || g_str_equal (import->state, "withdrawn");
  return TRUE;
}
