#include "troupe-draft.h"

gboolean
troupe_draft_get_last_closed (TroupeConnection *connection,
                              TroupeMonth      *ret_month,
                              GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "SELECT max (month) FROM closed_month");

  *ret_month = troupe_query_next (query) ? troupe_query_get_month (query, 0) : TROUPE_NONE;
  return troupe_query_end (query, error);
}

#define MARK_STALE "UPDATE statement SET stale = 1 WHERE month >= ?1 AND state = 'draft' AND stale = 0"

gboolean
troupe_draft_mark_stale (TroupeConnection *connection,
                         TroupeMonth       month,
                         gint64            creator_id,
                         GError          **error)
{
  /* two questions, so that the one about a creator finds its index */
  g_autoptr(TroupeQuery) query =
    troupe_connection_prepare (connection, creator_id == 0 ? MARK_STALE : MARK_STALE " AND creator_id = ?2");

  troupe_query_bind_month (query, 1, month);
  if (creator_id != 0)
    troupe_query_bind_id (query, 2, creator_id);
  return troupe_query_run (query, error);
}

/* A creator who has no draft yet would get one: then the month as a whole must be settled again. */
static gboolean
mark_months_without_draft (TroupeConnection *connection,
                           TroupeMonth       month,
                           gint64            creator_id,
                           GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "UPDATE statement SET stale = 1 WHERE state = 'draft' AND stale = 0 AND month >= ?1"
    " AND (month IN (SELECT month FROM month_total WHERE account_id IN (SELECT id FROM account WHERE creator_id = ?2))"
    "  OR month IN (SELECT substr (day, 1, 7) FROM payment WHERE creator_id = ?2)"
    "  OR month IN (SELECT month FROM opening WHERE creator_id = ?2))"
    " AND NOT EXISTS (SELECT 1 FROM statement AS own WHERE own.month = statement.month AND own.creator_id = ?2)");

  troupe_query_bind_month (query, 1, month);
  troupe_query_bind_id (query, 2, creator_id);
  return troupe_query_run (query, error);
}

gboolean
troupe_draft_mark_creator (TroupeConnection *connection,
                           TroupeMonth       month,
                           gint64            creator_id,
                           GError          **error)
{
  return creator_id == 0 ||
         (troupe_draft_mark_stale (connection, month, creator_id, error) &&
          mark_months_without_draft (connection, month, creator_id, error));
}
