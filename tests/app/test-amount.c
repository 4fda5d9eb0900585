#include "troupe-amount.h"

#include <gtk/gtk.h>

static void
test_change (void)
{
  static const struct { gint64 now, before; const char *expected; } cases[] = {
    { 1076, 1000, "+7.6%" },
    { 1000, 1000, "±0.0%" },
    { 924, 1000, "−7.6%" },
    { 3000, 1000, "+200.0%" },
    { 0, 1000, "−100.0%" },
    { 10004, 10000, "±0.0%" },
    { 10005, 10000, "+0.1%" },
    /* out of a loss: better is up, though the number divided by is negative */
    { 500, -1000, "+150.0%" },
    { -1500, -1000, "−50.0%" },
    { 5, 0, NULL },
    { TROUPE_NONE, 1000, NULL },
    { 1000, TROUPE_NONE, NULL },
    /* a large agency's yen */
    { G_GINT64_CONSTANT (9000000000000000), G_GINT64_CONSTANT (8000000000000000), "+12.5%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_amount_format_change (cases[i].now, cases[i].before);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_part (void)
{
  static const struct { gint64 part, whole; const char *expected; } cases[] = {
    { 342, 1000, "34.2%" },
    { 1, 3, "33.3%" },
    { 2, 3, "66.7%" },
    { 1000, 1000, "100.0%" },
    { 0, 1000, "0.0%" },
    { -50, 1000, "−5.0%" },
    { 1, 0, NULL },
    { TROUPE_NONE, 10, NULL },
    { 10, TROUPE_NONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_amount_format_part (cases[i].part, cases[i].whole);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_dates (void)
{
  g_autofree char *month = troupe_amount_format_month (troupe_month_new (2026, 10));
  g_autofree char *day = troupe_amount_format_day (troupe_day_new (2026, 10, 5));
  g_autofree char *leap = troupe_amount_format_day (troupe_day_new (2028, 2, 29));

  g_assert_cmpstr (month, ==, "October 2026");
  g_assert_cmpstr (day, ==, "5 October 2026");
  g_assert_cmpstr (leap, ==, "29 February 2028");
}

/* In a window that reads from right to left numbers are marked, and nothing else is. */
static void
test_order (void)
{
  static const struct { const char *text, *right_to_left; } cases[] = {
    { "\u22121,234.50", "\u200e\u22121,234.50" }, { "+7.6%", "\u200e+7.6%" }, { "±0.0%", "\u200e±0.0%" },
    { "2026-11-02 08:41", "\u200e2026-11-02 08:41" }, { "南枝", "南枝" }, { "–", "–" }, { "", "" }, { NULL, NULL },
  };

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      gboolean reversed = i % 2 == 1;
      g_autofree char *kept = NULL;

      gtk_widget_set_default_direction (reversed ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      kept = troupe_amount_keep_order (g_strdup (cases[i / 2].text));
      g_assert_cmpstr (kept, ==, reversed ? cases[i / 2].right_to_left : cases[i / 2].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/amount/change", test_change);
  g_test_add_func ("/amount/part", test_part);
  g_test_add_func ("/amount/dates", test_dates);
  g_test_add_func ("/amount/order", test_order);
  return g_test_run ();
}
