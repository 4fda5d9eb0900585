#include "troupe-decimal.h"

#include "troupe-error.h"

#include <string.h>

static void
test_divide (void)
{
  static const struct { gint64 numerator, denominator, expected; } cases[] = {
    { 0, 7, 0 }, { 1, 2, 1 }, { 1, 3, 0 }, { 2, 3, 1 }, { 3, 2, 2 }, { 5, 2, 3 }, { 7, 2, 4 },
    { 4, 9, 0 }, { 5, 9, 1 }, { 14, 10, 1 }, { 15, 10, 2 }, { 25, 10, 3 }, { 2399, 100, 24 },
    { G_MAXINT64, 1, G_MAXINT64 }, { G_MAXINT64, 2, G_MAXINT64 / 2 + 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 n = cases[i].numerator, d = cases[i].denominator;

      g_assert_cmpint (troupe_divide_half_up (n, d), ==, cases[i].expected);
      g_assert_cmpint (troupe_divide_half_up (-n, d), ==, -cases[i].expected);
      g_assert_cmpint (troupe_divide_half_up (n, -d), ==, -cases[i].expected);
      g_assert_cmpint (troupe_divide_half_up (-n, -d), ==, cases[i].expected);
    }
}

/* Negative amounts mirror positive ones, and no result is more than half a unit away. */
static void
test_divide_symmetric (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 n = (gint64) g_test_rand_int () * g_test_rand_int_range (1, 100000);
      gint64 d = g_test_rand_int_range (1, 100000);
      gint64 quotient = troupe_divide_half_up (n, d);

      g_assert_cmpint (troupe_divide_half_up (-n, d), ==, -quotient);
      g_assert_cmpint (ABS ((quotient * d - n) * 2), <=, d);
    }
}

static void
test_scale (void)
{
  /* beyond 64 bits on the way, inside them at the end */
  g_assert_cmpint (troupe_scale (G_MAXINT64, 10000, 10000), ==, G_MAXINT64);
  g_assert_cmpint (troupe_scale (G_MAXINT64, TROUPE_RATE_ONE, 2 * TROUPE_RATE_ONE), ==, G_MAXINT64 / 2 + 1);
  g_assert_cmpint (troupe_scale (3333, 3500, 10000), ==, 1167);
  g_assert_cmpint (troupe_scale (-3333, 3500, 10000), ==, -1167);
}

static void
test_parse (void)
{
  static const struct { const char *text; int places; gint64 value, cut; } cases[] = {
    { "0", 6, 0, 0 },
    { "-0.0", 6, 0, 0 },
    { "12.5", 2, 1250, 0 },
    { "+12.5", 2, 1250, 0 },
    { ".5", 2, 50, 0 },
    { "5.", 2, 500, 0 },
    { "-0.01", 2, -1, 0 },
    { "007", 0, 7, 0 },
    { "1.2e-3", 6, 1200, 0 },
    { "1.5E3", 0, 1500, 0 },
    { "0.0000005", 6, 0, 500000 },        /* half to even */
    { "0.0000015", 6, 2, -500000 },
    { "0.0000025", 6, 2, 500000 },
    { "0.00000050001", 6, 1, -499990 },
    { "-0.0000015", 6, -2, 500000 },
    { "0.9999999", 6, 1000000, -100000 },
    { "9.5", 0, 10, -500000000000 },
    { "8.5", 0, 8, 500000000000 },
    { "0.0000000000000001", 6, 0, 1 },    /* finer than the cut is measured, yet not exact */
    { "0.9999999999999999", 6, 1000000, -1 },
    { "1e-1000", 6, 0, 1 },
    { "0e99999", 6, 0, 0 },
    { "9223372036854775807", 0, G_MAXINT64, 0 },
    { "-9223372036854775807", 0, -G_MAXINT64, 0 },
    { "9223372036854.775807", 6, G_MAXINT64, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 value, cut;

      g_assert_true (troupe_decimal_parse (cases[i].text, cases[i].places, &value, &cut, &error));
      g_assert_no_error (error);
      g_assert_cmpint (value, ==, cases[i].value);
      g_assert_cmpint (cut, ==, cases[i].cut);
      g_assert_true (troupe_decimal_parse (cases[i].text, cases[i].places, &value, NULL, &error));
      g_assert_cmpint (value, ==, cases[i].value);
    }
}

/* A digit far beyond what is kept still breaks a tie. */
static void
test_parse_long_tail (void)
{
  g_autofree char *zeros = g_strnfill (80, '0');
  g_autofree char *tie = g_strconcat ("0.5", zeros, NULL);
  g_autofree char *above = g_strconcat (tie, "1", NULL);
  g_autofree char *large = g_strconcat ("1", zeros, NULL);
  g_autoptr(GError) error = NULL;
  gint64 value;

  g_assert_true (troupe_decimal_parse (tie, 0, &value, NULL, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_true (troupe_decimal_parse (above, 0, &value, NULL, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_false (troupe_decimal_parse (large, 0, &value, NULL, &error));
  g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
}

static void
test_parse_refuses (void)
{
  static const char *const texts[] = {
    "", " ", "-", ".", "e5", "1e", "1e+", "1,000", "1 ", " 1", "--1", "1.2.3", "12a", "０", "−1", "0x10", "nan", "inf",
    "9223372036854775808", "-9223372036854775808", "9223372036854775807.5", "1e30", "1e10000",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 value = 42, cut = 43;

      g_assert_false (troupe_decimal_parse (texts[i], 0, &value, &cut, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
      g_assert_nonnull (strstr (error->message, texts[i]));
      g_assert_cmpint (value, ==, 42);
      g_assert_cmpint (cut, ==, 43);
      g_assert_false (troupe_decimal_parse (texts[i], 0, &value, &cut, NULL));
    }
}

static void
test_format (void)
{
  static const struct { gint64 value; int places, min_places; const char *expected; } cases[] = {
    { 0, 6, 0, "0" },
    { 0, 2, 2, "0.00" },
    { 1, 2, 2, "0.01" },
    { -1, 6, 0, "-0.000001" },
    { 1250, 2, 0, "12.5" },
    { 1250, 2, 2, "12.50" },
    { 5000000, 6, 2, "5.00" },
    { 5000, 6, 2, "0.005" },
    { 100, 0, 0, "100" },
    { G_MAXINT64, 9, 0, "9223372036.854775807" },
    { G_MININT64, 0, 0, "-9223372036854775808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_decimal_format (cases[i].value, cases[i].places, cases[i].min_places);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      guint64 bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      gint64 value = bits >> g_test_rand_int_range (1, 64);
      int places = g_test_rand_int_range (0, 13);
      g_autofree char *text = NULL;
      gint64 back, cut;

      value = i & 1 ? -value : value;
      text = troupe_decimal_format (value, places, g_test_rand_int_range (0, 4));
      g_assert_true (troupe_decimal_parse (text, places, &back, &cut, NULL));
      g_assert_cmpint (back, ==, value);
      g_assert_cmpint (cut, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decimal/divide", test_divide);
  g_test_add_func ("/decimal/divide-symmetric", test_divide_symmetric);
  g_test_add_func ("/decimal/scale", test_scale);
  g_test_add_func ("/decimal/parse", test_parse);
  g_test_add_func ("/decimal/parse-long-tail", test_parse_long_tail);
  g_test_add_func ("/decimal/parse-refuses", test_parse_refuses);
  g_test_add_func ("/decimal/format", test_format);
  g_test_add_func ("/decimal/round-trip", test_round_trip);

  return g_test_run ();
}
