/* How a chart writes its numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A value of the chart as text: in full for tooltips, screen readers and tables, brief ("3 M") for
 * an axis. unit is what the chart's data was made with. */
typedef char *(*TroupeChartFormat) (gint64      value,
                                    gboolean    brief,
                                    const char *unit);

/* Minor units of the currency that unit names: "2,668,588.19" and "2.7 M". */
char *troupe_chart_format_money (gint64      value,
                                 gboolean    brief,
                                 const char *unit);

/* Whole things (diamonds, viewers); unit is not shown: "12,500" and "12.5 k". */
char *troupe_chart_format_count (gint64      value,
                                 gboolean    brief,
                                 const char *unit);

G_END_DECLS
