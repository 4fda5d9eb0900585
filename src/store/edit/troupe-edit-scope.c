#include "troupe-edit-scope.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-record-label.h"
#include "troupe-record-sql.h"
#include "troupe-records.h"

const TroupeEditScope TROUPE_EDIT_SCOPES[] = {
  { &TROUPE_ACCOUNT, { "platform", "handle" }, FALSE },
  { &TROUPE_EXCHANGE_RATE, { "month", "unit", "currency" }, FALSE },
  { &TROUPE_OPENING, { "creator_id", "month", "currency" }, FALSE },
  { &TROUPE_TERM, { "contract_id", "kind", "platform", "revenue_kind" }, TRUE },
  { &TROUPE_UNIT_RATE, { "platform", "unit" }, TRUE },
  { &TROUPE_FEE_CARD, { "platform", "revenue_kind", "grade" }, TRUE },
  { NULL }
};

static const TroupeEditScope *
find_scope (gconstpointer record,
            gboolean      dated)
{
  for (const TroupeEditScope *scope = TROUPE_EDIT_SCOPES; scope->type != NULL; scope++)
    if (scope->type == troupe_record_get_type (record) && scope->dated == dated)
      return scope;
  return NULL;
}

/* Parameter 1 is the record's own id, 2 to 5 are the scope, 6 and 7 its days. */
static char *
write_clause (const TroupeEditScope *scope)
{
  GString *clause = g_string_new ("WHERE id <> ?1");

  for (int i = 0; scope->fields[i] != NULL; i++)
    g_string_append_printf (clause, " AND \"%s\" IS ?%d", scope->fields[i], i + 2);
  if (scope->dated)
    g_string_append (clause, " AND start_day <= ifnull (?7, '9999-12-31') AND ifnull (end_day, '9999-12-31') >= ?6");
  g_string_append (clause, " ORDER BY id LIMIT 1");
  return g_string_free_and_steal (clause);
}

static gboolean
find_other (TroupeConnection       *connection,
            const TroupeEditScope  *scope,
            gconstpointer           record,
            gpointer               *ret_other,
            GError                **error)
{
  g_autofree char *clause = write_clause (scope);
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, scope->type, clause);

  troupe_query_bind_id (query, 1, troupe_record_get_id (record));
  for (int i = 0; scope->fields[i] != NULL; i++)
    troupe_query_bind_field (query, i + 2, troupe_record_find_field (scope->type, scope->fields[i]), record);
  if (scope->dated)
    {
      troupe_query_bind_field (query, 6, troupe_record_find_field (scope->type, "start_day"), record);
      troupe_query_bind_field (query, 7, troupe_record_find_field (scope->type, "end_day"), record);
    }
  *ret_other = troupe_query_next (query) ? troupe_query_read_record (query, scope->type) : NULL;
  return troupe_query_end (query, error);
}

static gboolean
fail_twin (gconstpointer   other,
           GError        **error)
{
  g_autofree char *label = troupe_record_label_write (other);

  return troupe_fail (error, TROUPE_ERROR_INVALID, _("There is already %s like this one; change that one instead"), label);
}

static gboolean
fail_overlap (gconstpointer   record,
              gconstpointer   other,
              GError        **error)
{
  g_autofree char *label = troupe_record_label_write (record);
  g_autofree char *period = troupe_record_label_period (record);
  g_autofree char *other_label = troupe_record_label_write (other);
  g_autofree char *other_period = troupe_record_label_period (other);

  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("On some days two rules would hold: %s (%s) and %s (%s). Let one end before the other starts."),
                      label, period, other_label, other_period);
}

static gboolean
check (TroupeConnection *connection,
       gconstpointer     record,
       gboolean          dated,
       GError          **error)
{
  const TroupeEditScope *scope = find_scope (record, dated);
  gpointer other;

  if (scope == NULL)
    return TRUE;
  if (!find_other (connection, scope, record, &other, error))
    return FALSE;
  if (other == NULL)
    return TRUE;
  if (dated)
    fail_overlap (record, other, error);
  else
    fail_twin (other, error);
  troupe_record_unref (other);
  return FALSE;
}

gboolean
troupe_edit_scope_check_twin (TroupeConnection *connection,
                              gconstpointer     record,
                              GError          **error)
{
  return check (connection, record, FALSE, error);
}

gboolean
troupe_edit_scope_check_overlap (TroupeConnection *connection,
                                 gconstpointer     record,
                                 GError          **error)
{
  return check (connection, record, TRUE, error);
}

gboolean
troupe_edit_scope_check_minimum (TroupeConnection  *connection,
                                 gint64             id,
                                 GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT contract.number, term.currency, contract.currency FROM term JOIN contract ON contract.id = contract_id"
    " WHERE term.kind = 'minimum_payout' AND term.currency <> contract.currency AND ?1 IN (0, term.id, contract.id) LIMIT 1");

  troupe_query_bind_int (query, 1, id);
  if (!troupe_query_next (query))
    return troupe_query_end (query, error);
  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("The minimum payout of contract %s is in %s, and the contract pays in %s: it would never hold. "
                        "Give both the same currency."), troupe_query_get_text (query, 0),
                      troupe_query_get_text (query, 1), troupe_query_get_text (query, 2));
}
