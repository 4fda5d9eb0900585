#include "troupe-split.h"

#include <string.h>

#include "troupe-exact.h"

#define MOST 8

static gsize
read_numbers (const char *text,
              gint64      numbers[MOST])
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  gsize n = 0;

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      {
        g_assert_cmpuint (n, <, MOST);
        numbers[n++] = g_ascii_strtoll (*word, NULL, 10);
      }
  return n;
}

static void
split (const char   *how,
       gint64        amount,
       const gint64 *numbers,
       gsize         n,
       gint64       *parts)
{
  gint64 shares[MOST], days[MOST];

  for (gsize i = 0; i < n / 2; i++)
    {
      shares[i] = numbers[i * 2];
      days[i] = numbers[i * 2 + 1];
    }
  if (g_str_equal (how, "shares"))
    troupe_split_by_shares (amount, numbers, n, parts);
  else if (g_str_equal (how, "weights"))
    troupe_split_by_weights (amount, numbers, n, parts);
  else if (g_str_equal (how, "days"))
    parts[0] = troupe_split_by_days (amount, numbers[0], numbers[1]);
  else if (g_str_equal (how, "weighted"))
    parts[0] = troupe_split_day_weighted (amount, shares, days, n / 2);
  else
    g_assert_not_reached ();
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "settlement", "splits.txt", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto(GStrv) words = g_strsplit_set (*line, " :=", 3);
      const char *numbers = strchr (*line, ':'), *results = strchr (*line, '=');
      g_autofree char *given = NULL;
      gint64 in[MOST], expected[MOST], parts[MOST] = { 0 };
      gsize n, n_expected;

      if (**line == '#' || **line == '\0')
        continue;
      given = g_strndup (numbers + 1, results - numbers - 1);
      n = read_numbers (given, in);
      n_expected = read_numbers (results + 1, expected);
      split (words[0], g_ascii_strtoll (words[1], NULL, 10), in, n, parts);
      g_test_message ("%s", *line);
      for (gsize i = 0; i < n_expected; i++)
        g_assert_cmpint (parts[i], ==, expected[i]);
    }
}

static gint64
random_amount (void)
{
  return (gint64) (gint32) g_test_rand_int () * g_test_rand_int_range (1, 100000);
}

/* Whatever the amount, the parts sum to it and a refund mirrors them. */
static void
test_sums (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gsize n = g_test_rand_int_range (1, MOST + 1);
      gint64 amount = random_amount (), sum = 0, mirrored[MOST], parts[MOST], numbers[MOST];

      for (gsize k = 0; k < n; k++)
        numbers[k] = g_test_rand_int_range (k == 0, TROUPE_SHARE_WHOLE);
      split (i % 2 ? "shares" : "weights", amount, numbers, n, parts);
      split (i % 2 ? "shares" : "weights", -amount, numbers, n, mirrored);
      for (gsize k = 0; k < n; k++)
        {
          sum += parts[k];
          g_assert_cmpint (parts[k], ==, -mirrored[k]);
        }
      g_assert_cmpint (sum, ==, amount);
    }
}

/* creator + agency = pool, pool + fee = gross, whoever is residual, and the creator is never more than
 * one minor unit from the exact share. */
static void
test_pool (void)
{
  for (int i = 0; i < 20000; i++)
    {
      TroupeSplitRule rule = { .share = g_test_rand_int_range (0, TROUPE_SHARE_WHOLE + 1),
                               .fee_share = i % 3 ? g_test_rand_int_range (0, TROUPE_SHARE_WHOLE + 1) : TROUPE_NONE,
                               .of_gross = i & 1, .creator_residual = i & 2 };
      TroupeSplit split_up = { .gross = random_amount () };
      TroupeSplit back;
      gint64 basis;

      split_up.fee = rule.fee_share != TROUPE_NONE ? troupe_share_of (split_up.gross, rule.fee_share)
                                                   : random_amount () / 1000;
      back = (TroupeSplit) { .gross = -split_up.gross, .fee = -split_up.fee };
      g_assert_true (troupe_split_pool (&split_up, &rule));
      g_assert_true (troupe_split_pool (&back, &rule));
      basis = rule.of_gross ? split_up.gross : split_up.pool;
      g_assert_cmpint (split_up.gross - split_up.fee, ==, split_up.pool);
      g_assert_cmpint (split_up.creator + split_up.agency, ==, split_up.pool);
      g_assert_cmpint (ABS (split_up.creator - troupe_share_of (basis, rule.share)), <=, 1);
      g_assert_cmpint (split_up.creator + back.creator, ==, 0);
      g_assert_cmpint (split_up.agency + back.agency, ==, 0);
    }
}

static void
test_overflow (void)
{
  TroupeSplitRule rule = { .share = 0, .fee_share = TROUPE_NONE };
  TroupeSplit split_up = { .gross = G_MAXINT64, .fee = -1 };
  TroupeWide wide = (TroupeWide) G_MAXINT64 * G_MAXINT64;
  gint64 quotient;

  g_assert_false (troupe_split_pool (&split_up, &rule));
  g_assert_false (troupe_exact_multiply (&wide, 3));
  g_assert_true (wide == (TroupeWide) G_MAXINT64 * G_MAXINT64);
  g_assert_true (troupe_exact_multiply (&wide, -1));
  g_assert_false (troupe_exact_divide (wide, G_MAXINT64, &quotient));
  g_assert_true (troupe_exact_divide (wide / 2, G_MAXINT64, &quotient));
  g_assert_cmpint (quotient, ==, -(G_MAXINT64 / 2));
}

static void
test_format (void)
{
  static const struct { gint64 value; int places, min; const char *text; } formats[] = {
    { 0, 4, 2, "0.00" }, { 1234565, 3, 2, "1,234.565" }, { 12345600, 4, 2, "1,234.56" }, { -5, 3, 2, "−0.005" },
    { 7123400000, 9, 0, "7.1234" }, { 1000000000, 9, 0, "1" }, { -1234567, 0, 0, "−1,234,567" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = troupe_exact_format (formats[i].value, formats[i].places, formats[i].min);

      g_assert_cmpstr (text, ==, formats[i].text);
    }
}

/* One form whatever the figure is, so that a column reads straight. */
static void
test_ratio (void)
{
  static const struct { gint64 share; const char *text; } ratios[] = {
    { 0, "0.0%" }, { 5000, "50.0%" }, { 4250, "42.5%" }, { 3337, "33.4%" }, { 3335, "33.4%" }, { -1, "0.0%" }, { -120, "-1.2%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autofree char *text = troupe_share_format_ratio (ratios[i].share);

      g_assert_cmpstr (text, ==, ratios[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split/vectors", test_vectors);
  g_test_add_func ("/split/sums", test_sums);
  g_test_add_func ("/split/pool", test_pool);
  g_test_add_func ("/split/overflow", test_overflow);
  g_test_add_func ("/split/format", test_format);
  g_test_add_func ("/split/ratio", test_ratio);
  return g_test_run ();
}
