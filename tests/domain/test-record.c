#include "troupe-records.h"

#include <string.h>

#include "troupe-error.h"
#include "troupe-record-noun.h"
#include "troupe-rule-set.h"

/* Every table of fields: names are unique, members are where they can be, and the first is the key. */
static void
test_tables (void)
{
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    {
      g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(GHashTable) offsets = g_hash_table_new (NULL, NULL);
      gboolean key = FALSE;

      g_test_message ("%s", (*type)->name);
      g_assert_true (troupe_record_find_type ((*type)->name) == *type);
      for (const TroupeField *field = (*type)->fields; field->name != NULL; field++)
        {
          g_assert_true (g_hash_table_add (names, (gpointer) field->name));
          g_assert_true (g_hash_table_add (offsets, GUINT_TO_POINTER (field->offset)));
          g_assert_cmpuint (field->offset, >=, sizeof (gpointer));
          g_assert_cmpuint (field->offset % 8, ==, 0);
          g_assert_cmpuint (field->offset + 8, <=, (*type)->size);
          g_assert_true (troupe_record_find_field (*type, field->name) == field);
          g_assert_true (field->choices == NULL || field->kind == TROUPE_FIELD_TEXT);
          key |= (field->flags & TROUPE_FIELD_KEY) != 0;
        }
      g_assert_true (key);
      /* type and fields fill the struct: a member without a field would be lost on the way to the file */
      g_assert_cmpuint (8 + 8 * g_hash_table_size (names), ==, (*type)->size);
    }
  g_assert_null (troupe_record_find_type ("unicorn"));
}

/* Messages name records and fields by words, never by columns. */
static void
test_nouns (void)
{
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    {
      g_assert_null (strchr (troupe_record_type_get_noun (*type), '_'));
      for (const TroupeField *field = (*type)->fields; field->name != NULL; field++)
        g_assert_null (strchr (troupe_field_get_noun (field), '_'));   /* one without a noun is critical */
    }
  g_assert_cmpstr (troupe_record_type_get_noun (&TROUPE_STATEMENT_LINE), ==, "statement line");
}

/* A refusal without words would leave the clerk alone. */
static void
refuse (const TroupeRecordType *type,
        gconstpointer           fields,
        const char             *says)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (troupe_record_new (type, fields, &error));
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
}

static TroupeContract
make_contract (void)
{
  TroupeContract contract;

  troupe_record_clear (&TROUPE_CONTRACT, &contract);
  contract.id = contract.creator_id = 1;
  contract.number = "C-1";
  contract.kind = "standard";
  contract.currency = "CNY";
  contract.residual = "agency";
  contract.start_day = troupe_day_new (2026, 1, 1);
  contract.renews = FALSE;
  return contract;
}

static void
test_contract (void)
{
  TroupeContract contract = make_contract ();
  g_autoptr(TroupeContract) record = troupe_record_new (&TROUPE_CONTRACT, &contract, NULL);

  g_assert_nonnull (record);
  contract.end_day = contract.start_day - 1;
  refuse (&TROUPE_CONTRACT, &contract, "ends before it starts");
  contract = make_contract ();
  contract.currency = "diamond";
  refuse (&TROUPE_CONTRACT, &contract, "currency code");
  contract = make_contract ();
  contract.notice_days = 400;
  refuse (&TROUPE_CONTRACT, &contract, "0 to 366 days");
  contract = make_contract ();
  contract.kind = "marriage";
  refuse (&TROUPE_CONTRACT, &contract, "standard, newcomer");
  contract = make_contract ();
  contract.number = " \t ";
  refuse (&TROUPE_CONTRACT, &contract, "“number” is missing");
  contract = make_contract ();
  contract.creator_id = G_GINT64_CONSTANT (1) << 53;
  refuse (&TROUPE_CONTRACT, &contract, "“creator” must be a whole number from 1 to");
}

static TroupeTerm
make_term (const char *kind)
{
  TroupeTerm term;

  troupe_record_clear (&TROUPE_TERM, &term);
  term.id = term.contract_id = term.version = 1;
  term.kind = kind;
  term.start_day = troupe_day_new (2026, 1, 1);
  return term;
}

static void
test_term (void)
{
  TroupeTerm term = make_term ("share");

  refuse (&TROUPE_TERM, &term, "percentage and a basis");
  term.share = 10001;
  term.basis = "net";
  refuse (&TROUPE_TERM, &term, "“share”");
  term.share = 5000;
  term.amount = 1;
  refuse (&TROUPE_TERM, &term, "has no amount");
  term.amount = TROUPE_NONE;
  term.end_day = term.start_day - 1;
  refuse (&TROUPE_TERM, &term, "ends before it starts");
  term = make_term ("minimum_payout");
  refuse (&TROUPE_TERM, &term, "needs an amount");
  term.amount = -1;
  refuse (&TROUPE_TERM, &term, "not negative");
  term.amount = 100;
  refuse (&TROUPE_TERM, &term, "needs a currency");
  term.currency = "CNY";
  term.platform = "kuaishou";
  refuse (&TROUPE_TERM, &term, "whole statement");
  term.platform = NULL;
  g_assert_true (troupe_record_check (&TROUPE_TERM, &term, NULL));
}

static void
test_rates (void)
{
  TroupeExchangeRate exchange;
  TroupeUnitRate unit;

  troupe_record_clear (&TROUPE_EXCHANGE_RATE, &exchange);
  exchange.id = 1;
  exchange.month = troupe_month_new (2026, 10);
  exchange.unit = exchange.currency = "USD";
  exchange.rate = TROUPE_RATE_ONE;
  refuse (&TROUPE_EXCHANGE_RATE, &exchange, "two different currency codes");
  exchange.currency = "CNY";
  exchange.rate = 0;
  refuse (&TROUPE_EXCHANGE_RATE, &exchange, "“rate”");
  troupe_record_clear (&TROUPE_UNIT_RATE, &unit);
  unit.id = 1;
  unit.platform = "tiktok";
  unit.unit = "diamond";
  unit.currency = "dollar";
  unit.rate = 5000000;
  unit.start_day = troupe_day_new (2026, 1, 1);
  refuse (&TROUPE_UNIT_RATE, &unit, "dollar");
}

/* Text is cleaned at birth, and a copy is its own. */
static void
test_text (void)
{
  char name[] = "  Ｎan\u3000 Zhi ";
  TroupeCreator fields;
  g_autoptr(TroupeCreator) creator = NULL;
  g_autoptr(TroupeCreator) same = NULL;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.id = 7;
  fields.name = name;
  fields.status = "active";
  fields.note = "\n";
  creator = troupe_record_new (&TROUPE_CREATOR, &fields, NULL);
  memset (name, 'x', sizeof name - 1);
  g_assert_cmpstr (creator->name, ==, "Ｎan Zhi");
  g_assert_null (creator->note);
  g_assert_cmpint (troupe_record_get_id (creator), ==, 7);
  fields = *creator;
  same = troupe_record_new (&TROUPE_CREATOR, &fields, NULL);
  g_assert_true (troupe_record_equal (creator, same));
  fields.team = "A";
  g_clear_pointer (&same, troupe_record_unref);
  same = troupe_record_new (&TROUPE_CREATOR, &fields, NULL);
  g_assert_false (troupe_record_equal (creator, same));
  fields.name = "\xff";
  refuse (&TROUPE_CREATOR, &fields, "not valid UTF-8");
}

/* What identifies a person is marked in the table, and only there. */
static void
test_sensitive (void)
{
  static const char *const expected[] = { "birth_day", "id_number", "phone", "email", "bank_account", "name" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (troupe_record_find_field (&TROUPE_PERSON, expected[i])->flags & TROUPE_FIELD_SENSITIVE, !=, 0);
  for (const TroupeField *field = TROUPE_STATEMENT.fields; field->name != NULL; field++)
    g_assert_cmpuint (field->flags & TROUPE_FIELD_SENSITIVE, ==, 0);
}

static void
test_rule_set (void)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  g_autoptr(TroupeRuleSet) again = troupe_rule_set_ref (rules);
  TroupeContract contract = make_contract ();

  g_ptr_array_add (rules->contracts, troupe_record_new (&TROUPE_CONTRACT, &contract, NULL));
  g_assert_cmpuint (again->contracts->len, ==, 1);
  g_assert_true (G_TYPE_IS_BOXED (TROUPE_TYPE_RULE_SET));
  contract.end_day = troupe_day_new (2026, 12, 31);
  contract.notice_days = 30;
  g_assert_cmpint (troupe_contract_get_last_day (&contract), ==, contract.end_day);
  g_assert_cmpint (troupe_contract_get_notice_day (&contract), ==, troupe_day_new (2026, 12, 1));
  g_assert_true (troupe_contract_holds (&contract, contract.end_day));
  g_assert_false (troupe_contract_holds (&contract, contract.end_day + 1));
  g_assert_false (troupe_contract_has_renewed (&contract, contract.end_day + 1));
  contract.renews = TRUE;
  g_assert_cmpint (troupe_contract_get_last_day (&contract), ==, TROUPE_NONE);
  g_assert_true (troupe_contract_holds (&contract, contract.end_day + 1));
  g_assert_false (troupe_contract_holds (&contract, contract.start_day - 1));
  g_assert_false (troupe_contract_has_renewed (&contract, contract.end_day));
  g_assert_true (troupe_contract_has_renewed (&contract, contract.end_day + 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/tables", test_tables);
  g_test_add_func ("/record/nouns", test_nouns);
  g_test_add_func ("/record/contract", test_contract);
  g_test_add_func ("/record/term", test_term);
  g_test_add_func ("/record/rates", test_rates);
  g_test_add_func ("/record/text", test_text);
  g_test_add_func ("/record/sensitive", test_sensitive);
  g_test_add_func ("/record/rule-set", test_rule_set);
  return g_test_run ();
}
