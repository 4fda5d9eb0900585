/* What must hold whatever the lines are (domain/money.md, the identities). */
#include "books.h"
#include "troupe-error.h"

#define CREATORS 12
#define ACCOUNTS (CREATORS * 3)

static const char *const platforms[] = { "kuaishou", "tiktok", "twitch" };
static const char *const kinds[] = { "gift", "ad", "commission" };
static const char *const units[] = { "CNY", "USD", "diamond" };

static void
add (TroupeRuleSet *rules,
     const char    *type,
     const char    *format,
     ...) G_GNUC_PRINTF (3, 4);

static void
add (TroupeRuleSet *rules,
     const char    *type,
     const char    *format,
     ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (books_get_rules (rules, type), books_new_record (type, text));
}

/* Books with a mid-month change, overrides, cards by kind, both residuals and both bases. */
static TroupeRuleSet *
make_rules (void)
{
  TroupeRuleSet *rules = troupe_rule_set_new ();

  for (int i = 1; i <= CREATORS; i++)
    {
      add (rules, "creator", "id=%d", i);
      add (rules, "contract", "id=%d creator_id=%d residual=%s currency=%s", i, i, i % 2 ? "agency" : "creator",
           i % 5 ? "CNY" : "USD");
      add (rules, "term", "id=%d contract_id=%d share=%d.%02d basis=%s end_day=2026-10-12", i * 10, i, 30 + i, i * 7,
           i % 3 ? "net" : "gross");
      add (rules, "term", "id=%d contract_id=%d share=%d start_day=2026-10-13 version=2", i * 10 + 1, i, 40 + i);
      add (rules, "term", "id=%d contract_id=%d share=66.67 revenue_kind=ad start_day=2026-10-05 end_day=2026-10-20",
           i * 10 + 2, i);
    }
  for (int i = 1; i <= ACCOUNTS; i++)
    add (rules, "account", "id=%d creator_id=%d platform=%s", i, (i - 1) / 3 + 1, platforms[i % 3]);
  add (rules, "fee_card", "id=1 platform=kuaishou share=50");
  add (rules, "fee_card", "id=2 platform=tiktok share=33.33 revenue_kind=gift end_day=2026-10-16");
  for (int i = 0; i < 3; i++)
    add (rules, "unit_rate", "id=%d platform=%s rate=0.005", i + 1, platforms[i]);
  add (rules, "exchange_rate", "id=1 unit=USD currency=CNY rate=7.1234");
  add (rules, "exchange_rate", "id=2 unit=CNY currency=USD rate=0.14038");
  return rules;
}

static GArray *
make_lines (guint n)
{
  GArray *lines = g_array_sized_new (FALSE, FALSE, sizeof (TroupeLine), n);

  for (guint i = 0; i < n; i++)
    {
      AnyRecord any;

      books_fill (&any, "line", "");
      any.line.account_id = g_test_rand_int_range (1, ACCOUNTS + 1);
      any.line.kind = kinds[g_test_rand_int_range (0, 3)];
      any.line.unit = units[g_test_rand_int_range (0, 3)];
      any.line.day = troupe_day_new (2026, 10, g_test_rand_int_range (1, 32));
      any.line.amount = (gint64) g_test_rand_int_range (-200000, 1000000) * g_test_rand_int_range (1, 5000);
      any.line.per_line = g_test_rand_int_range (0, 2);
      if (g_test_rand_int_range (0, 4) == 0)
        any.line.fee = any.line.amount / 7;
      g_array_append_val (lines, any.line);
    }
  return lines;
}

static GPtrArray *
settle (TroupeRuleSet *rules,
        GArray        *lines)
{
  g_autoptr(GArray) balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));
  g_autoptr(TroupeSettlement) settlement = troupe_settlement_new (troupe_month_new (2026, 10), rules, balances, "AG");
  g_autoptr(GError) error = NULL;
  GPtrArray *statements;

  for (guint i = 0; i < lines->len; i++)
    if (!troupe_settlement_add_line (settlement, &g_array_index (lines, TroupeLine, i), &error))
      g_assert_no_error (error);
  statements = troupe_settlement_finish (settlement, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (troupe_settlement_get_problems (settlement)->len, ==, 0);
  return statements;
}

static void
append_record (GString      *text,
               gconstpointer record)
{
  for (const TroupeField *field = troupe_record_get_type (record)->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT)
      g_string_append_printf (text, "%s,", troupe_record_get_text (record, field));
    else
      g_string_append_printf (text, "%" G_GINT64_FORMAT ",", troupe_record_get_int (record, field));
  g_string_append_c (text, '\n');
}

/* Every byte that settling gives. */
static char *
to_text (GPtrArray *statements)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    {
      const TroupeSettledStatement *settled = statements->pdata[i];

      append_record (text, settled->statement);
      for (guint k = 0; k < settled->lines->len; k++)
        append_record (text, settled->lines->pdata[k]);
    }
  return g_string_free (text, FALSE);
}

static void
shuffle (GArray *lines)
{
  for (guint i = lines->len - 1; i > 0; i--)
    {
      TroupeLine *a = &g_array_index (lines, TroupeLine, i);
      TroupeLine *b = &g_array_index (lines, TroupeLine, g_test_rand_int_range (0, i + 1));
      TroupeLine swap = *a;

      *a = *b;
      *b = swap;
    }
}

/* Recomputing gives the same bytes, whatever the order in which the lines came. */
static void
test_order (void)
{
  g_autoptr(TroupeRuleSet) rules = make_rules ();
  g_autoptr(GArray) lines = make_lines (20000);
  g_autoptr(GPtrArray) first = settle (rules, lines);
  g_autofree char *expected = to_text (first);

  g_assert_cmpuint (first->len, ==, CREATORS);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr(GPtrArray) again = NULL;
      g_autofree char *text = NULL;

      shuffle (lines);
      again = settle (rules, lines);
      text = to_text (again);
      g_assert_true (g_str_equal (text, expected));   /* not cmpstr: it would print a novel */
    }
}

static void
check_line (const TroupeStatementLine *line)
{
  g_assert_cmpint (line->gross - line->fee, ==, line->pool);
  g_assert_cmpint (line->creator + line->agency, ==, line->pool);
}

/* The parts of every pool sum to it, and a statement to its lines and to its evidence. */
static void
test_sums (void)
{
  g_autoptr(TroupeRuleSet) rules = make_rules ();
  g_autoptr(GArray) lines = make_lines (20000);
  g_autoptr(GPtrArray) statements = settle (rules, lines);
  gint64 rows = 0;
  TroupeWide micros = 0, evidence = 0;

  for (guint i = 0; i < lines->len; i++)
    evidence += g_array_index (lines, TroupeLine, i).amount;
  for (guint i = 0; i < statements->len; i++)
    {
      const TroupeSettledStatement *settled = statements->pdata[i];
      gint64 gross = 0, earned = 0, agency = 0;

      for (guint k = 0; k < settled->lines->len; k++)
        {
          const TroupeStatementLine *line = settled->lines->pdata[k];

          check_line (line);
          gross += line->gross;
          earned += line->creator;
          agency += line->agency;
          rows += line->rows;
          micros += line->amount;
        }
      g_assert_cmpint (gross, ==, settled->statement->gross);
      g_assert_cmpint (earned, ==, settled->statement->earned);
      g_assert_cmpint (agency, ==, settled->statement->agency);
    }
  g_assert_cmpint (rows, ==, lines->len);
  g_assert_true (micros == evidence);
}

/* A line and its clawback come to nothing for every party. */
static void
test_clawback (void)
{
  g_autoptr(TroupeRuleSet) rules = make_rules ();
  g_autoptr(GArray) lines = make_lines (5000);
  g_autoptr(GPtrArray) statements = NULL;

  for (guint i = 0, n = lines->len; i < n; i++)
    {
      TroupeLine back = g_array_index (lines, TroupeLine, i);

      back.amount = -back.amount;
      back.fee = back.fee == TROUPE_NONE ? TROUPE_NONE : -back.fee;
      g_array_append_val (lines, back);
    }
  statements = settle (rules, lines);
  for (guint i = 0; i < statements->len; i++)
    {
      const TroupeSettledStatement *settled = statements->pdata[i];

      for (guint k = 0; k < settled->lines->len; k++)
        {
          const TroupeStatementLine *line = settled->lines->pdata[k];

          g_assert_cmpint (line->amount, ==, 0);
          g_assert_cmpint (line->gross, ==, 0);
          g_assert_cmpint (line->fee, ==, 0);
          g_assert_cmpint (line->creator, ==, 0);
          g_assert_cmpint (line->agency, ==, 0);
        }
    }
}

/* A million lines of one diamond at 0.005 USD lose nothing. */
static void
test_million (void)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  g_autoptr(GArray) lines = g_array_sized_new (FALSE, FALSE, sizeof (TroupeLine), 1000000);
  g_autoptr(GPtrArray) statements = NULL;
  const TroupeStatement *statement;
  AnyRecord any;
  gint64 start;

  add (rules, "creator", "id=1");
  add (rules, "account", "id=1 platform=tiktok");
  add (rules, "contract", "currency=USD");
  add (rules, "term", "share=50");
  add (rules, "unit_rate", "rate=0.005");
  books_fill (&any, "line", "unit=diamond amount=1");
  for (int i = 0; i < 1000000; i++)
    {
      any.line.day = troupe_day_new (2026, 10, 1) + i % 31;
      g_array_append_val (lines, any.line);
    }
  start = g_get_monotonic_time ();
  statements = settle (rules, lines);
  g_test_message ("a million lines in %" G_GINT64_FORMAT " ms", (g_get_monotonic_time () - start) / 1000);
  statement = ((TroupeSettledStatement *) statements->pdata[0])->statement;
  g_assert_cmpint (statement->gross, ==, 500000);
  g_assert_cmpint (statement->earned, ==, 250000);
}

/* What does not fit is an error that names the account, never a wrong number. */
static void
test_overflow (void)
{
  g_autoptr(TroupeRuleSet) rules = make_rules ();
  g_autoptr(GArray) balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));

  for (int per_line = 0; per_line < 2; per_line++)
    {
      g_autoptr(TroupeSettlement) settlement = troupe_settlement_new (troupe_month_new (2026, 10), rules, balances, "AG");
      g_autoptr(GPtrArray) statements = NULL;
      g_autoptr(GError) error = NULL;
      gboolean added = TRUE;
      AnyRecord any;

      books_fill (&any, "line", per_line ? "unit=USD per_line=1" : "unit=USD");
      any.line.amount = G_MAXINT64;
      for (int i = 0; i < 200000 && added; i++)
        added = troupe_settlement_add_line (settlement, &any.line, &error);
      if (added)
        statements = troupe_settlement_finish (settlement, &error);
      g_assert_null (statements);
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
      g_assert_nonnull (strstr (error->message, "nanzhi"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/order", test_order);
  g_test_add_func ("/identity/sums", test_sums);
  g_test_add_func ("/identity/clawback", test_clawback);
  g_test_add_func ("/identity/million", test_million);
  g_test_add_func ("/identity/overflow", test_overflow);
  return g_test_run ();
}
