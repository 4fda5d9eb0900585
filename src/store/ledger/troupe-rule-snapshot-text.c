#include "troupe-rule-snapshot-text.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-record-sql.h"

const TroupeRecordType *const TROUPE_RULE_TYPES[] = {
  &TROUPE_CREATOR, &TROUPE_ACCOUNT, &TROUPE_CONTRACT, &TROUPE_TERM, &TROUPE_FEE_CARD, &TROUPE_UNIT_RATE,
  &TROUPE_EXCHANGE_RATE, NULL
};

GPtrArray *
troupe_rule_set_get_array (TroupeRuleSet          *rules,
                           const TroupeRecordType *type)
{
  GPtrArray *arrays[] = {
    rules->creators, rules->accounts, rules->contracts, rules->terms, rules->fee_cards, rules->unit_rates,
    rules->exchange_rates
  };

  for (int i = 0; TROUPE_RULE_TYPES[i] != NULL; i++)
    if (TROUPE_RULE_TYPES[i] == type)
      return arrays[i];
  g_assert_not_reached ();
}

static gboolean
write_records (TroupeConnection       *connection,
               const TroupeRecordType *type,
               GPtrArray              *records,
               GString                *text,
               GError                **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_write_json (connection, type);

  for (guint i = 0; i < records->len; i++)
    {
      troupe_query_bind_record (query, type, records->pdata[i]);
      if (troupe_query_next (query))
        g_string_append_printf (text, "%s\n", troupe_query_get_text (query, 0));
      if (!troupe_query_end (query, error))
        return FALSE;
    }
  return TRUE;
}

char *
troupe_rule_snapshot_text_write (TroupeConnection  *connection,
                                 TroupeRuleSet     *rules,
                                 GError           **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (const TroupeRecordType *const *type = TROUPE_RULE_TYPES; *type != NULL; type++)
    if (!write_records (connection, *type, troupe_rule_set_get_array (rules, *type), text, error))
      return NULL;
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const TroupeRecordType *
find_type (const char *name)
{
  for (const TroupeRecordType *const *type = TROUPE_RULE_TYPES; name != NULL && *type != NULL; type++)
    if (g_str_equal ((*type)->name, name))
      return *type;
  return NULL;
}

static gboolean
parse_line (TroupeConnection  *connection,
            TroupeQuery       *name,
            TroupeRuleSet     *rules,
            const char        *line,
            GError           **error)
{
  const TroupeRecordType *type = NULL;
  g_autoptr(TroupeQuery) query = NULL;

  troupe_query_bind_text (name, 1, line);
  if (troupe_query_next (name))
    type = find_type (troupe_query_get_text (name, 0));
  if (!troupe_query_end (name, error))
    return FALSE;
  if (type == NULL)
    return troupe_fail (error, TROUPE_ERROR_DAMAGED, _("The rules of a closed month hold an unknown record"));
  query = troupe_record_sql_parse_json (connection, type);
  troupe_query_bind_text (query, 1, line);
  if (troupe_query_next (query))
    g_ptr_array_add (troupe_rule_set_get_array (rules, type), troupe_query_read_record (query, type));
  return troupe_query_end (query, error);
}

TroupeRuleSet *
troupe_rule_snapshot_text_parse (TroupeConnection  *connection,
                                 const char        *text,
                                 GError           **error)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  g_autoptr(TroupeQuery) name = troupe_connection_prepare (connection, "SELECT ?1 ->> '$.type'");

  for (const char *end = strchr (text, '\n'); end != NULL; text = end + 1, end = strchr (text, '\n'))
    {
      g_autofree char *line = g_strndup (text, end - text);

      if (!parse_line (connection, name, rules, line, error))
        return NULL;
    }
  return g_steal_pointer (&rules);
}

char *
troupe_rule_snapshot_text_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
