#include "troupe-import-rival.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-import-span.h"

static gboolean
check_profile (TroupeConnection    *connection,
               const TroupeImport  *import,
               const char          *profile,
               GError             **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT other.month, handle, file_name, import.id"
    " FROM (SELECT DISTINCT month, account_id FROM line WHERE " TROUPE_LINES_OF_IMPORT
    "       AND EXISTS (SELECT 1 FROM import WHERE profile = ?4)) AS own"
    " CROSS JOIN line AS other ON other.month = own.month AND other.account_id = own.account_id"
    " CROSS JOIN import ON import.id = other.import_id JOIN account ON account.id = other.account_id"
    " WHERE import.profile = ?4 AND NOT EXISTS"
    "  (SELECT 1 FROM change WHERE object = 'import' AND object_id = import.id AND action = 'withdraw') LIMIT 1");

  troupe_import_span_bind (query, import);
  troupe_query_bind_text (query, 4, profile);
  if (!troupe_query_next (query))
    return troupe_query_end (query, error);
  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("%s states the same money as %s, from which %s of %s was taken before. If this one is the better, "
                        "withdraw import %" PRId64 " first"),
                      import->file_name, troupe_query_get_text (query, 2), troupe_query_get_text (query, 0),
                      troupe_query_get_text (query, 1), troupe_query_get_id (query, 3));
}

gboolean
troupe_import_rival_check (TroupeConnection    *connection,
                           const TroupeImport  *import,
                           const char *const   *profiles,
                           GError             **error)
{
  for (; profiles != NULL && *profiles != NULL; profiles++)
    if (!check_profile (connection, import, *profiles, error))
      return FALSE;
  return TRUE;
}
