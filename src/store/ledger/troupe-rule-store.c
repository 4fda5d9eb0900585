#include "troupe-ledger-store.h"

#include "troupe-month-request.h"
#include "troupe-record-sql.h"
#include "troupe-rule-snapshot-text.h"
#include "troupe-store-private.h"

static gboolean
read_rules (TroupeConnection       *connection,
            const TroupeRecordType *type,
            TroupeMonth             month,
            GPtrArray              *records,
            GError                **error)
{
  const char *clause = type == &TROUPE_EXCHANGE_RATE ? "WHERE month = ?1 ORDER BY id"
                     : type == &TROUPE_ACCOUNT ? "WHERE creator_id IS NOT NULL ORDER BY id"
                     : "ORDER BY id";
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, type, clause);

  if (type == &TROUPE_EXCHANGE_RATE)
    troupe_query_bind_month (query, 1, month);
  while (troupe_query_next (query))
    g_ptr_array_add (records, troupe_query_read_record (query, type));
  return troupe_query_end (query, error);
}

static TroupeRuleSet *
read_current (TroupeConnection *connection,
              TroupeMonth       month,
              GError          **error)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();

  for (const TroupeRecordType *const *type = TROUPE_RULE_TYPES; *type != NULL; type++)
    if (!read_rules (connection, *type, month, troupe_rule_set_get_array (rules, *type), error))
      return NULL;
  return g_steal_pointer (&rules);
}

static char *
read_snapshot (TroupeConnection *connection,
               TroupeMonth       month,
               GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT content FROM rule_snapshot JOIN closed_month ON closed_month.rules = rule_snapshot.hash WHERE month = ?1");
  g_autofree char *text = NULL;

  troupe_query_bind_month (query, 1, month);
  if (troupe_query_next (query))
    text = g_strdup (troupe_query_get_text (query, 0));
  return troupe_query_end (query, error) ? g_steal_pointer (&text) : NULL;
}

static DexFuture *
load_rules (TroupeConnection *connection,
            gpointer          data)
{
  TroupeMonth month = ((const TroupeMonthRequest *) data)->month;
  TroupeRuleSet *rules = NULL;
  GError *error = NULL;
  g_autofree char *text = read_snapshot (connection, month, &error);

  if (text != NULL)
    rules = troupe_rule_snapshot_text_parse (connection, text, &error);
  else if (error == NULL)
    rules = read_current (connection, month, &error);
  return rules != NULL ? dex_future_new_take_boxed (TROUPE_TYPE_RULE_SET, rules) : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_load_rules (TroupeStore *self,
                         TroupeMonth  month)
{
  return troupe_store_read (self, NULL, load_rules, troupe_month_request_new (month), troupe_month_request_free);
}
