#include "troupe-amount-text.h"
#include "troupe-cell-text.h"
#include "troupe-currency-text.h"
#include "troupe-day-text.h"
#include "troupe-error.h"

#include <string.h>

static void
test_amount (void)
{
  static const struct { const char *text; gint64 micros; } cases[] = {
    { "0", 0 }, { "12", 12000000 }, { "-12.5", -12500000 }, { "+3", 3000000 }, { "007.50", 7500000 },
    { "1234.567891", 1234567891 }, { ".5", 500000 }, { "5.", 5000000 },
    { "1,234.50", 1234500000 }, { "1,234,567", 1234567000000 }, { "12,345.6", 12345600000 },
    { "1.000.000", 1000000000000 }, { "0E-18", 0 }, { "1.5E3", 1500000000 },
    { "１２．５", 12500000 }, { "－１２．５", -12500000 }, { "（1,234.56）", -1234560000 }, { "(1,234.56)", -1234560000 },
    { "−8", -8000000 }, { "–8", -8000000 }, { "¥12.00", 12000000 }, { "￥12.00", 12000000 }, { "-¥12", -12000000 },
    { "¥-12", -12000000 }, { "$1,000", 1000000000 }, { "US$3", 3000000 }, { "R$ 3", 3000000 }, { "USD 12.5", 12500000 },
    { "12.5 CNY", 12500000 }, { "人民币12.5元", 12500000 },
    { "($5)", -5000000 }, { "(-5)", -5000000 }, { "12元", 12000000 }, { "3.2万", 32000000000 },
    { "1.5亿", 150000000000000 }, { "42370音浪", 42370000000 }, { "12 diamonds", 12000000 }, { "1 234.5", 1234500000 },
    { "", TROUPE_NONE }, { " ", TROUPE_NONE }, { "-", TROUPE_NONE }, { "/", TROUPE_NONE }, { "—", TROUPE_NONE },
    { "N/A", TROUPE_NONE },
    { "548.58000000000004", 548580000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TroupeAmountNotes notes;
      gint64 value;

      if (!troupe_amount_read (cases[i].text, TROUPE_AMOUNT_MICROS, &value, &notes, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      if (value != cases[i].micros)
        g_error ("%s: %" G_GINT64_FORMAT, cases[i].text, value);
    }
}

static void
test_amount_form (void)
{
  TroupeAmountNotes notes;
      gint64 value;

  /* 分, and a German table */
  g_assert_true (troupe_amount_read ("5195", (TroupeAmountForm) { 4, '.' }, &value, &notes, NULL));
  g_assert_cmpint (value, ==, 51950000);
  g_assert_true (troupe_amount_read ("-1.234,5", (TroupeAmountForm) { 6, ',' }, &value, &notes, NULL));
  g_assert_cmpint (value, ==, -1234500000);
  g_assert_true (troupe_amount_read ("0.0000005", TROUPE_AMOUNT_MICROS, &value, &notes, NULL));
  g_assert_cmpint (value, ==, 0);
  g_assert_cmpint (notes.cut, ==, 500000);
  g_assert_true (troupe_amount_read ("(0.0000015)", TROUPE_AMOUNT_MICROS, &value, &notes, NULL));
  g_assert_cmpint (value, ==, -2);
  g_assert_cmpint (notes.cut, ==, 500000);
}

/* What the text says beside the number, and what it may be besides. */
static void
test_amount_notes (void)
{
  static const struct { const char *text, *units; gboolean parted, doubtful; } cases[] = {
    { "12.5", NULL, FALSE, FALSE }, { "45.000", NULL, FALSE, TRUE }, { "-45.000", NULL, FALSE, TRUE },
    { "0.125", NULL, FALSE, FALSE }, { "1234.567", NULL, FALSE, FALSE }, { "1.000.000", NULL, TRUE, FALSE },
    { "1,234.567", NULL, FALSE, FALSE }, { "45,000", NULL, FALSE, FALSE },
    { "R$ 45.000", "BRL", FALSE, TRUE },
    { "¥12", "CNY JPY", FALSE, FALSE }, { "US$3", "USD", FALSE, FALSE }, { "12.5 eur", "EUR", FALSE, FALSE },
    { "RMB 3元", "CNY HKD TWD", FALSE, FALSE }, { "42370音浪", "sound_wave", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeAmountNotes notes;
      gint64 value;

      g_assert_true (troupe_amount_read (cases[i].text, TROUPE_AMOUNT_MICROS, &value, &notes, NULL));
      if (g_strcmp0 (notes.units, cases[i].units) != 0 || notes.parted != cases[i].parted ||
          notes.doubtful != cases[i].doubtful)
        g_error ("%s: %s, %d, %d", cases[i].text, notes.units, notes.parted, notes.doubtful);
    }
}

static void
test_amount_refuses (void)
{
  static const struct { const char *text, *message; } cases[] = {
    { "12,5O", "the amount “12,5O” is not a number" },
    { "12,5", "the amount “12,5” is not a number" },
    { "1,23,456", "the amount “1,23,456” is not a number" },
    { "131.77(已退款89.84)", "the amount “131.77(已退款89.84)” carries a remark; write the amount alone" },
    { "131.77（已退款89.84）", "the amount “131.77（已退款89.84）” carries a remark; write the amount alone" },
    { "=1+1", "the amount “=1+1” is not a number" },
    { "#REF!", "the amount “#REF!” is not a number" },
    { "--5", "the amount “--5” is not a number" },
    { "12%", "the amount “12%” is not a number" },
    { "1e30", "the amount “1e30” is too large" },
    { "1.2.3", "the amount “1.2.3” is not a number" },
    { "TRUE", "the amount “TRUE” is not a number" },
    { "(5", "the amount “(5” is not a number" },
    { "5-", "the amount “5-” is not a number" },
    { "nan", "the amount “nan” is not a number" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      TroupeAmountNotes notes;
      gint64 value;

      if (troupe_amount_read (cases[i].text, TROUPE_AMOUNT_MICROS, &value, &notes, &error))
        g_error ("%s was read as %" G_GINT64_FORMAT, cases[i].text, value);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_day (void)
{
  static const struct { const char *text; TroupeDayOrder order; const char *day; } cases[] = {
    { "2026-10-31", 0, "2026-10-31" }, { "2026-10-31 09:20:00", 0, "2026-10-31" }, { "2026-10-31T09:20:00Z", 0, "2026-10-31" },
    { "2026/10/31", 0, "2026-10-31" }, { "2026/1/3 9:30", 0, "2026-01-03" }, { "2026.10.31", 0, "2026-10-31" },
    { "20261031", 0, "2026-10-31" }, { "Sun Aug 23 2026", 0, "2026-08-23" }, { "Jun 7, 2020", 0, "2020-06-07" },
    { "7 Jun 2020", 0, "2020-06-07" }, { "07-Jun-20", 0, "2020-06-07" }, { "Sept 4, 2020", 0, "2020-09-04" },
    { "2026年7月6日", 0, "2026-07-06" }, { "2023-08-05 00:11:00 (UTC+0)", 0, "2023-08-05" },
    { "2026年7月6日 上午9时5分30秒", 0, "2026-07-06" }, { "2026/7/6 下午 9:05", 0, "2026-07-06" },
    { "31/10/2026", 0, "2026-10-31" }, { "10/31/2026", 0, "2026-10-31" }, { "3/3/2026", 0, "2026-03-03" },
    { "03/04/2026", TROUPE_DAY_ORDER_DAY_FIRST, "2026-04-03" }, { "03/04/2026", TROUPE_DAY_ORDER_MONTH_FIRST, "2026-03-04" },
    { "1/1/20 4:49am", 0, "2020-01-01" }, { "1/7/20 1:35pm", TROUPE_DAY_ORDER_MONTH_FIRST, "2020-01-07" },
    { "", 0, NULL }, { "-", 0, NULL }, { "/", 0, NULL }, { "  ", 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      TroupeDay day;

      if (!troupe_day_read (cases[i].text, cases[i].order, &day, &error))
        g_error ("%s: %s", cases[i].text, error->message);
      text = troupe_day_to_string (day);
      g_assert_cmpstr (text, ==, cases[i].day);
    }
}

static void
test_day_refuses (void)
{
  static const char *const texts[] = {
    "2026-13-01", "2026-02-30", "31/31/2026", "yesterday", "5小时前", "2026", "2026-10", "20261332", "Foo 3 2026", "45000",
    "2026-10-31x", "2026-10-31 午夜", "12:30", "1/2", "2026-10-31 to 2026-11-02",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      TroupeDay day;

      if (troupe_day_read (texts[i], TROUPE_DAY_ORDER_DAY_FIRST, &day, &error))
        g_error ("%s was read", texts[i]);
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_NUMBER);
    }
}

/* Without an order a day that can be read two ways is not guessed at. */
static void
test_day_ambiguous (void)
{
  g_autoptr(GError) error = NULL;
  gboolean matters;
  TroupeDay day;

  g_assert_false (troupe_day_read ("03/04/2026", TROUPE_DAY_ORDER_UNKNOWN, &day, &error));
  g_assert_cmpstr (error->message, ==, "“03/04/2026” may begin with the day or with the month; write it like 2026-10-31");
  g_assert_cmpint (troupe_day_tell_order ("03/04/2026", &matters), ==, TROUPE_DAY_ORDER_UNKNOWN);
  g_assert_true (matters);
  g_assert_cmpint (troupe_day_tell_order ("13/04/2026", &matters), ==, TROUPE_DAY_ORDER_DAY_FIRST);
  g_assert_cmpint (troupe_day_tell_order ("04/13/2026", &matters), ==, TROUPE_DAY_ORDER_MONTH_FIRST);
  g_assert_cmpint (troupe_day_tell_order ("2026-04-03", &matters), ==, TROUPE_DAY_ORDER_UNKNOWN);
  g_assert_false (matters);
}

static void
test_period (void)
{
  static const struct { const char *text, *first, *last; } cases[] = {
    { "2026-07-01 ~ 2026-07-06", "2026-07-01", "2026-07-06" },
    { "2025.11.25 ~ 2026.11.30", "2025-11-25", "2026-11-30" },
    { "2026/07/01-2026/07/06", "2026-07-01", "2026-07-06" },
    { "2026-07-01-2026-07-06", "2026-07-01", "2026-07-06" },
    { "20260701-20260706", "2026-07-01", "2026-07-06" },
    { "2026-07-01—2026-07-06", "2026-07-01", "2026-07-06" },
    { "Jul 1, 2026 - Jul 6, 2026", "2026-07-01", "2026-07-06" },
    { "2026/07/01-soon", NULL, NULL },
    { "2026/07/01 - 2026/07/06", "2026-07-01", "2026-07-06" },
    { "2026-07-01至2026-07-06", "2026-07-01", "2026-07-06" },
    { "2026-07", "2026-07-01", "2026-07-31" },
    { "202602", "2026-02-01", "2026-02-28" },
    { "2026年7月", "2026-07-01", "2026-07-31" },
    { "2026-07-03", "2026-07-03", "2026-07-03" },
    { "2026-07-06 ~ 2026-07-01", NULL, NULL },
    { "last week", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first_text = NULL, *last_text = NULL;
      TroupeDay first, last;

      if (!troupe_period_read (cases[i].text, TROUPE_DAY_ORDER_UNKNOWN, &first, &last, NULL))
        {
          g_assert_null (cases[i].first);
          continue;
        }
      first_text = troupe_day_to_string (first);
      last_text = troupe_day_to_string (last);
      g_assert_cmpstr (first_text, ==, cases[i].first);
      g_assert_cmpstr (last_text, ==, cases[i].last);
    }
}

/* The ends of a period have one order, and either may prove it. */
static void
test_period_order (void)
{
  static const struct { const char *text; TroupeDayOrder order; gboolean matters; } cases[] = {
    { "10/01/2026 ~ 10/20/2026", TROUPE_DAY_ORDER_MONTH_FIRST, TRUE },
    { "01/10/2026-20/10/2026", TROUPE_DAY_ORDER_DAY_FIRST, TRUE },
    { "13/10/2026", TROUPE_DAY_ORDER_DAY_FIRST, FALSE },
    { "01/10/2026 ~ 02/10/2026", TROUPE_DAY_ORDER_UNKNOWN, TRUE },
    { "2026-10-01 ~ 2026-10-20", TROUPE_DAY_ORDER_UNKNOWN, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean matters;

      g_assert_cmpint (troupe_period_tell_order (cases[i].text, &matters), ==, cases[i].order);
      g_assert_cmpint (matters, ==, cases[i].matters);
    }
}

/* A sign that several currencies share names none. */
static void
test_currency (void)
{
  static const struct { const char *text, *code; } cases[] = {
    { "CNY", "CNY" }, { " usd ", "USD" }, { "人民币", "CNY" }, { "RMB", "CNY" }, { "美元", "USD" }, { "US$", "USD" },
    { "港币", "HKD" }, { "€", "EUR" }, { "ＪＰＹ", "JPY" }, { "$", NULL }, { "¥", NULL }, { "", NULL }, { "diamond", NULL },
    { "XXQ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (troupe_currency_read (cases[i].text), ==, cases[i].code);
}

static void
test_duration (void)
{
  static const struct { const char *text; int each; gint64 seconds; } cases[] = {
    { "23h 7m 8s", 1, 83228 }, { "12h 30m", 1, 45000 }, { "12.5h", 1, 45000 }, { "11小时17分钟40秒", 1, 40660 },
    { "0:13:29", 1, 809 }, { "7d", 1, 604800 }, { "45", 1, 45 }, { "1.5", 3600, 5400 }, { "90 min", 1, 5400 },
    { "", 1, TROUPE_NONE }, { "-", 1, TROUPE_NONE },
    { "12x", 1, -1 }, { "h", 1, -1 }, { "1:2", 1, -1 }, { "5 7h", 1, -1 }, { "从未开播", 1, -1 }, { "1:99:00", 1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seconds;

      if (!troupe_duration_read (cases[i].text, cases[i].each, &seconds, NULL))
        seconds = -1;
      if (seconds != cases[i].seconds)
        g_error ("%s: %" G_GINT64_FORMAT, cases[i].text, seconds);
    }
}

static void
test_cell (void)
{
  static const struct { const char *raw, *text, *id; } cases[] = {
    { "plain", "plain", "plain" }, { "  padded ", "padded", "padded" }, { "69178\t", "69178", "69178" },
    { "\t69178", "69178", "69178" }, { "'69178", "'69178", "69178" }, { "'quoted'", "'quoted'", "'quoted'" },
    { "=\"00123\"", "00123", "00123" }, { "\302\240x\343\200\200", "x", "x" }, { "\357\273\277Date", "Date", "Date" },
    { "'", "'", "'" }, { "", "", "" }, { " ", "", "" }, { "=1+1", "=1+1", "=1+1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = g_strdup (cases[i].raw), *other = g_strdup (cases[i].raw);
      TroupeCell text = { one, strlen (one), TROUPE_CELL_TEXT }, id = { other, strlen (other), TROUPE_CELL_TEXT };

      troupe_cell_trim (&text);
      troupe_cell_trim_id (&id);
      g_assert_cmpstr (text.text, ==, cases[i].text);
      g_assert_cmpint (text.length, ==, strlen (cases[i].text));
      g_assert_cmpstr (id.text, ==, cases[i].id);
    }
}

static void
test_canonical (void)
{
  static const char *const cases[][2] = { { "a  b", "a b" }, { "e\314\201", "é" }, { "主播 甲", "主播 甲" }, { "a\r\nb", "a b" } };
  g_autoptr(GString) scratch = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeCell cell = { (char *) cases[i][0], strlen (cases[i][0]), TROUPE_CELL_TEXT };
      g_assert_cmpstr (troupe_cell_canonical (&cell, scratch), ==, cases[i][1]);
    }
}

static void
test_rounded (void)
{
  static const struct { const char *text; TroupeCellKind kind; gboolean rounded; } cases[] = {
    { "7.12345678901235E+18", TROUPE_CELL_TEXT, TRUE }, { "7.12E+18", TROUPE_CELL_TEXT, TRUE },
    { "7123456789012350000", TROUPE_CELL_NUMBER, TRUE }, { "7359112345678903719", TROUPE_CELL_TEXT, FALSE },
    { "123456789012345", TROUPE_CELL_NUMBER, FALSE }, { "abcE+18", TROUPE_CELL_TEXT, FALSE }, { "", TROUPE_CELL_TEXT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeCell cell = { (char *) cases[i].text, strlen (cases[i].text), cases[i].kind };
      g_assert_cmpint (troupe_cell_is_rounded (&cell), ==, cases[i].rounded);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/amount", test_amount);
  g_test_add_func ("/value/amount-form", test_amount_form);
  g_test_add_func ("/value/amount-notes", test_amount_notes);
  g_test_add_func ("/value/amount-refuses", test_amount_refuses);
  g_test_add_func ("/value/day", test_day);
  g_test_add_func ("/value/day-refuses", test_day_refuses);
  g_test_add_func ("/value/day-ambiguous", test_day_ambiguous);
  g_test_add_func ("/value/period", test_period);
  g_test_add_func ("/value/period-order", test_period_order);
  g_test_add_func ("/value/currency", test_currency);
  g_test_add_func ("/value/duration", test_duration);
  g_test_add_func ("/value/cell", test_cell);
  g_test_add_func ("/value/canonical", test_canonical);
  g_test_add_func ("/value/rounded", test_rounded);

  return g_test_run ();
}
