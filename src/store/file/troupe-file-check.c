#include "troupe-file-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-edit-scope.h"
#include "troupe-record-label.h"
#include "troupe-record-noun.h"
#include "troupe-record-sql.h"
#include "troupe-rule-snapshot-text.h"
#include "troupe-store-private.h"

/* Findings beyond this number say no more. */
#define MOST 100

/* Each row that a query gives is a finding; its columns, at most two, go into the message. */
static const struct
{
  const char *sql;
  const char *message;
} questions[] = {
  { "SELECT integrity_check, '' FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    N_("The file is damaged: %s%s") },
  { "SELECT \"table\", parent FROM pragma_foreign_key_check",
    N_("A record of the kind “%s” refers to a missing record of the kind “%s”") },
  { "SELECT month, account_id FROM ("
    " SELECT month, account_id, kind, unit, sum (amount), count (*) FROM line GROUP BY month, account_id, kind, unit"
    " EXCEPT SELECT month, account_id, kind, unit, amount, lines FROM month_total)",
    N_("The total of %s for account %s is not the sum of its lines") },
  { "SELECT month, account_id FROM ("
    " SELECT month, account_id, kind, unit FROM month_total EXCEPT SELECT month, account_id, kind, unit FROM line)",
    N_("The total of %s for account %s has no lines") },
  { "SELECT number, month FROM statement WHERE opening + earned + corrections - paid <> closing",
    N_("Statement %s of %s: opening + earned + corrections − paid is not closing") },
  { "SELECT number, month FROM statement WHERE gross - fee <> pool OR pool <> earned + agency",
    N_("Statement %s of %s: gross − fee is not what creator and agency got") },
  { "SELECT number, position FROM statement_line AS item JOIN statement ON statement.id = statement_id"
    " WHERE item.gross - item.fee <> item.pool OR item.pool <> item.creator + item.agency",
    N_("Statement %s, line %s: gross − fee is not what creator and agency got") },
  { "SELECT number, statement.month FROM statement LEFT JOIN statement_line AS item ON statement_id = statement.id"
    " GROUP BY statement.id"
    " HAVING earned <> sum (iif (item.kind = 'earning', item.creator, 0))"
    " OR statement.agency <> sum (iif (item.kind = 'earning', item.agency, 0))"
    " OR corrections <> sum (iif (item.kind = 'correction', item.creator, 0))"
    " OR agency_corrections <> sum (iif (item.kind = 'correction', item.agency, 0))",
    N_("Statement %s of %s is not the sum of its lines") },
  { "SELECT DISTINCT booked, platform || ':' || handle FROM account JOIN month_total ON account_id = account.id"
    " JOIN line USING (month, account_id, kind) WHERE creator_id IS NULL AND booked IN (SELECT month FROM closed_month)",
    N_("%s is closed, but lines of account %s in it belong to nobody") },
  { "SELECT payment.day, ifnull (payment.reference, payment.id) FROM payment JOIN statement ON statement.id = statement_id"
    " WHERE payment.creator_id <> statement.creator_id OR payment.currency <> statement.currency",
    N_("The payment of %s (%s) names a statement of another creator or currency") },
  { "SELECT a.number, b.number FROM term AS x JOIN contract AS a ON a.id = x.contract_id"
    " JOIN contract AS b ON b.creator_id = a.creator_id AND b.kind = a.kind AND b.id > a.id"
    " JOIN term AS y ON y.contract_id = b.id AND y.kind = 'share' AND y.platform IS x.platform"
    " AND y.revenue_kind IS x.revenue_kind WHERE x.kind = 'share'"
    " AND max (a.start_day, b.start_day, x.start_day, y.start_day) <= min (iif (a.renews, '9999', ifnull (a.end_day, '9999')),"
    " iif (b.renews, '9999', ifnull (b.end_day, '9999')), ifnull (x.end_day, '9999'), ifnull (y.end_day, '9999'))",
    N_("Contracts %s and %s of one creator share the same revenue on the same days; the later one decides") },
  { "SELECT number, month FROM statement WHERE (state = 'closed') <> (month IN (SELECT month FROM closed_month))",
    N_("Statement %s is closed where its month %s is not, or the other way round") },
};

/* A table has a noun; everything else is what it is. */
static const char *
name (const char *text)
{
  const TroupeRecordType *type = troupe_record_find_type (text);

  return type != NULL ? troupe_record_type_get_noun (type) : text;
}

static gboolean
ask (TroupeConnection  *connection,
     int                i,
     GPtrArray         *findings,
     GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, questions[i].sql);

  while (findings->len < MOST && troupe_query_next (query))
    g_ptr_array_add (findings, g_strdup_printf (_(questions[i].message), name (troupe_query_get_text (query, 0)),
                                                name (troupe_query_get_text (query, 1))));
  return troupe_query_end (query, error);
}

static gboolean
check_snapshots (TroupeConnection  *connection,
                 GPtrArray         *findings,
                 GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "SELECT hash, content FROM rule_snapshot");

  while (troupe_query_next (query))
    {
      g_autofree char *hash = troupe_rule_snapshot_text_hash (troupe_query_get_text (query, 1));

      if (!g_str_equal (hash, troupe_query_get_text (query, 0)))
        g_ptr_array_add (findings, g_strdup_printf (_("The rules %s of a closed month have been changed"),
                                                    troupe_query_get_text (query, 0)));
    }
  return troupe_query_end (query, error);
}

static gboolean
is_same_scope (const TroupeEditScope *scope,
               gconstpointer          a,
               gconstpointer          b)
{
  for (int i = 0; scope->fields[i] != NULL; i++)
    {
      const TroupeField *field = troupe_record_find_field (scope->type, scope->fields[i]);

      if (field->kind == TROUPE_FIELD_TEXT
          ? g_strcmp0 (troupe_record_get_text (a, field), troupe_record_get_text (b, field)) != 0
          : troupe_record_get_int (a, field) != troupe_record_get_int (b, field))
        return FALSE;
    }
  return TRUE;
}

/* Two rules of one scope, one after the other. */
static void
compare_rules (const TroupeEditScope *scope,
               gconstpointer          rule,
               gconstpointer          next,
               GPtrArray             *findings)
{
  TroupeDay end = troupe_record_get_int (rule, troupe_record_find_field (scope->type, "end_day"));
  TroupeDay start = troupe_record_get_int (next, troupe_record_find_field (scope->type, "start_day"));
  g_autofree char *label = NULL, *period = NULL, *next_label = NULL, *next_period = NULL;

  if (end != TROUPE_NONE && end + 1 == start)
    return;
  label = troupe_record_label_write (rule);
  period = troupe_record_label_period (rule);
  next_label = troupe_record_label_write (next);
  next_period = troupe_record_label_period (next);
  g_ptr_array_add (findings, g_strdup_printf (end != TROUPE_NONE && end < start
                                              ? _("No rule holds between %s (%s) and %s (%s)")
                                              : _("On some days two rules hold: %s (%s) and %s (%s)"),
                                              label, period, next_label, next_period));
}

static char *
write_order (const TroupeEditScope *scope)
{
  GString *order = g_string_new ("ORDER BY ");

  for (int i = 0; scope->fields[i] != NULL; i++)
    g_string_append_printf (order, "\"%s\", ", scope->fields[i]);
  g_string_append (order, "start_day, id");
  return g_string_free_and_steal (order);
}

static gboolean
check_scope (TroupeConnection       *connection,
             const TroupeEditScope  *scope,
             GPtrArray              *findings,
             GError                **error)
{
  g_autofree char *order = write_order (scope);
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, scope->type, order);
  gpointer rule = NULL;

  while (findings->len < MOST && troupe_query_next (query))
    {
      gpointer next = troupe_query_read_record (query, scope->type);

      if (rule != NULL && is_same_scope (scope, rule, next))
        compare_rules (scope, rule, next, findings);
      g_clear_pointer (&rule, troupe_record_unref);
      rule = next;
    }
  g_clear_pointer (&rule, troupe_record_unref);
  return troupe_query_end (query, error);
}

static gboolean
check_scopes (TroupeConnection  *connection,
              GPtrArray         *findings,
              GError           **error)
{
  for (const TroupeEditScope *scope = TROUPE_EDIT_SCOPES; scope->type != NULL; scope++)
    if (scope->dated && !check_scope (connection, scope, findings, error))
      return FALSE;
  return TRUE;
}

static gboolean
ask_all (TroupeConnection  *connection,
         GPtrArray         *findings,
         GError           **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if (!ask (connection, i, findings, error))
      return FALSE;
  return TRUE;
}

static DexFuture *
check_file (TroupeConnection *connection,
            gpointer          data)
{
  g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if (!ask_all (connection, findings, &error) || !check_snapshots (connection, findings, &error) ||
      !check_scopes (connection, findings, &error))
    return dex_future_new_for_error (error);
  g_ptr_array_add (findings, NULL);
  return dex_future_new_take_boxed (G_TYPE_STRV, g_ptr_array_steal (findings, NULL));
}

DexFuture *
troupe_store_check (TroupeStore *self)
{
  return troupe_store_read_aside (self, NULL, check_file, NULL, NULL);
}
