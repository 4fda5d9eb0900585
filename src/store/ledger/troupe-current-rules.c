#include "troupe-current-rules.h"

#include <inttypes.h>

#include "troupe-balance.h"
#include "troupe-record-sql.h"
#include "troupe-rule-snapshot-text.h"

static gboolean
read_records (TroupeQuery            *query,
              const TroupeRecordType *type,
              TroupeRuleSet          *rules,
              GError                **error)
{
  GPtrArray *records = troupe_rule_set_get_array (rules, type);

  while (troupe_query_next (query))
    g_ptr_array_add (records, troupe_query_read_record (query, type));
  return troupe_query_end (query, error);
}

static gboolean
read_all (TroupeConnection       *connection,
          const TroupeRecordType *type,
          TroupeMonth             month,
          TroupeRuleSet          *rules,
          GError                **error)
{
  const char *clause = type == &TROUPE_EXCHANGE_RATE ? "WHERE month = ?1 ORDER BY id"
                     : type == &TROUPE_ACCOUNT ? "WHERE creator_id IS NOT NULL ORDER BY id"
                     : "ORDER BY id";
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, type, clause);

  if (type == &TROUPE_EXCHANGE_RATE)
    troupe_query_bind_month (query, 1, month);
  return read_records (query, type, rules, error);
}

TroupeRuleSet *
troupe_current_rules_read (TroupeConnection  *connection,
                           TroupeMonth        month,
                           GError           **error)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();

  for (const TroupeRecordType *const *type = TROUPE_RULE_TYPES; *type != NULL; type++)
    if (!read_all (connection, *type, month, rules, error))
      return NULL;
  return g_steal_pointer (&rules);
}

static gboolean
read_accounts (TroupeConnection  *connection,
               TroupeMonth        month,
               TroupeRuleSet     *rules,
               GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_ACCOUNT,
    "WHERE creator_id IS NOT NULL AND id IN (SELECT account_id FROM month_total WHERE month = ?1"
    " UNION ALL SELECT account_id FROM line WHERE booked = ?1 AND booked <> month) ORDER BY id");

  troupe_query_bind_month (query, 1, month);
  return read_records (query, &TROUPE_ACCOUNT, rules, error);
}

/* The creators of these accounts and balances, as a list that SQL can look through. */
static char *
list_creators (GPtrArray *accounts,
               GArray    *balances)
{
  GString *ids = g_string_new ("[0");

  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (ids, ",%" PRId64, ((const TroupeAccount *) accounts->pdata[i])->creator_id);
  for (guint i = 0; i < balances->len; i++)
    g_string_append_printf (ids, ",%" PRId64, g_array_index (balances, TroupeBalance, i).creator_id);
  return g_string_free_and_steal (g_string_append_c (ids, ']'));
}

static gboolean
read_creators (TroupeConnection  *connection,
               GArray            *balances,
               TroupeRuleSet     *rules,
               GError           **error)
{
  g_autofree char *ids = list_creators (rules->accounts, balances);
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_CREATOR,
    "WHERE id IN (SELECT value FROM json_each (?1)) ORDER BY id");

  troupe_query_bind_text (query, 1, ids);
  return read_records (query, &TROUPE_CREATOR, rules, error);
}

/* Most of a large roster has left long ago: reading it whole is a tenth of settling a month. */
TroupeRuleSet *
troupe_current_rules_read_month (TroupeConnection  *connection,
                                 TroupeMonth        month,
                                 GArray            *balances,
                                 GError           **error)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();

  if (!read_accounts (connection, month, rules, error) || !read_creators (connection, balances, rules, error))
    return NULL;
  for (const TroupeRecordType *const *type = TROUPE_RULE_TYPES; *type != NULL; type++)
    if (*type != &TROUPE_ACCOUNT && *type != &TROUPE_CREATOR && !read_all (connection, *type, month, rules, error))
      return NULL;
  return g_steal_pointer (&rules);
}
