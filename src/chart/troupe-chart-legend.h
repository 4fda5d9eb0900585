/* TroupeChartLegend: which colour is which series, in stack order; wraps where it is narrow.
 *
 * CSS: chartlegend > key > swatch.series-N, label. Screen readers have the names in each bar. */
#pragma once

#include "troupe-bar-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_CHART_LEGEND (troupe_chart_legend_get_type ())
G_DECLARE_FINAL_TYPE (TroupeChartLegend, troupe_chart_legend, TROUPE, CHART_LEGEND, GtkWidget)

GtkWidget *troupe_chart_legend_new       (void);

/* Shows the data's series; empty, and hidden, where there is only one or none. */
void       troupe_chart_legend_set_data  (TroupeChartLegend *self,
                                          TroupeBarData     *data);

/* For a share bar, or a chart that was drawn elsewhere. color is 1 to 8. */
void       troupe_chart_legend_add_entry (TroupeChartLegend *self,
                                          const char        *name,
                                          int                color);

G_END_DECLS
