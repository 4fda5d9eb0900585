#include "troupe-clock.h"

#include "troupe-error.h"

static void
test_known_days (void)
{
  static const struct { int year, month, day; TroupeDay expected; } cases[] = {
    { 1970, 1, 1, 0 }, { 1969, 12, 31, -1 }, { 2000, 2, 29, 11016 }, { 2000, 3, 1, 11017 }, { 2026, 10, 31, 20757 },
    { 0, 1, 1, -719528 }, { 9999, 12, 31, 2932896 },
    { 2026, 2, 29, TROUPE_NONE }, { 2100, 2, 29, TROUPE_NONE }, { 2026, 4, 31, TROUPE_NONE }, { 2026, 0, 1, TROUPE_NONE },
    { 2026, 13, 1, TROUPE_NONE }, { 2026, 1, 0, TROUPE_NONE }, { 2026, 1, 32, TROUPE_NONE }, { -1, 1, 1, TROUPE_NONE },
    { 10000, 1, 1, TROUPE_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (troupe_day_new (cases[i].year, cases[i].month, cases[i].day), ==, cases[i].expected);
}

/* Every day of 1600 to 2400: it splits, joins, prints and parses to itself, as GLib's calendar says. */
static void
test_every_day (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1600);
  for (TroupeDay day = troupe_day_new (1600, 1, 1); day <= troupe_day_new (2400, 12, 31); day++, g_date_add_days (&date, 1))
    {
      g_autofree char *text = troupe_day_to_string (day);
      TroupeDay parsed;
      int y, m, d;

      troupe_day_split (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (&date));
      g_assert_cmpint (m, ==, g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (troupe_day_new (y, m, d), ==, day);
      g_assert_true (troupe_day_parse (text, &parsed, NULL));
      g_assert_cmpint (parsed, ==, day);
    }
}

/* Months follow each other without gap or overlap and read back from their text. */
static void
test_months (void)
{
  for (TroupeMonth month = troupe_month_new (1600, 1); month <= troupe_month_new (2400, 12); month++)
    {
      g_autofree char *text = troupe_month_to_string (month);
      TroupeMonth parsed;

      g_assert_cmpint (troupe_month_get_last (month) + 1, ==, troupe_month_get_first (month + 1));
      g_assert_cmpint (troupe_day_get_month (troupe_month_get_first (month)), ==, month);
      g_assert_cmpint (troupe_day_get_month (troupe_month_get_last (month)), ==, month);
      g_assert_true (troupe_month_parse (text, &parsed, NULL));
      g_assert_cmpint (parsed, ==, month);
    }
  g_assert_cmpint (troupe_day_get_month (TROUPE_NONE), ==, TROUPE_NONE);
}

typedef gboolean (*Parse) (const char *text, gint64 *ret_value, GError **error);

static void
test_within (void)
{
  static const struct { TroupeDay day, first, last; gboolean within; } cases[] = {
    { 10, 10, 12, TRUE }, { 12, 10, 12, TRUE }, { 9, 10, 12, FALSE }, { 13, 10, 12, FALSE },
    { 13, 10, TROUPE_NONE, TRUE }, { 9, 10, TROUPE_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (troupe_day_is_within (cases[i].day, cases[i].first, cases[i].last), ==, cases[i].within);
}

static void
test_refuses (void)
{
  static const struct { Parse parse; const char *text; } cases[] = {
    { troupe_day_parse, "" }, { troupe_day_parse, "2026-10-32" }, { troupe_day_parse, "2026-02-29" },
    { troupe_day_parse, "2026/10/31" }, { troupe_day_parse, "2026-1-1" }, { troupe_day_parse, "2026-10-31 " },
    { troupe_day_parse, "-026-10-31" }, { troupe_day_parse, "2026-+1-01" }, { troupe_day_parse, "31.10.2026" },
    { troupe_month_parse, "" }, { troupe_month_parse, "2026-00" }, { troupe_month_parse, "2026-13" },
    { troupe_month_parse, "2026-1" }, { troupe_month_parse, "2026-10-31" }, { troupe_month_parse, "202610" },
    { troupe_time_parse, "" }, { troupe_time_parse, "2026-10-31T24:00:00Z" }, { troupe_time_parse, "2026-10-31T09:60:00Z" },
    { troupe_time_parse, "2026-10-31T09:20:60Z" }, { troupe_time_parse, "2026-10-31 09:20:00Z" },
    { troupe_time_parse, "2026-10-32T09:20:00Z" }, { troupe_time_parse, "2026-10-31T09:20:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 value = 42;

      g_assert_false (cases[i].parse (cases[i].text, &value, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
      g_assert_cmpint (value, ==, 42);
    }
  g_assert_null (troupe_day_to_string (TROUPE_NONE));
  g_assert_null (troupe_month_to_string (TROUPE_NONE));
  g_assert_null (troupe_time_to_string (TROUPE_NONE));
}

static void
test_times (void)
{
  static const struct { gint64 seconds; const char *text; } cases[] = {
    { 0, "1970-01-01T00:00:00Z" }, { -1, "1969-12-31T23:59:59Z" }, { -86400, "1969-12-31T00:00:00Z" },
    { 86399, "1970-01-01T23:59:59Z" }, { 1793438400, "2026-10-31T09:20:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_time_to_string (cases[i].seconds);
      gint64 seconds;

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_true (troupe_time_parse (text, &seconds, NULL));
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_clock (void)
{
  g_autoptr(TroupeClock) fixed = troupe_clock_new_fixed (1793438400);
  g_autoptr(TroupeClock) real = troupe_clock_new ();
  gint64 before = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (troupe_clock_get_time (fixed), ==, 1793438400);
  g_assert_cmpint (troupe_clock_get_day (fixed), ==, troupe_day_new (2026, 10, 31));
  g_assert_cmpint (troupe_clock_get_time (real), >=, before);
  /* a desk is at most a day away from UTC */
  g_assert_cmpint (ABS (troupe_clock_get_day (real) - before / 86400), <=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/known-days", test_known_days);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/within", test_within);
  g_test_add_func ("/day/refuses", test_refuses);
  g_test_add_func ("/day/times", test_times);
  g_test_add_func ("/day/clock", test_clock);

  return g_test_run ();
}
