#include "print-table.h"
#include "sample-books.h"

#include "troupe-document-text.h"

#include <string.h>

static TroupeReport *
books_report (const Books *books,
              TroupeLang   lang,
              gboolean     legal_names)
{
  return troupe_statement_report_new (&(TroupeStatementSource) {
    .lang = lang, .agency = &books->agency, .statement = &books->statement, .lines = books->lines,
    .creator = &books->creator, .contract = &books->contract, .person = &books->person, .accounts = books->accounts,
    .terms = books->term_records, .payments = books->payments, .corrected = books->corrected,
    .zone = "Asia/Shanghai", .made = books->made,
    .legal_names = legal_names });
}

static void
test_tables (void)
{
  Books books;
  g_autoptr(TroupeReport) report = NULL;
  g_autofree char *text = NULL;

  books_init (&books, 0);
  report = books_report (&books, TROUPE_LANG_EN, FALSE);
  text = print_tables (report);
  g_assert_cmpstr (text, ==,
                   "income:\n"
                   "Douyin, gifts ~ nanzhi.sings · 10-01 – 10-31|148620.00|-74310.00|50|74310.00\n"
                   "Kuaishou, gifts ~ nanzhi.sings · 10-01 – 10-31|37458.40|-18729.20|50|18729.20\n"
                   "Douyin, commission ~ nanzhi.sings · 10-01 – 10-31|12846.50|-1284.65|10|11561.85\n"
                   "Sum|198924.90|-94323.85||104601.05\n"
                   "share:\n"
                   "Douyin, gifts ~ nanzhi.sings · clause 4.1|74310.00|55|40870.50\n"
                   "Kuaishou, gifts ~ nanzhi.sings · clause 4.1|18729.20|55|10301.06\n"
                   "Douyin, commission ~ nanzhi.sings · clause 4.3|11561.85|70|8093.30\n"
                   "Earned in October 2026|||59264.86\n"
                   "balance:\n"
                   "Balance from before|||1200.00\n"
                   "Earned this month|||59264.86\n"
                   "September 2026: Douyin, commission ~ corrects S-2026-09-007|-312.40|70|-218.68\n"
                   "Paid on 2026-10-12 ~ B-2210|||-1200.00\n"
                   "Closing balance|||59046.18\n"
                   "Payable|||59046.18\n");
  books_clear (&books);
}

/* The rows of the balance add up to the payable amount whatever happened. */
static void
test_balance (void)
{
  static const struct { gint64 opening, paid, minimum; const char *carry; } cases[] = {
    { 0, 0, TROUPE_NONE, NULL },
    { 120000, 120000, 0, NULL },
    { 0, 0, 6000000, "below the minimum payout of 60,000.00" },
    { -9000000, 0, 0, "the balance is negative" },
    { 500, 300000, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Books books;
      g_autoptr(TroupeReport) report = NULL;
      const TroupeTable *table;
      gint64 sum = 0;
      guint n;

      books_init (&books, 2);
      books.statement.opening = cases[i].opening;
      books.statement.paid = cases[i].paid;
      books.statement.minimum = cases[i].minimum;
      books.statement.closing = cases[i].opening + books.statement.earned + books.statement.corrections - cases[i].paid;
      books.statement.payable = cases[i].carry == NULL ? books.statement.closing : 0;
      report = books_report (&books, TROUPE_LANG_EN, FALSE);
      table = report->tables->pdata[2];
      n = troupe_table_get_n_rows (table);
      for (guint row = 0; row < n; row++)
        if (troupe_table_get_style (table, row) == TROUPE_ROW_PLAIN)
          sum += troupe_table_get_cell (table, row, table->n_columns - 1)->number;
      g_assert_cmpint (sum, ==, books.statement.payable);
      g_assert_cmpint (troupe_table_get_cell (table, n - 1, table->n_columns - 1)->number, ==, books.statement.payable);
      g_assert_cmpstr (troupe_table_get_cell (table, n - 2, 0)->note, ==, cases[i].carry);
      books_clear (&books);
    }
}

static const char *
find_text (const TroupeTable *table,
           guint              row,
           const char        *column)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].id, column))
      return troupe_table_get_cell (table, row, i)->text;
  g_assert_not_reached ();
}

/* A machine finds the account by what the platform's files call it, whether or not it has a name. */
static void
test_account (void)
{
  Books books;
  TroupeAccount named;

  books_init (&books, 0);
  named = books.account;
  named.id = 77;
  named.handle = "30714520";
  named.name = "南栀小号";
  g_ptr_array_add (books.accounts, &named);
  books.line_records[1].account_id = named.id;
  {
    g_autoptr(TroupeReport) report = books_report (&books, TROUPE_LANG_EN, FALSE);
    const TroupeTable *income = report->tables->pdata[0];

    g_assert_cmpstr (find_text (income, 0, "account"), ==, "nanzhi.sings");
    g_assert_cmpstr (find_text (income, 0, "account_name"), ==, NULL);
    g_assert_cmpstr (find_text (income, 1, "account"), ==, "30714520");
    g_assert_cmpstr (find_text (income, 1, "account_name"), ==, "南栀小号");
    g_assert_true (g_str_has_prefix (troupe_table_get_cell (income, 1, 0)->note, "南栀小号 · "));
  }
  books_clear (&books);
}

/* The same statement made a day later has the same checksum. */
static void
test_made_later (void)
{
  Books books;
  g_autoptr(TroupeReport) today = NULL;
  g_autoptr(TroupeReport) tomorrow = NULL;

  books_init (&books, 0);
  today = books_report (&books, TROUPE_LANG_EN, FALSE);
  books.made += 86400;
  tomorrow = books_report (&books, TROUPE_LANG_EN, FALSE);
  g_assert_cmpstr (today->checksum, ==, tomorrow->checksum);
  g_assert_cmpint (today->title.made, !=, tomorrow->title.made);
  books_clear (&books);
}

/* Each amount that has evidence leads to its statement line. */
static void
test_refs (void)
{
  Books books;
  g_autoptr(TroupeReport) report = NULL;
  guint found = 0;

  books_init (&books, 5);
  report = books_report (&books, TROUPE_LANG_ZH, FALSE);
  for (guint i = 0; i < report->tables->len; i++)
    {
      const TroupeTable *table = report->tables->pdata[i];

      for (guint k = 0; k < table->cells->len; k++)
        found += g_array_index (table->cells, TroupeCell, k).ref >= 9000;
    }
  g_assert_cmpuint (found, ==, 2 * 8 + 1);
  books_clear (&books);
}

static void
test_names (void)
{
  static const struct { const char *kind, *name, *masked; } cases[] = {
    { "person", "宋晚栀", "宋**" },
    { "person", "Song Wanzhi", "S*** W*****" },
    { "person", "Élan Ó Súil", "É*** Ó S***" },
    { "company", "南栀工作室", "南栀工作室" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TroupePerson person = { .kind = cases[i].kind, .name = cases[i].name };
      g_autofree char *masked = troupe_document_mask_name (&person);

      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

static const TroupeCell *
find_head (const TroupeReport *report,
           const char         *id)
{
  for (guint i = 0; i < report->head->len; i++)
    if (g_str_equal (g_array_index (report->head, TroupeFact, i).id, id))
      return &g_array_index (report->head, TroupeFact, i).value;
  g_assert_not_reached ();
}

static void
test_head (void)
{
  Books books;
  g_autoptr(TroupeReport) masked = NULL;
  g_autoptr(TroupeReport) open = NULL;

  books_init (&books, 0);
  masked = books_report (&books, TROUPE_LANG_ZH, FALSE);
  books.statement.state = "draft";
  open = books_report (&books, TROUPE_LANG_ZH, TRUE);
  g_assert_cmpstr (find_head (masked, "creator")->note, ==, "实名已隐藏：宋**");
  g_assert_cmpstr (find_head (open, "creator")->note, ==, "宋晚栀");
  g_assert_cmpstr (find_head (masked, "payee")->note, ==, "账户尾号 4471");
  g_assert_cmpstr (find_head (masked, "contract")->note, ==, "第 3 版，2026-05-01 起");   /* not when the contract began */
  g_assert_cmpstr (masked->highlight.value.note, ==, "大写：人民币伍万玖仟零肆拾陆元壹角捌分");
  g_assert_cmpstr (masked->title.subtitle, ==, "2026年10月");
  g_assert_cmpstr (open->title.subtitle, ==, "2026年10月 · 草稿");
  g_assert_cmpstr (find_head (masked, "number")->note, ==, "已结账");
  g_assert_cmpstr (masked->checksum, !=, open->checksum);
  books_clear (&books);
}

/* What makes up the gross adds up to it, in money and in per cent. */
static void
test_parts (void)
{
  Books books;
  g_autoptr(TroupeReport) report = NULL;
  static const char *const percents[] = { "29.8%", "22.8%", "47.4%" };
  gint64 sum = 0;

  books_init (&books, 0);
  report = books_report (&books, TROUPE_LANG_EN, FALSE);
  g_assert_cmpuint (report->parts->len, ==, G_N_ELEMENTS (percents));
  for (guint i = 0; i < report->parts->len; i++)
    {
      const TroupeCell *value = &g_array_index (report->parts, TroupePart, i).fact.value;

      sum += value->number;
      g_assert_cmpstr (value->note, ==, percents[i]);
    }
  g_assert_cmpint (sum, ==, report->whole.value.number);
  books_clear (&books);
}

/* The version is the contract's in the month, whatever the terms that only add something say of themselves. */
static void
test_version (void)
{
  static const struct { TroupeTerm terms[2]; const char *note; } cases[] = {
    { { { .contract_id = 6, .version = 1 }, { .id = 31, .contract_id = 6, .version = 1 } }, "Version 1, since 2025-05-01" },
    { { { .contract_id = 6, .version = 2 }, { .id = 31, .contract_id = 6, .version = 1 } }, "Version 2, since 2025-05-01" },
    { { { .contract_id = 6, .version = 2 }, { .id = 31, .contract_id = 7, .version = 3 } }, "Version 2, since 2025-05-01" },
    { { { .contract_id = 6, .version = 2 }, { .id = 31, .contract_id = 6, .version = 3 } }, "Version 3, since 2026-03-15" },
    { { { .contract_id = 6, .version = 2 }, { .id = 31, .contract_id = 6, .version = 3, .start_day = 1 } },
      "Version 2, since 2025-05-01" },
    { { { .contract_id = 7 }, { .contract_id = 7 } }, "since 2025-05-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Books books;
      g_autoptr(TroupeReport) report = NULL;
      const TroupeFact *fact;

      books_init (&books, 0);
      for (int k = 0; k < 2; k++)
        {
          books.terms[k] = cases[i].terms[k];
          books.terms[k].type = &TROUPE_TERM;
        }
      books.terms[0].start_day = troupe_day_new (2025, 5, 1);
      books.terms[1].start_day = cases[i].terms[1].start_day != 0 ? troupe_day_new (2026, 11, 1) : troupe_day_new (2026, 3, 15);
      report = books_report (&books, TROUPE_LANG_EN, FALSE);
      for (guint k = 0; k < report->head->len; k++)
        {
          fact = &g_array_index (report->head, TroupeFact, k);
          if (g_str_equal (fact->id, "contract"))
            g_assert_cmpstr (fact->value.note, ==, cases[i].note);
        }
      books_clear (&books);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/statement/tables", test_tables);
  g_test_add_func ("/report/statement/version", test_version);
  g_test_add_func ("/report/statement/balance", test_balance);
  g_test_add_func ("/report/statement/account", test_account);
  g_test_add_func ("/report/statement/made-later", test_made_later);
  g_test_add_func ("/report/statement/refs", test_refs);
  g_test_add_func ("/report/statement/names", test_names);
  g_test_add_func ("/report/statement/head", test_head);
  g_test_add_func ("/report/statement/parts", test_parts);
  return g_test_run ();
}
