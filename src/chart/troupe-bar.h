/* One month of a bar chart: its stack, its name below, and above it “so far” while the month is open
 * and its number where there are few.
 * Private to the chart, which gives it a column of its own from edge to edge. */
#pragma once

#include "troupe-bar-data.h"
#include "troupe-chart-scale.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_BAR (troupe_bar_get_type ())
G_DECLARE_FINAL_TYPE (TroupeBar, troupe_bar, TROUPE, BAR, GtkWidget)

GtkWidget *troupe_bar_new               (TroupeBarData          *data,
                                         guint                   at);

/* Where the plot stands inside the column. Does not queue a resize: for the chart's own allocation. */
void       troupe_bar_set_plot          (TroupeBar              *self,
                                         const TroupeChartScale *scale,
                                         int                     top,
                                         int                     height);

/* Whether the month's name is shown: in a narrow chart only every third one is. */
void       troupe_bar_set_named         (TroupeBar              *self,
                                         gboolean                named);

void       troupe_bar_measure_name      (TroupeBar              *self,
                                         int                    *ret_width,
                                         int                    *ret_height);
int        troupe_bar_get_note_height   (TroupeBar              *self);

G_END_DECLS
