/* The charts as a keyboard, a screen reader and a layout meet them. */
#include "troupe-bar-chart.h"
#include "troupe-chart-legend.h"
#include "troupe-share-bar.h"
#include "troupe-sparkline.h"

static TroupeBarData *
make_data (guint n_series,
           guint n_months)
{
  TroupeBarData *data = troupe_bar_data_new (troupe_chart_format_money, "CNY");
  gint64 values[TROUPE_BAR_DATA_MOST_SERIES];

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("Series %u", i + 1);

      troupe_bar_data_add_series (data, name, i + 1);
      values[i] = (i == 2 ? -1 : 1) * (gint64) (i + 1) * 100000;
    }
  for (guint at = 0; at < n_months; at++)
    troupe_bar_data_add_month (data, troupe_month_new (2025, 11) + at, values, at + 1 == n_months);

  return data;
}

static void
run_idle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 5;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

/* A window of this width that shows the widget; gtk_window_destroy() frees both. */
static GtkWindow *
show_in_window (GtkWidget *widget,
                int        width)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, 300);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);

  return GTK_WINDOW (window);
}

static GPtrArray *
list_children (GtkWidget  *parent,
               const char *css_name)
{
  GPtrArray *found = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), css_name))
      g_ptr_array_add (found, child);

  return found;
}

static graphene_rect_t
get_bounds (GtkWidget *widget,
            GtkWidget *chart)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, chart, &bounds));
  return bounds;
}

static void
test_accessible (void)
{
  g_autoptr(TroupeBarData) data = make_data (3, 12);
  GtkWidget *chart = troupe_bar_chart_new ();
  g_autoptr(GPtrArray) bars = NULL;
  GtkWindow *window;

  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
  window = show_in_window (chart, 900);
  bars = list_children (chart, "bar");
  gtk_test_accessible_assert_role (chart, GTK_ACCESSIBLE_ROLE_LIST);
  g_assert_cmpint (bars->len, ==, 12);
  for (guint at = 0; at < bars->len; at++)
    {
      g_autofree char *name = troupe_bar_data_describe (data, at);

      gtk_test_accessible_assert_role (bars->pdata[at], GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (bars->pdata[at], GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      gtk_test_accessible_assert_relation (bars->pdata[at], GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) at + 1);
      gtk_test_accessible_assert_relation (bars->pdata[at], GTK_ACCESSIBLE_RELATION_SET_SIZE, 12);
    }
  gtk_window_destroy (window);
}

/* What stands where: from the zero line up in stack order with gaps, refunds below it, equal heights
 * for equal amounts, and no bar over another. */
static void
test_stack (void)
{
  g_autoptr(TroupeBarData) data = make_data (4, 6);
  GtkWidget *chart = troupe_bar_chart_new ();
  g_autoptr(GPtrArray) bars = NULL, lines = NULL, segments = NULL;
  graphene_rect_t first, second, third, fourth, zero = GRAPHENE_RECT_INIT_ZERO;
  GtkWindow *window;

  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
  window = show_in_window (chart, 700);
  bars = list_children (chart, "bar");
  lines = list_children (chart, "line");
  segments = list_children (bars->pdata[1], "segment");
  for (guint i = 0; i < lines->len; i++)
    if (gtk_widget_has_css_class (lines->pdata[i], "zero"))
      zero = get_bounds (lines->pdata[i], chart);
  first = get_bounds (segments->pdata[0], chart);
  second = get_bounds (segments->pdata[1], chart);
  third = get_bounds (segments->pdata[2], chart);
  fourth = get_bounds (segments->pdata[3], chart);

  g_assert_cmpfloat (first.origin.y + first.size.height, ==, zero.origin.y);
  g_assert_cmpfloat (second.origin.y + second.size.height + 2, ==, first.origin.y);
  g_assert_cmpfloat (third.origin.y, ==, zero.origin.y);
  g_assert_cmpfloat (fourth.origin.y + fourth.size.height + 2, ==, second.origin.y);
  g_assert_cmpfloat (ABS (second.size.height + 2 - 2 * first.size.height), <=, 2);
  g_assert_true (gtk_widget_has_css_class (segments->pdata[3], "top"));
  g_assert_true (gtk_widget_has_css_class (segments->pdata[2], "bottom"));
  for (guint at = 1; at < bars->len; at++)
    {
      graphene_rect_t before = get_bounds (bars->pdata[at - 1], chart), bar = get_bounds (bars->pdata[at], chart);

      g_assert_cmpfloat (before.origin.x + before.size.width, ==, bar.origin.x);
    }
  gtk_window_destroy (window);
}

/* Wide or narrow, left-to-right or not: everything visible lies inside the chart. */
static void
test_fits (void)
{
  static const struct { guint n_series, n_months; int width; GtkTextDirection direction; } cases[] = {
    { 3, 12, 900, GTK_TEXT_DIR_LTR }, { 3, 12, 336, GTK_TEXT_DIR_LTR }, { 8, 24, 300, GTK_TEXT_DIR_LTR },
    { 1, 1, 200, GTK_TEXT_DIR_LTR }, { 3, 12, 336, GTK_TEXT_DIR_RTL }, { 8, 24, 1600, GTK_TEXT_DIR_RTL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeBarData) data = make_data (cases[i].n_series, cases[i].n_months);
      GtkWidget *chart = troupe_bar_chart_new ();
      GtkWindow *window;
      gboolean first_is_left;

      troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
      gtk_widget_set_direction (chart, cases[i].direction);
      window = show_in_window (chart, cases[i].width);
      for (GtkWidget *child = gtk_widget_get_first_child (chart); child; child = gtk_widget_get_next_sibling (child))
        {
          graphene_rect_t bounds = get_bounds (child, chart);

          g_assert_cmpfloat (bounds.origin.x, >=, 0);
          g_assert_cmpfloat (bounds.origin.y, >=, 0);
          g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (chart));
          g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (chart));
        }
      first_is_left = get_bounds (gtk_widget_get_last_child (chart), chart).origin.x > cases[i].width / 2;
      if (cases[i].n_months > 1)
        g_assert_true (first_is_left == (cases[i].direction == GTK_TEXT_DIR_LTR));
      gtk_window_destroy (window);
    }
}

static char *
get_note (GtkWidget *bar)
{
  for (GtkWidget *child = gtk_widget_get_first_child (bar); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "note"))
      return g_strdup (gtk_label_get_label (GTK_LABEL (child)));

  return NULL;
}

/* Few bars carry their number, many have the axis; only the newest open month is “so far”. */
static void
test_notes (void)
{
  static const struct { guint n_months; const char *first, *last; } cases[] = {
    { 2, "1\u00a0k", "1\u00a0k so far" }, { 7, NULL, "so far" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeBarData) data = make_data (1, cases[i].n_months);
      GtkWidget *chart = g_object_ref_sink (troupe_bar_chart_new ());
      g_autoptr(GPtrArray) bars = NULL;
      g_autofree char *first = NULL, *last = NULL;

      troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
      bars = list_children (chart, "bar");
      first = get_note (bars->pdata[0]);
      last = get_note (bars->pdata[bars->len - 1]);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (last, ==, cases[i].last);
      g_object_unref (chart);
    }
}

/* A young agency: one month has come in. Only that one is “so far”, only the newest stands out, and where
 * nothing is there at all the axis has nothing to say but 0. */
static void
test_empty_months (void)
{
  for (gint64 value = 0; value <= 100000; value += 100000)
    {
      g_autoptr(TroupeBarData) data = troupe_bar_data_new (troupe_chart_format_money, "CNY");
      GtkWidget *chart = g_object_ref_sink (troupe_bar_chart_new ());
      g_autoptr(GPtrArray) bars = NULL, lines = NULL;

      troupe_bar_data_add_series (data, "Share", 1);
      for (guint at = 0; at < 12; at++)
        troupe_bar_data_add_month (data, troupe_month_new (2025, 11) + at, at == 10 ? &value : &(gint64) { 0 }, TRUE);
      troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
      bars = list_children (chart, "bar");
      lines = list_children (chart, "line");
      for (guint at = 0; at < 12; at++)
        {
          g_autofree char *note = get_note (bars->pdata[at]);

          g_assert_cmpstr (note, ==, at == 10 && value > 0 ? "so far" : NULL);
          g_assert_cmpint (gtk_widget_has_css_class (bars->pdata[at], "open"), ==, at == 10 && value > 0);
          g_assert_cmpint (gtk_widget_has_css_class (bars->pdata[at], "newest"), ==, at == 11);
        }
      g_assert_cmpint (lines->len == 1, ==, value == 0);
      g_object_unref (chart);
    }
}

static GtkWidget *
move (GtkWidget        *chart,
      GtkDirectionType  direction)
{
  gtk_widget_child_focus (chart, direction);
  return gtk_widget_get_focus_child (chart);
}

static void
test_keyboard (void)
{
  g_autoptr(TroupeBarData) data = make_data (2, 4);
  GtkWidget *chart = troupe_bar_chart_new (), *button = gtk_button_new_with_label ("After");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr(GPtrArray) bars = NULL;
  GtkWindow *window;

  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), data);
  gtk_box_append (GTK_BOX (box), chart);
  gtk_box_append (GTK_BOX (box), button);
  window = show_in_window (box, 600);
  bars = list_children (chart, "bar");
  gtk_window_set_focus (window, NULL);
  g_assert_true (move (chart, GTK_DIR_TAB_FORWARD) == bars->pdata[3]);
  g_assert_true (move (chart, GTK_DIR_LEFT) == bars->pdata[2]);
  g_assert_true (move (chart, GTK_DIR_LEFT) == bars->pdata[1]);
  g_assert_true (move (chart, GTK_DIR_RIGHT) == bars->pdata[2]);
  gtk_widget_set_direction (chart, GTK_TEXT_DIR_RTL);
  g_assert_true (move (chart, GTK_DIR_RIGHT) == bars->pdata[1]);
  g_assert_true (move (chart, GTK_DIR_LEFT) == bars->pdata[2]);
  gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_window_get_focus (window) == button);
  gtk_window_destroy (window);
}

static void
test_data_changes (void)
{
  g_autoptr(TroupeBarData) three = make_data (3, 12);
  GtkWidget *chart = troupe_bar_chart_new ();
  GtkWindow *window;
  g_autofree char *empty = NULL, *full = NULL;

  window = show_in_window (chart, 400);
  empty = troupe_bar_chart_get_table_text (TROUPE_BAR_CHART (chart));
  g_assert_cmpstr (empty, ==, "");
  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), three);
  run_idle ();
  full = troupe_bar_chart_get_table_text (TROUPE_BAR_CHART (chart));
  g_assert_nonnull (strstr (full, "2026-10\t1,000.00\t2,000.00\t−3,000.00\t0.00\n"));
  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), three);
  troupe_bar_chart_set_data (TROUPE_BAR_CHART (chart), NULL);
  run_idle ();
  g_assert_null (gtk_widget_get_first_child (chart));
  gtk_window_destroy (window);
}

static void
test_legend (void)
{
  g_autoptr(TroupeBarData) many = make_data (8, 1), single = make_data (1, 1);
  GtkWidget *legend = g_object_ref_sink (troupe_chart_legend_new ());
  int one_line, wrapped;

  troupe_chart_legend_set_data (TROUPE_CHART_LEGEND (legend), many);
  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, -1, &one_line, NULL, NULL, NULL);
  gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, 200, &wrapped, NULL, NULL, NULL);
  g_assert_true (gtk_widget_get_visible (legend));
  g_assert_cmpint (wrapped, >=, 3 * one_line);
  troupe_chart_legend_set_data (TROUPE_CHART_LEGEND (legend), single);
  g_assert_false (gtk_widget_get_visible (legend));
  g_object_unref (legend);
}

static void
test_share_bar (void)
{
  static const char *const labels[] = {
    "Agency 632,925.34, 23.7%", "Creators 913,016.71, 34.2%", "Platform 1,122,646.14, 42.1%", "Refunds −5.00, –",
  };
  GtkWidget *bar = troupe_share_bar_new ();
  g_autoptr(GPtrArray) parts = NULL;
  g_autofree char *table = NULL;
  GtkWindow *window;

  troupe_share_bar_begin (TROUPE_SHARE_BAR (bar), troupe_chart_format_money, "CNY");
  troupe_share_bar_add_part (TROUPE_SHARE_BAR (bar), "Agency", 1, 63292534);
  troupe_share_bar_add_part (TROUPE_SHARE_BAR (bar), "Creators", 2, 91301671);
  troupe_share_bar_add_part (TROUPE_SHARE_BAR (bar), "Platform", 3, 112264614);
  troupe_share_bar_add_part (TROUPE_SHARE_BAR (bar), "Refunds", 4, -500);
  window = show_in_window (bar, 600);
  parts = list_children (bar, "segment");
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_LIST);
  for (guint i = 0; i < parts->len; i++)
    {
      gtk_test_accessible_assert_role (parts->pdata[i], GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (parts->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
    }
  g_assert_cmpint (gtk_widget_get_width (parts->pdata[0]), <, gtk_widget_get_width (parts->pdata[1]));
  g_assert_cmpint (gtk_widget_get_width (parts->pdata[1]), <, gtk_widget_get_width (parts->pdata[2]));
  g_assert_true (gtk_widget_has_css_class (parts->pdata[2], "end"));
  g_assert_false (gtk_widget_get_mapped (parts->pdata[3]));
  table = troupe_share_bar_get_table_text (TROUPE_SHARE_BAR (bar));
  g_assert_cmpstr (table, ==, "Agency\t632,925.34\t23.7%\nCreators\t913,016.71\t34.2%\n"
                              "Platform\t1,122,646.14\t42.1%\nRefunds\t−5.00\t–\n");
  gtk_window_destroy (window);
}

static void
test_sparkline (void)
{
  GtkWidget *line = troupe_sparkline_new ();
  GtkWindow *window = show_in_window (line, 100);

  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_IMG);
  troupe_sparkline_set_values (TROUPE_SPARKLINE (line), (gint64[]) { 7 }, 1, "One month, 0.07");
  gtk_test_widget_wait_for_draw (line);
  troupe_sparkline_set_values (TROUPE_SPARKLINE (line), (gint64[]) { 3, -1, G_MAXINT64 }, 3, "Three months");
  gtk_test_widget_wait_for_draw (line);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "Three months");
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar-chart/accessible", test_accessible);
  g_test_add_func ("/bar-chart/stack", test_stack);
  g_test_add_func ("/bar-chart/fits", test_fits);
  g_test_add_func ("/bar-chart/notes", test_notes);
  g_test_add_func ("/bar-chart/empty-months", test_empty_months);
  g_test_add_func ("/bar-chart/keyboard", test_keyboard);
  g_test_add_func ("/bar-chart/data-changes", test_data_changes);
  g_test_add_func ("/chart-legend/wraps", test_legend);
  g_test_add_func ("/share-bar/parts", test_share_bar);
  g_test_add_func ("/sparkline/values", test_sparkline);

  return g_test_run ();
}
