#include "troupe-bar-data.h"

#include "troupe-chart-month.h"

static TroupeBarData *
make_data (void)
{
  TroupeBarData *data = troupe_bar_data_new (troupe_chart_format_money, "CNY");

  troupe_bar_data_add_series (data, "Agency’s share", 1);
  troupe_bar_data_add_series (data, "Creators’ share", 2);
  troupe_bar_data_add_series (data, "Refunds", 4);
  troupe_bar_data_add_month (data, troupe_month_new (2026, 9), (gint64[]) { 63000000, 91000000, -1550 }, FALSE);
  troupe_bar_data_add_month (data, troupe_month_new (2026, 10), (gint64[]) { 100, 250, TROUPE_NONE }, TRUE);
  troupe_bar_data_add_month (data, troupe_month_new (2026, 11), (gint64[]) { TROUPE_NONE, TROUPE_NONE, TROUPE_NONE }, TRUE);

  return data;
}

static void
test_numbers (void)
{
  g_autoptr(TroupeBarData) data = make_data ();
  gint64 lowest, highest;

  troupe_bar_data_get_range (data, &lowest, &highest);
  g_assert_cmpint (lowest, ==, -1550);
  g_assert_cmpint (highest, ==, 154000000);   /* a refund stands below zero, it does not lower the stack */
  g_assert_cmpint (troupe_bar_data_get_total (data, 0), ==, 153998450);
  g_assert_cmpint (troupe_bar_data_get_total (data, 1), ==, 350);
  g_assert_cmpint (troupe_bar_data_get_total (data, 2), ==, TROUPE_NONE);
}

static void
test_describe (void)
{
  static const char *const expected[] = {
    "September 2026: Agency’s share 630,000.00, Creators’ share 910,000.00, Refunds −15.50, together 1,539,984.50",
    "October 2026, so far: Agency’s share 1.00, Creators’ share 2.50, Refunds –, together 3.50",
    "November 2026: Agency’s share –, Creators’ share –, Refunds –, together –",
  };
  g_autoptr(TroupeBarData) data = make_data ();

  for (guint at = 0; at < G_N_ELEMENTS (expected); at++)
    {
      g_autofree char *text = troupe_bar_data_describe (data, at);
      g_assert_cmpstr (text, ==, expected[at]);
    }
}

static void
test_table (void)
{
  g_autoptr(TroupeBarData) data = make_data ();
  g_autofree char *table = troupe_bar_data_to_table (data);

  g_assert_cmpstr (table, ==,
                   "Month\tAgency’s share\tCreators’ share\tRefunds\tTotal\n"
                   "2026-09\t630,000.00\t910,000.00\t−15.50\t1,539,984.50\n"
                   "2026-10\t1.00\t2.50\t–\t3.50\n"
                   "2026-11\t–\t–\t–\t–\n");
}

/* A single series is its own total. */
static void
test_single_series (void)
{
  g_autoptr(TroupeBarData) data = troupe_bar_data_new (troupe_chart_format_count, "diamond");
  g_autofree char *table = NULL, *text = NULL;

  troupe_bar_data_add_series (data, "Diamonds", 2);
  troupe_bar_data_add_month (data, troupe_month_new (2026, 1), (gint64[]) { 12500 }, FALSE);
  table = troupe_bar_data_to_table (data);
  text = troupe_bar_data_describe (data, 0);
  g_assert_cmpstr (table, ==, "Month\tDiamonds\n2026-01\t12,500\n");
  g_assert_cmpstr (text, ==, "January 2026: Diamonds 12,500");
}

static void
test_brief (void)
{
  static const struct { TroupeChartFormat format; const char *unit; gint64 value; const char *expected; } cases[] = {
    { troupe_chart_format_money, "CNY", 0, "0" },
    { troupe_chart_format_money, "CNY", 50000, "500" },
    { troupe_chart_format_money, "CNY", 50, "0.5" },
    { troupe_chart_format_money, "CNY", 100000, "1\u00a0k" },
    { troupe_chart_format_money, "CNY", 250000, "2.5\u00a0k" },
    { troupe_chart_format_money, "CNY", 300000000, "3\u00a0M" },
    { troupe_chart_format_money, "CNY", -200000000, "−2\u00a0M" },
    { troupe_chart_format_money, "CNY", 266858819, "2.7\u00a0M" },
    { troupe_chart_format_money, "CNY", G_GINT64_CONSTANT (150000000000), "1.5\u00a0bn" },
    { troupe_chart_format_money, "JPY", 3000000, "3\u00a0M" },
    { troupe_chart_format_money, "KWD", 3000000, "3\u00a0k" },
    { troupe_chart_format_money, "CNY", TROUPE_NONE, "–" },
    { troupe_chart_format_count, "diamond", 12500, "12.5\u00a0k" },
    { troupe_chart_format_count, NULL, 7, "7" },
    { troupe_chart_format_count, NULL, TROUPE_NONE, "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cases[i].format (cases[i].value, TRUE, cases[i].unit);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_months (void)
{
  static const struct { TroupeChartMonthForm form; const char *expected; } cases[] = {
    { TROUPE_CHART_MONTH_SHORT, "Jan" }, { TROUPE_CHART_MONTH_YEAR, "Jan 2026" }, { TROUPE_CHART_MONTH_LONG, "January 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_chart_month_format (troupe_month_new (2026, 1), cases[i].form);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar-data/numbers", test_numbers);
  g_test_add_func ("/bar-data/describe", test_describe);
  g_test_add_func ("/bar-data/table", test_table);
  g_test_add_func ("/bar-data/single-series", test_single_series);
  g_test_add_func ("/bar-data/brief", test_brief);
  g_test_add_func ("/bar-data/months", test_months);

  return g_test_run ();
}
