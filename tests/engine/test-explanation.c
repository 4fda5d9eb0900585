#include "books.h"
#include "troupe-explanation-evidence.h"

typedef struct
{
  const char *rules[8];
  const char *lines[4];
  TroupeLang  lang;
  const char *figure;   /* NULL: the first line */
  const char *text;
} Case;

static const Case cases[] = {
  { { "contract", "term share=55 clause=4.2 version=3 start_day=2026-05-01", "fee_card share=50 source=公告" },
    { "amount=37458.41 day=2026-10-01", "amount=0.80 day=2026-10-31" }, TROUPE_LANG_EN, NULL,
    "Kuaishou, Gifts (nanzhi): 10,301.28 = 18,729.60 × 55%\n"
    "    Clause 4.2, version 3, since 1 May 2026. The agency takes the rest\n"
    "  After the fee: 18,729.60 = 37,459.21 − 18,729.61\n"
    "    Gross: 37,459.21\n"
    "      Evidence: 37,459.21 CNY\n"
    "          2 lines, 1 October 2026 to 31 October 2026\n"
    "    Platform fee: 18,729.61 = 37,459.21 × 50% → 18,729.605 rounds to 18,729.61\n"
    "        Kuaishou keeps 50%, fee card since 1 January 2025; source: 公告\n"
    "  Share: 55%\n"
    "      55% of all revenue, after the platform’s fee, since 1 May 2026 (clause 4.2)\n" },
  { { "account platform=tiktok", "contract residual=creator", "term share=70", "unit_rate rate=0.005 source=TikTok",
      "exchange_rate rate=7.1234 source=PBoC" },
    { "amount=2501 unit=diamond" }, TROUPE_LANG_ZH, NULL,
    "TikTok 礼物打赏（nanzhi）: 62.36 = 89.08 − 26.72\n"
    "    第 1 版，2025-01-01 起；余数归达人\n"
    "  流水: 89.08 = 2,501 钻石 × 0.005 × 7.1234 → 89.078117，舍入为 89.08\n"
    "    单位价: 0.005 USD\n"
    "        2025-01-01 起；来源：TikTok\n"
    "    汇率: 1 USD = 7.1234 CNY\n"
    "        2026-10；来源：PBoC\n"
    "    流水依据: 2,501 钻石\n"
    "        1 行，2026-10-15\n"
    "  机构分成: 26.72 = 89.08 × 30% → 26.724，舍入为 26.72\n"
    "  分成比例: 70%\n"
    "      分成 70%，全部收入，扣除平台费后计算，自 2025-01-01 起\n" },
  { { "contract", "term id=3 share=50", "term id=2 revenue_kind=gift share=55", "term platform=kuaishou share=60",
      "term id=4 platform=kuaishou revenue_kind=gift share=70 end_day=2026-10-14", "term id=5 platform=douyin share=80" },
    { "amount=100" }, TROUPE_LANG_EN, NULL,
    "Kuaishou, Gifts (nanzhi): 60.00 = 100.00 × 60%\n"
    "    Version 1, since 1 January 2025. The agency takes the rest\n"
    "  Gross: 100.00\n"
    "    Evidence: 100.00 CNY\n"
    "        1 line of 15 October 2026\n"
    "  Share: 60%\n"
    "      60% of all revenue on Kuaishou, after the platform’s fee, since 1 January 2025. The term for all revenue on "
    "Kuaishou goes before the term for gifts\n" },
  { { "contract residual=creator", "term share=35 basis=gross", "fee_card share=50" },
    { "amount=33.33" }, TROUPE_LANG_EN, "agency",
    "Agency’s part: 5.00\n"
    "    Sum of the lines below\n"
    "  Kuaishou, Gifts (nanzhi): 5.00 = 33.33 × 15% → 4.9995 rounds to 5.00\n" },
  { { "contract", "term share=50" },
    { "amount=0.03 per_line=1", "amount=0.05 per_line=1" }, TROUPE_LANG_EN, "earned",
    "Earned this month: 0.05\n"
    "    Sum of the lines below\n"
    "  Kuaishou, Gifts (nanzhi): 0.05\n"
    "      Version 1, since 1 January 2025. Each of the 2 lines is computed and rounded by itself, then they are summed. "
    "The agency takes the rest\n"
    "    Gross: 0.08\n"
    "        Each of the 2 lines is computed and rounded by itself, then they are summed\n"
    "      Evidence: 0.08 CNY\n"
    "          2 lines of 15 October 2026\n"
    "    Share: 50%\n"
    "        50% of all revenue, after the platform’s fee, since 1 January 2025\n" },
  { { "contract", "term share=50", "term id=2 kind=minimum_payout basis= share=- amount=80 currency=CNY" },
    { "amount=-10 fee=-2" }, TROUPE_LANG_EN, "payable",
    "Payable: 0.00\n"
    "    Nothing is due: the balance is carried over\n"
    "  Closing balance: −4.00 = 0.00 + (−4.00) + 0.00 − 0.00\n"
    "    Balance from before: 0.00\n"
    "        No statement before, and no opening balance of the books\n"
    "    Earned this month: −4.00\n"
    "        Sum of the lines below\n"
    "      Kuaishou, Gifts (nanzhi): −4.00 = −8.00 × 50%\n"
    "          Version 1, since 1 January 2025. The agency takes the rest\n"
    "        After the fee: −8.00 = −10.00 − (−2.00)\n"
    "          Gross: −10.00\n"
    "            Evidence: −10.00 CNY\n"
    "                1 line of 15 October 2026\n"
    "          Platform fee: −2.00\n"
    "              As the platform’s own file states it\n"
    "        Share: 50%\n"
    "            50% of all revenue, after the platform’s fee, since 1 January 2025\n"
    "    Creator’s part of late lines: 0.00\n"
    "    Paid this month: 0.00\n"
    "        No payment was made\n" },
};

static TroupeRuleSet *
read_rules (const Case *self)
{
  TroupeRuleSet *rules = troupe_rule_set_new ();

  g_ptr_array_add (rules->creators, books_new_record ("creator", ""));
  for (gsize i = 0; i < G_N_ELEMENTS (self->rules) && self->rules[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (self->rules[i], " ", 2);

      g_ptr_array_add (books_get_rules (rules, words[0]), books_new_record (words[0], words[1] != NULL ? words[1] : ""));
    }
  if (rules->accounts->len == 0)
    g_ptr_array_add (rules->accounts, books_new_record ("account", ""));
  return rules;
}

static TroupeSettledStatement *
settle (const Case    *self,
        TroupeRuleSet *rules)
{
  g_autoptr(GArray) balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));
  g_autoptr(TroupeSettlement) settlement = troupe_settlement_new (troupe_month_new (2026, 10), rules, balances, NULL);
  g_autoptr(GPtrArray) statements = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (self->lines) && self->lines[i] != NULL; i++)
    {
      AnyRecord line;

      books_fill (&line, "line", self->lines[i]);
      g_assert_true (troupe_settlement_add_line (settlement, &line.line, NULL));
    }
  statements = troupe_settlement_finish (settlement, NULL);
  g_assert_cmpuint (statements->len, ==, 1);
  return g_ptr_array_steal_index (statements, 0);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeRuleSet) rules = read_rules (&cases[i]);
      g_autoptr(TroupeSettledStatement) settled = settle (&cases[i], rules);
      TroupeExplanation explanation = { rules, cases[i].lang, NULL };
      g_autoptr(TroupeDerivation) why = cases[i].figure != NULL
        ? troupe_explanation_derive_figure (&explanation, settled->statement, settled->lines, cases[i].figure)
        : troupe_explanation_derive_line (&explanation, settled->lines->pdata[0]);
      g_autofree char *text = troupe_derivation_to_text (why);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Every figure of every statement can be asked; a line without its rules still restates its numbers. */
static void
test_all (void)
{
  static const char *const figures[] = { "opening", "gross", "fee", "pool", "earned", "agency", "corrections",
                                         "agency_corrections", "paid", "closing", "payable" };
  g_autoptr(TroupeRuleSet) rules = read_rules (&cases[1]);
  g_autoptr(TroupeRuleSet) none = troupe_rule_set_new ();
  g_autoptr(TroupeSettledStatement) settled = settle (&cases[1], rules);
  TroupeExplanation explanation = { rules, TROUPE_LANG_EN, NULL }, bare = { none, TROUPE_LANG_EN, NULL };
  g_autoptr(TroupeDerivation) line = troupe_explanation_derive_line (&bare, settled->lines->pdata[0]);

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64 amount = troupe_record_get_int (settled->statement, troupe_record_find_field (&TROUPE_STATEMENT, figures[i]));
      g_autofree char *expected = troupe_money_format (amount, "CNY");
      g_autoptr(TroupeDerivation) why = troupe_explanation_derive_figure (&explanation, settled->statement, settled->lines,
                                                                          figures[i]);

      g_assert_cmpstr (why->value, ==, expected);
    }
  g_assert_null (troupe_explanation_derive_figure (&explanation, settled->statement, settled->lines, "number"));
  g_assert_cmpstr (line->value, ==, "62.36");
  g_assert_cmpuint (line->reference, ==, TROUPE_REFERENCE_STATEMENT_LINE);
}

/* Each line of evidence belongs to exactly one statement line, also where an override splits the days. */
static void
test_evidence (void)
{
  static const Case self = {
    { "contract", "term share=10", "term id=2 share=50 start_day=2026-10-10 end_day=2026-10-19",
      "fee_card share=20 start_day=2026-10-10 end_day=2026-10-12" },
    { "amount=1 day=2026-10-09", "amount=2 day=2026-10-11", "amount=4 day=2026-10-19 fee=0", "amount=8 day=2026-10-20" },
  };
  static const gint64 expected[] = { 9, 2, 4 };   /* the sums of the statement's lines */
  g_autoptr(TroupeRuleSet) rules = read_rules (&self);
  g_autoptr(TroupeSettledStatement) settled = settle (&self, rules);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (troupe_record_unref);
  TroupeExplanation explanation = { rules, TROUPE_LANG_EN, NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (self.lines); i++)
    g_ptr_array_add (lines, books_new_record ("line", self.lines[i]));
  g_assert_cmpuint (settled->lines->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < settled->lines->len; i++)
    {
      const TroupeStatementLine *line = settled->lines->pdata[i];
      g_autoptr(GPtrArray) evidence = troupe_explanation_select_evidence (&explanation, line, lines);
      gint64 sum = 0;

      for (guint k = 0; k < evidence->len; k++)
        sum += ((TroupeLine *) evidence->pdata[k])->amount;
      g_assert_cmpint (sum, ==, line->amount);
      g_assert_cmpint (sum, ==, expected[i] * TROUPE_MICRO);
      g_assert_cmpuint (evidence->len, ==, line->rows);
    }
}

/* The rules of the month know the account as another creator's, at whose share nothing was settled. */
static void
test_moved (void)
{
  static const Case now = { { "contract", "term share=10" }, { "amount=7" } };
  static const Case then = { { "creator id=2 name=Momo", "account creator_id=2", "contract", "contract id=2 creator_id=2",
                               "term share=10", "term id=2 contract_id=2 share=50" }, { NULL } };
  g_autoptr(TroupeRuleSet) rules = read_rules (&now);
  g_autoptr(TroupeRuleSet) closed = read_rules (&then);
  g_autoptr(TroupeSettledStatement) settled = settle (&now, rules);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(GPtrArray) evidence = NULL;
  TroupeExplanation explanation = { closed, TROUPE_LANG_EN, NULL };

  g_ptr_array_add (lines, books_new_record ("line", now.lines[0]));
  evidence = troupe_explanation_select_evidence (&explanation, settled->lines->pdata[0], lines);
  g_assert_cmpuint (evidence->len, ==, 1);
}

/* A late line names the closed statement that it corrects. */
static void
test_late (void)
{
  static const Case self = { { "contract", "term share=50" }, { NULL } };
  g_autoptr(TroupeRuleSet) rules = read_rules (&self);
  g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(GArray) balances = g_array_new (FALSE, FALSE, sizeof (TroupeBalance));
  g_autoptr(TroupeSettlement) settlement = troupe_settlement_new (troupe_month_new (2026, 10), rules, balances, NULL);
  g_autoptr(GPtrArray) settled = NULL;
  g_autoptr(TroupeDerivation) why = NULL;
  TroupeExplanation explanation = { rules, TROUPE_LANG_EN, statements };
  AnyRecord line;

  g_ptr_array_add (statements, books_new_record ("statement", "id=77 number=AG-2026-09-0001"));
  troupe_settlement_add_closed (settlement, troupe_month_new (2026, 9), rules, statements);
  books_fill (&line, "line", "month=2026-09 day=2026-09-30 amount=3");
  g_assert_true (troupe_settlement_add_line (settlement, &line.line, NULL));
  settled = troupe_settlement_finish (settlement, NULL);
  why = troupe_explanation_derive_line (&explanation, ((TroupeSettledStatement *) settled->pdata[0])->lines->pdata[0]);
  g_assert_cmpstr (why->detail, ==, "Corrects statement AG-2026-09-0001. Line of 2026-09, at the rules of that month. "
                                    "Version 1, since 1 January 2025. The agency takes the rest");
  g_assert_cmpint (why->reference, ==, TROUPE_REFERENCE_STATEMENT);
  g_assert_cmpint (why->reference_id, ==, 77);
}

/* The opening balance names what it is the closing of, and payments stand one by one. */
static void
test_balance (void)
{
  static const struct { gint64 opening, paid; const char *state; gboolean known; const char *figure, *text; } balances[] = {
    { 250050, 0, "closed", TRUE, "opening",
      "Balance from before: 2,500.50\n"
      "    Sum of the lines below\n"
      "  Closing balance of statement AG-2026-07-0001: 2,000.50\n"
      "      2026-07\n"
      "  Opening balance of the books, 2026-09: 500.00\n"
      "      旧账\n" },
    { 0, 80000, "closed", TRUE, "paid",
      "Paid this month: 800.00\n"
      "    Sum of the lines below\n"
      "  2026-09-03: 1,000.00\n"
      "      bank, B-2210. Of statement AG-2026-07-0001\n"
      "  2026-10-20: −200.00\n"
      "      refund\n" },
    { 0, 70000, "draft", TRUE, "paid",
      "Paid this month: 700.00\n"
      "    Something has changed since: settle the month again\n"
      "  2026-09-03: 1,000.00\n"
      "      bank, B-2210. Of statement AG-2026-07-0001\n"
      "  2026-10-20: −200.00\n"
      "      refund\n" },
    { 0, 0, "closed", FALSE, "opening",
      "Balance from before: 0.00\n"
      "    No statement before, and no opening balance of the books\n" },
    { 0, 0, "closed", FALSE, "paid",
      "Paid this month: 0.00\n"
      "    No payment was made\n" },
  };
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  g_autoptr(GPtrArray) openings = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(GPtrArray) payments = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(TroupeStatement) before = books_new_record ("statement", "number=AG-2026-07-0001 month=2026-07 closing=2000.50");

  g_ptr_array_add (openings, books_new_record ("opening", "amount=500 month=2026-09 note=旧账"));
  g_ptr_array_add (payments, books_new_record ("payment", "amount=1000 day=2026-09-03 method=bank reference=B-2210 "
                                               "statement_id=900"));
  g_ptr_array_add (payments, books_new_record ("payment", "amount=-200 note=refund"));
  for (gsize i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      gboolean known = balances[i].known;
      TroupeExplanation explanation = { rules, TROUPE_LANG_EN, NULL, known ? before : NULL, openings, payments };
      TroupeStatement statement = { .currency = "CNY", .state = balances[i].state, .opening = balances[i].opening,
                                    .paid = balances[i].paid };
      g_autoptr(TroupeDerivation) why = NULL;
      g_autofree char *text = NULL;

      explanation.openings = known ? openings : none;
      explanation.payments = known ? payments : none;
      why = troupe_explanation_derive_figure (&explanation, &statement, none, balances[i].figure);
      text = troupe_derivation_to_text (why);
      g_assert_cmpstr (text, ==, balances[i].text);
    }
}

/* What a row says: its file's figure beside the difference, the fee it states, how it was split. */
static void
test_rows (void)
{
  static const struct { const char *settled, *line, *before, *detail; gint64 fee_before; } rows[] = {
    { "rows=1 per_line=0", "amount=10", NULL, "b.csv, row 2", TROUPE_NONE },
    { "rows=2 per_line=0", "amount=2 stated=12 revision=1 import_id=2", "amount=10 row=7",
      "b.csv, row 2: states 12.00, before 10.00 (a.csv, row 7)", TROUPE_NONE },
    { "rows=2 per_line=0", "amount=2 stated=12 revision=1 import_id=2 fee=1", "amount=10 row=7",
      "b.csv, row 2: states 12.00, before 10.00 (a.csv, row 7). Fee 1.00: states 5.00, before 4.00", 4 * TROUPE_MICRO },
    { "rows=2 per_line=0", "amount=-10 stated=0 revision=1", "amount=10", "b.csv, row 2: taken back, before 10.00", TROUPE_NONE },
    { "rows=2 per_line=0", "amount=10 fee=4", NULL, "b.csv, row 2. Fee 4.00", TROUPE_NONE },
    { "rows=2 per_line=1 fee=6", "amount=10.01 fee=3", NULL,
      "b.csv, row 2. Gross 10.01, fee 3.00, creator’s part 3.51", TROUPE_NONE },
    { "rows=2 per_line=1 fee_card_id=1 fee_share=10", "amount=10.05", NULL,
      "b.csv, row 2. Gross 10.05, fee 1.01, creator’s part 4.52", TROUPE_NONE },
    { "rows=2 per_line=1", "amount=0.03", NULL, "b.csv, row 2. Gross 0.03, creator’s part 0.02", TROUPE_NONE },
    { "rows=2 per_line=1 basis=gross share=35 fee_card_id=1 fee_share=50", "amount=33.33", NULL,
      "b.csv, row 2. Gross 33.33, fee 16.67, creator’s part 11.67", TROUPE_NONE },
    { "rows=2 per_line=1 exchange_rate=7.1234", "amount=10", NULL, "b.csv, row 2. Gross 71.23, creator’s part 35.62",
      TROUPE_NONE },
  };
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  TroupeExplanation explanation = { rules, TROUPE_LANG_EN };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AnyRecord settled, line, before;
      const TroupeLine *earlier = rows[i].before != NULL ? &before.line : NULL;
      TroupeEvidence evidence = { &line.line, "b.csv", earlier, "a.csv", rows[i].fee_before };
      g_autoptr(TroupeDerivation) why = NULL;

      books_fill (&settled, "statement_line", rows[i].settled);
      books_fill (&line, "line", rows[i].line);
      books_fill (&before, "line", rows[i].before != NULL ? rows[i].before : "");
      why = troupe_explanation_derive_evidence (&explanation, &settled.statement_line, &evidence);
      g_assert_cmpstr (why->detail, ==, rows[i].detail);
    }
}

/* What is not shown is counted and summed, so that the whole can be checked. */
static void
test_rest (void)
{
  g_autoptr(TroupeRuleSet) rules = troupe_rule_set_new ();
  TroupeExplanation explanation = { rules, TROUPE_LANG_EN };
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(TroupeDerivation) why = NULL;
  g_autofree char *text = NULL;
  AnyRecord settled;

  books_fill (&settled, "statement_line", "rows=3 per_line=1 amount=1.11 gross=1.11 creator=0.56");
  g_ptr_array_add (shown, books_new_record ("line", "amount=0.37"));
  why = troupe_explanation_derive_rest (&explanation, &settled.statement_line, shown);
  text = troupe_derivation_to_text (why);
  g_assert_cmpstr (text, ==, "and 2 more lines: 0.74 CNY\n    Gross 0.74, creator’s part 0.37\n");
  settled.statement_line.rows = 1;
  g_assert_null (troupe_explanation_derive_rest (&explanation, &settled.statement_line, shown));
}

/* An account that the closed month did not know is named all the same. */
static void
test_newer_account (void)
{
  static const Case now = { { "account id=1 handle=nanzhi", "contract", "term share=50" }, { "amount=7" } };
  static const Case then = { { "account id=2", "contract", "term share=50" }, { NULL } };
  g_autoptr(TroupeRuleSet) rules = read_rules (&now);
  g_autoptr(TroupeRuleSet) closed = read_rules (&then);
  g_autoptr(TroupeSettledStatement) settled = settle (&now, rules);
  const TroupeStatementLine *line = settled->lines->pdata[0];
  TroupeExplanation explanation = { closed, TROUPE_LANG_EN };
  g_autoptr(TroupeDerivation) why = NULL;

  troupe_explanation_complete_rules (closed, rules, line);
  g_assert_cmpuint (closed->accounts->len, ==, 2);
  g_assert_cmpint (troupe_record_get_id (closed->accounts->pdata[0]), ==, 1);   /* they stay sorted */
  g_assert_cmpuint (closed->terms->len, ==, 1);
  why = troupe_explanation_derive_line (&explanation, line);
  g_assert_cmpstr (why->label, ==, "Kuaishou, Gifts (nanzhi)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation/cases", test_cases);
  g_test_add_func ("/explanation/all", test_all);
  g_test_add_func ("/explanation/evidence", test_evidence);
  g_test_add_func ("/explanation/moved", test_moved);
  g_test_add_func ("/explanation/late", test_late);
  g_test_add_func ("/explanation/balance", test_balance);
  g_test_add_func ("/explanation/rows", test_rows);
  g_test_add_func ("/explanation/rest", test_rest);
  g_test_add_func ("/explanation/newer-account", test_newer_account);
  return g_test_run ();
}
