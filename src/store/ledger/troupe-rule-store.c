#include "troupe-ledger-store.h"

#include "troupe-current-rules.h"
#include "troupe-month-request.h"
#include "troupe-rule-snapshot-text.h"
#include "troupe-store-private.h"

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

/* A closed month's own; of an open one all, or those that it needs with the balances asked with. */
static DexFuture *
load_rules (TroupeConnection *connection,
            gpointer          data)
{
  const TroupeMonthRequest *request = data;
  TroupeRuleSet *rules = NULL;
  GError *error = NULL;
  g_autofree char *text = read_snapshot (connection, request->month, &error);

  if (text != NULL)
    rules = troupe_rule_snapshot_text_parse (connection, text, &error);
  else if (error == NULL && request->data != NULL)
    rules = troupe_current_rules_read_month (connection, request->month, request->data, &error);
  else if (error == NULL)
    rules = troupe_current_rules_read (connection, request->month, &error);
  return rules != NULL ? dex_future_new_take_boxed (TROUPE_TYPE_RULE_SET, rules) : dex_future_new_for_error (error);
}

DexFuture *
troupe_store_load_rules (TroupeStore *self,
                         TroupeMonth  month)
{
  return troupe_store_read (self, NULL, load_rules, troupe_month_request_new (month), troupe_month_request_free);
}

DexFuture *
troupe_store_load_month_rules (TroupeStore *self,
                               TroupeMonth  month,
                               GArray      *balances)
{
  TroupeMonthRequest *request = troupe_month_request_new (month);

  request->data = g_array_ref (balances);
  request->destroy = (GDestroyNotify) g_array_unref;
  return troupe_store_read (self, NULL, load_rules, request, troupe_month_request_free);
}
