#include "troupe-money.h"

#include "troupe-error.h"
#include "troupe-share.h"

static void
test_exponent (void)
{
  static const struct { const char *code; int expected; } cases[] = {
    { "CNY", 2 }, { "USD", 2 }, { "AED", 2 }, { "ZWG", 2 }, { "JPY", 0 }, { "XPF", 0 }, { "KWD", 3 }, { "TND", 3 },
    { NULL, -1 }, { "", -1 }, { "CN", -1 }, { "CNYX", -1 }, { "cny", -1 }, { "NY ", -1 }, { "diamond", -1 }, { "XXX", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (troupe_currency_exponent (cases[i].code), ==, cases[i].expected);
  g_assert_cmpint (troupe_currency_minor ("JPY"), ==, 1);
  g_assert_cmpint (troupe_currency_minor ("CNY"), ==, 100);
  g_assert_cmpint (troupe_currency_minor ("KWD"), ==, 1000);
}

static void
test_from_micros (void)
{
  static const struct { gint64 micros; const char *currency; gint64 expected; } cases[] = {
    { 0, "CNY", 0 }, { 4999, "CNY", 0 }, { 5000, "CNY", 1 }, { 15000, "CNY", 2 }, { 14999, "CNY", 1 },
    { 1234567890, "CNY", 123457 }, { 499999, "JPY", 0 }, { 500000, "JPY", 1 }, { 499, "KWD", 0 }, { 500, "KWD", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (troupe_money_from_micros (cases[i].micros, cases[i].currency), ==, cases[i].expected);
      g_assert_cmpint (troupe_money_from_micros (-cases[i].micros, cases[i].currency), ==, -cases[i].expected);
    }
  /* a million diamonds at 0.005: one sum, one rounding, nothing lost */
  g_assert_cmpint (troupe_money_from_micros ((TroupeWide) 5000 * 1000000, "USD"), ==, 500000);
  /* a sum beyond 64 bits of micros is still an amount */
  g_assert_cmpint (troupe_money_from_micros ((TroupeWide) G_MAXINT64 * 1000, "CNY"), ==, 922337203685477581);
}

static void
test_format (void)
{
  static const struct { gint64 minor; const char *currency, *plain, *pretty; } cases[] = {
    { 0, "CNY", "0.00", "0.00" },
    { 5, "CNY", "0.05", "0.05" },
    { -5, "CNY", "-0.05", "−0.05" },
    { 99999, "CNY", "999.99", "999.99" },
    { 100000, "CNY", "1000.00", "1,000.00" },
    { -123456789, "CNY", "-1234567.89", "−1,234,567.89" },
    { 1234567, "JPY", "1234567", "1,234,567" },
    { 1234567, "KWD", "1234.567", "1,234.567" },
  };
  g_autofree char *none = troupe_money_format (TROUPE_NONE, "CNY");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = troupe_money_to_string (cases[i].minor, cases[i].currency);
      g_autofree char *pretty = troupe_money_format (cases[i].minor, cases[i].currency);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (pretty, ==, cases[i].pretty);
    }
  g_assert_cmpstr (none, ==, "–");
}

static void
test_micros (void)
{
  static const struct { gint64 micros; const char *unit, *expected; } cases[] = {
    { 5000, "USD", "0.005" }, { 5000000, "USD", "5.00" }, { 1234000000, "diamond", "1,234" },
    { -1500000, "CNY", "−1.50" }, { 1000000, "JPY", "1" }, { TROUPE_NONE, "CNY", "–" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_micros_format (cases[i].micros, cases[i].unit);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_parse (void)
{
  static const char *const currencies[] = { "CNY", "JPY", "KWD" };
  static const char *const refused[] = { "12.345", "0.001", "12.3400000000000001", "1,000.00", "−1", "", "12 CNY" };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor;

      g_assert_false (troupe_money_parse (refused[i], "CNY", &minor, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
    }
  for (int i = 0; i < 9000; i++)
    {
      gint64 minor = (gint64) (gint32) g_test_rand_int () * g_test_rand_int_range (1, 1000), back;
      g_autofree char *text = troupe_money_to_string (minor, currencies[i % 3]);

      g_assert_true (troupe_money_parse (text, currencies[i % 3], &back, NULL));
      g_assert_cmpint (back, ==, minor);
    }
}

static void
test_read (void)
{
  static const struct { const char *text; gint64 minor; } cases[] = {
    { "44408.5", 4440850 }, { "−44,408.50", -4440850 }, { "1,234", 123400 }, { "1 234 567.8", 123456780 }, { "５０", 5000 },
    { "0.10", 10 }, { " 7 ", 700 },
  };
  static const char *const refused[] = {
    "1,2", "0,1", "12,34", "1,2345", ",123", "1,234,56", "1.5,000", "", "-", "\xff", "0.001",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 minor;

      g_assert_true (troupe_money_read (cases[i].text, "CNY", &minor, NULL));
      g_assert_cmpint (minor, ==, cases[i].minor);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 minor;

      g_assert_false (troupe_money_read (refused[i], "CNY", &minor, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
    }
}

static void
test_capitals (void)
{
  static const struct { gint64 minor; const char *expected; } cases[] = {
    { 0, "零元整" },
    { 1, "壹分" },
    { 10, "壹角整" },
    { 12, "壹角贰分" },
    { 100, "壹元整" },
    { 101, "壹元零壹分" },
    { 1000, "壹拾元整" },
    { 100530, "壹仟零伍元叁角整" },
    { 140950, "壹仟肆佰零玖元伍角整" },
    { 600714, "陆仟零柒元壹角肆分" },
    { 1640902, "壹万陆仟肆佰零玖元零贰分" },
    { 32556, "叁佰贰拾伍元伍角陆分" },
    { 1000000, "壹万元整" },
    { 1000100, "壹万零壹元整" },
    { 1100000, "壹万壹仟元整" },
    { 10000000000, "壹亿元整" },
    { 10000000500, "壹亿零伍元整" },
    { 10005000000, "壹亿零伍万元整" },
    { 20000100000, "贰亿零壹仟元整" },
    { 123456789012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分" },
    { -100530, "负壹仟零伍元叁角整" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_money_capitals (cases[i].minor);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_share (void)
{
  static const struct { gint64 amount, share, expected; } cases[] = {
    { 10000, 5000, 5000 }, { 3333, 1500, 500 }, { 3333, 5000, 1667 }, { 1, 5000, 1 }, { 1, 3500, 0 },
    { 5580, 1000, 558 }, { 5022, 3000, 1507 }, { 12345, 0, 0 }, { 12345, TROUPE_SHARE_WHOLE, 12345 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (troupe_share_of (cases[i].amount, cases[i].share), ==, cases[i].expected);
      g_assert_cmpint (troupe_share_of (-cases[i].amount, cases[i].share), ==, -cases[i].expected);
    }
}

static void
test_share_text (void)
{
  static const struct { const char *text; gint64 share; const char *shown; } cases[] = {
    { "0", 0, "0%" }, { "50", 5000, "50%" }, { "52.5%", 5250, "52.5%" }, { " 33.33 % ", 3333, "33.33%" },
    { "100%", 10000, "100%" }, { "0.01", 1, "0.01%" },
  };
  static const char *const refused[] = { "", "%", "5%%", "-1", "100.01", "33.333", "0.00000000000001", "half", "0.5.1%" };
  g_autofree char *none = troupe_share_format (TROUPE_NONE);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = NULL;
      gint64 share;

      g_assert_true (troupe_share_parse (cases[i].text, &share, NULL));
      g_assert_cmpint (share, ==, cases[i].share);
      shown = troupe_share_format (share);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 share = 7;

      g_assert_false (troupe_share_parse (refused[i], &share, &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
      g_assert_cmpint (share, ==, 7);
    }
  g_assert_cmpstr (none, ==, "–");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/exponent", test_exponent);
  g_test_add_func ("/money/from-micros", test_from_micros);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/micros", test_micros);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/read", test_read);
  g_test_add_func ("/money/capitals", test_capitals);
  g_test_add_func ("/share/of", test_share);
  g_test_add_func ("/share/text", test_share_text);

  return g_test_run ();
}
