#include "troupe-chart-scale.h"

static void
test_cases (void)
{
  static const struct { gint64 lowest, highest, low, high, step; } cases[] = {
    { 0, 0, 0, 4, 1 },
    { 0, 1, 0, 1, 1 },
    { 0, 3, 0, 3, 1 },
    { 0, 5, 0, 6, 2 },
    { 0, 292000000, 0, 300000000, 100000000 },
    { 0, 300000000, 0, 300000000, 100000000 },
    { 0, 5880000, 0, 6000000, 2000000 },
    { 0, 10000, 0, 10000, 5000 },
    { -1, 0, -1, 0, 1 },
    { -700, 0, -800, 0, 200 },
    { -150, 350, -200, 400, 200 },
    { -1, 1000, -500, 1000, 500 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeChartScale scale;

      troupe_chart_scale_init (&scale, cases[i].lowest, cases[i].highest);
      g_assert_cmpint (scale.low, ==, cases[i].low);
      g_assert_cmpint (scale.high, ==, cases[i].high);
      g_assert_cmpint (scale.step, ==, cases[i].step);
    }
}

/* Whatever the values: zero and both ends are on the scale, it has few lines and wastes little. */
static void
test_properties (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 lowest = -((gint64) (guint32) g_test_rand_int () >> g_test_rand_int_range (0, 32)) * (i % 3 == 0);
      gint64 highest = (gint64) ((guint32) g_test_rand_int () >> g_test_rand_int_range (0, 32)) * (i % 5 != 0 ? 1000 : 0);
      TroupeChartScale scale;

      troupe_chart_scale_init (&scale, lowest, highest);
      g_assert_cmpint (scale.low, <=, lowest);
      g_assert_cmpint (scale.high, >=, highest);
      g_assert_cmpint (scale.low % scale.step, ==, 0);
      g_assert_cmpint (scale.high % scale.step, ==, 0);
      g_assert_cmpint (troupe_chart_scale_get_n_lines (&scale), >=, 2);
      g_assert_cmpint (troupe_chart_scale_get_n_lines (&scale), <=, 6);
      if (highest > 0)
        g_assert_cmpint (scale.high - highest, <, scale.step);
    }
}

static void
test_map (void)
{
  TroupeChartScale scale;

  troupe_chart_scale_init (&scale, -100, 300);
  g_assert_cmpint (troupe_chart_scale_map (&scale, scale.high, 170), ==, 0);
  g_assert_cmpint (troupe_chart_scale_map (&scale, scale.low, 170), ==, 170);
  g_assert_cmpint (troupe_chart_scale_map (&scale, 0, 200), ==, 150);
  g_assert_cmpint (troupe_chart_scale_map (&scale, 150, 200), ==, 75);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-scale/cases", test_cases);
  g_test_add_func ("/chart-scale/properties", test_properties);
  g_test_add_func ("/chart-scale/map", test_map);

  return g_test_run ();
}
