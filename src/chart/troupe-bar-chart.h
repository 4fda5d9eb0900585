/* TroupeBarChart: amounts by month as stacked bars on a zero baseline, at most 24 months and 8 series.
 *
 * Keyboard: Tab enters at the newest month, Left and Right (Home, End) walk the months, Ctrl+C copies
 * the table. Values are in each bar's tooltip and accessible name.
 *
 * CSS: barchart > line[.zero], label.tick, bar[.open] > segment.series-N[.top][.bottom], label.month,
 * label.note. data/style/chart.css colours the segments by the custom properties --troupe-series-1 … 8.
 *
 * Accessibility: role list; every bar is a list item whose name says the month and all numbers. Set
 * the chart's own accessible label, or labelled-by, to its heading. */
#pragma once

#include "troupe-bar-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_BAR_CHART (troupe_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (TroupeBarChart, troupe_bar_chart, TROUPE, BAR_CHART, GtkWidget)

GtkWidget *troupe_bar_chart_new            (void);

/* NULL empties the chart. The legend is a widget of its own: TroupeChartLegend. */
void       troupe_bar_chart_set_data       (TroupeBarChart *self,
                                            TroupeBarData  *data);

/* The same numbers as tab-separated lines; "" without data. */
char      *troupe_bar_chart_get_table_text (TroupeBarChart *self);

G_END_DECLS
