#include "print-table.h"

#include "sample-books.h"

#include <string.h>

/* Two creators, one of them with a statement in another currency, beside a smaller month. */
typedef struct
{
  Books                  october, september, abroad;
  TroupeAccount          unknown[2];
  TroupeCreator          creators[2];
  TroupeSettledStatement settled[3];
  GPtrArray             *now, *before, *names, *accounts;
  GArray                *waiting;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  books_init (&fixture->october, 0);
  books_init (&fixture->september, 2);
  books_init (&fixture->abroad, 0);
  fixture->creators[0] = fixture->october.creator;
  fixture->creators[1] = (TroupeCreator) { .id = 2, .name = "Lan" };
  fixture->abroad.statement.creator_id = 2;
  fixture->abroad.statement.currency = "USD";
  fixture->now = g_ptr_array_new ();
  fixture->before = g_ptr_array_new ();
  fixture->names = g_ptr_array_new ();
  fixture->accounts = g_ptr_array_new ();
  fixture->waiting = g_array_new (FALSE, FALSE, sizeof (TroupeWaitingTotal));
  for (int i = 0; i < 2; i++)
    {
      fixture->unknown[i] = (TroupeAccount) { &TROUPE_ACCOUNT, .id = 40 + i, .platform = i == 0 ? "douyin" : "tiktok",
                                              .handle = i == 0 ? "xinlu.live" : "xinlu" };
      g_ptr_array_add (fixture->accounts, &fixture->unknown[i]);
    }
  for (int i = 0; i < 3; i++)
    {
      Books *books[] = { &fixture->october, &fixture->abroad, &fixture->september };

      fixture->settled[i] = (TroupeSettledStatement) { &books[i]->statement, books[i]->lines };
      g_ptr_array_add (i < 2 ? fixture->now : fixture->before, &fixture->settled[i]);
    }
  for (int i = 0; i < 2; i++)
    g_ptr_array_add (fixture->names, &fixture->creators[i]);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  books_clear (&fixture->october);
  books_clear (&fixture->september);
  books_clear (&fixture->abroad);
  g_ptr_array_unref (fixture->now);
  g_ptr_array_unref (fixture->before);
  g_ptr_array_unref (fixture->names);
  g_ptr_array_unref (fixture->accounts);
  g_array_unref (fixture->waiting);
}

static TroupeReport *
make_report (Fixture    *fixture,
             TroupeLang  lang)
{
  return troupe_month_report_new (&(TroupeMonthSource) {
    .lang = lang, .agency = &fixture->october.agency, .month = OCTOBER, .settled = fixture->now,
    .before = fixture->before, .creators = fixture->names,
    .accounts = fixture->accounts, .waiting = fixture->waiting, .zone = "Asia/Shanghai", .made = 1793692800 });
}

static void
test_tables (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(TroupeReport) report = make_report (fixture, TROUPE_LANG_EN);
  g_autofree char *text = print_tables (report);

  /* The dollars follow in tables of the same form. */
  *strstr (text, "Sum|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|0.00") = '\0';
  g_assert_cmpstr (text, ==,
                   "currency:\n"
                   "CNY|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|45337.19\n"
                   "USD|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|0.00\n"
                   "creator:\n"
                   "南栀晚唱|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|45337.19\n"
                   "Sum|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|45337.19\n"
                   "platform:\n"
                   "Douyin|161466.50|-75594.65|85871.85|48963.80|36908.05|22.86|36908.05\n"
                   "Kuaishou|37458.40|-18729.20|18729.20|10301.06|8428.14|22.5|8429.14\n"
                   "Sum|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|45337.19\n"
                   "kind:\n"
                   "Gifts|186078.40|-93039.20|93039.20|51171.56|41867.64|22.5|41867.64\n"
                   "Commission|12846.50|-1284.65|11561.85|8093.30|3468.55|27|3468.55\n"
                   "Platform tasks|0.00|0.00|0.00|0.00|0.00||1.00\n"
                   "Sum|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|45337.19\n"
                   "correction:\n"
                   "南栀晚唱|-347.11|34.71|-312.40|-218.68|-93.72||-93.72\n"
                   "Sum|-347.11|34.71|-312.40|-218.68|-93.72||-93.72\n"
                   "creator-USD:\n"
                   "Lan|198924.90|-94323.85|104601.05|59264.86|45336.19|22.79|0.00\n");
}

/* Every table of a currency has the same sums, and each row splits its gross without a rest. */
static void
test_identities (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(TroupeReport) report = make_report (fixture, TROUPE_LANG_ZH);
  enum { GROSS = 2, FEE, POOL, CREATORS, AGENCY };

  for (guint i = 1; i < report->tables->len; i++)   /* what stands first adds no currencies up */
    {
      const TroupeTable *table = report->tables->pdata[i];
      guint n = troupe_table_get_n_rows (table);
      gint64 sums[AGENCY + 1] = { 0 };

      for (guint row = 0; row < n; row++)
        {
          gint64 cells[AGENCY + 1];

          for (int column = GROSS; column <= AGENCY; column++)
            {
              cells[column] = troupe_table_get_cell (table, row, column)->number;
              sums[column] += row + 1 < n ? cells[column] : -cells[column];
            }
          g_assert_cmpint (cells[GROSS] + cells[FEE], ==, cells[POOL]);
          g_assert_cmpint (cells[CREATORS] + cells[AGENCY], ==, cells[POOL]);
        }
      for (int column = GROSS; column <= AGENCY; column++)
        g_assert_cmpint (sums[column], ==, 0);
    }
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(TroupeReport) report = NULL;

  g_ptr_array_set_size (fixture->now, 0);
  g_ptr_array_set_size (fixture->before, 0);
  report = make_report (fixture, TROUPE_LANG_EN);
  g_assert_cmpuint (report->tables->len, ==, 0);
  g_assert_cmpint (report->highlight.value.number, ==, 0);
}

/* The bills of the platforms are what is booked and what waits, so both are named. */
static void
test_waiting (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { TroupeWaitingTotal totals[3]; const char *text; } cases[] = {
    { { { 40, "CNY", 12345678, 3 }, { 40, "USD", -500000, 1 }, { 41, "diamond", 2500000000, 20 } },
      "waiting:\n"
      "Douyin ~ xinlu.live|3|CNY|12.345678\n"
      "Douyin ~ xinlu.live|1|USD|-0.50\n"
      "TikTok ~ xinlu|20|diamonds|2500\n"
      "Sum|24||\n" },
    { { { 40, "CNY", 12340000, 3 }, { 41, "CNY", 10000, 1 } },
      "waiting:\n"
      "Douyin ~ xinlu.live|3|CNY|12.34\n"
      "TikTok ~ xinlu|1|CNY|0.01\n"
      "Sum|4|CNY|12.35\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeReport) report = NULL;
      g_autofree char *text = NULL;
      guint n = 0;

      while (n < 3 && cases[i].totals[n].unit != NULL)
        n++;
      g_array_set_size (fixture->waiting, 0);
      g_array_append_vals (fixture->waiting, cases[i].totals, n);
      report = make_report (fixture, TROUPE_LANG_EN);
      text = print_tables (report);
      g_assert_cmpstr (strstr (text, "waiting:\n"), ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/month/tables", Fixture, NULL, set_up, test_tables, tear_down);
  g_test_add ("/report/month/identities", Fixture, NULL, set_up, test_identities, tear_down);
  g_test_add ("/report/month/waiting", Fixture, NULL, set_up, test_waiting, tear_down);
  g_test_add ("/report/month/empty", Fixture, NULL, set_up, test_empty, tear_down);
  return g_test_run ();
}
