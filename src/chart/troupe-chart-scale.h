/* The value axis of a chart: zero is always on it, and its grid lines are round numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 low;    /* <= 0, a multiple of step */
  gint64 high;   /* >= 0, a multiple of step; high > low */
  gint64 step;   /* between grid lines: 1, 2 or 5 times a power of ten */
} TroupeChartScale;

/* At most four steps, five where there are values on both sides of zero, with lowest and highest on it. */
void troupe_chart_scale_init (TroupeChartScale       *self,
                              gint64                  lowest,
                              gint64                  highest);

/* Grid lines, both ends included. */
int  troupe_chart_scale_get_n_lines (const TroupeChartScale *self);

/* How far below the top of a plot of this height a value stands, in whole pixels. */
int  troupe_chart_scale_map  (const TroupeChartScale *self,
                              gint64                  value,
                              int                     height);

G_END_DECLS
