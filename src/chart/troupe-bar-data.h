/* What a bar chart shows: series, months, and a value for each pair. Reference-counted; fill it, then
 * hand it to the chart and change it no more. */
#pragma once

#include "troupe-chart-format.h"
#include "troupe-day.h"

G_BEGIN_DECLS

#define TROUPE_BAR_DATA_MOST_SERIES 8
#define TROUPE_BAR_DATA_MOST_MONTHS 24

typedef struct _TroupeBarData TroupeBarData;

TroupeBarData *troupe_bar_data_new        (TroupeChartFormat    format,
                                           const char          *unit);
TroupeBarData *troupe_bar_data_ref        (TroupeBarData       *self);
void           troupe_bar_data_unref      (TroupeBarData       *self);

/* Bottom of the stack first: what the reader compares most. color is 1 to 8; money keeps its colour
 * everywhere: agency 1, creators 2, platform 3. All series before the first month. */
void           troupe_bar_data_add_series (TroupeBarData       *self,
                                           const char          *name,
                                           int                  color);

/* values has one number for each series; TROUPE_NONE is no value. A month is open until its close;
 * one without any value is not. */
void           troupe_bar_data_add_month  (TroupeBarData       *self,
                                           TroupeMonth          month,
                                           const gint64        *values,
                                           gboolean             open);

guint          troupe_bar_data_get_n_series (const TroupeBarData *self);
const char    *troupe_bar_data_get_series   (const TroupeBarData *self, guint series);
int            troupe_bar_data_get_color    (const TroupeBarData *self, guint series);
guint          troupe_bar_data_get_n_months (const TroupeBarData *self);
TroupeMonth    troupe_bar_data_get_month    (const TroupeBarData *self, guint at);
gboolean       troupe_bar_data_get_open     (const TroupeBarData *self, guint at);
gint64         troupe_bar_data_get_value    (const TroupeBarData *self, guint at, guint series);
gint64         troupe_bar_data_get_total    (const TroupeBarData *self, guint at);
char          *troupe_bar_data_format       (const TroupeBarData *self, gint64 value, gboolean brief);

/* How far stacks reach below and above zero, over all months. */
void           troupe_bar_data_get_range    (const TroupeBarData *self, gint64 *ret_lowest, gint64 *ret_highest);

/* "October 2026, so far", and with its numbers: ": Agency’s share 632,925.34, …, together 2,668,588.19". */
char          *troupe_bar_data_get_name     (const TroupeBarData *self, guint at);
char          *troupe_bar_data_describe     (const TroupeBarData *self, guint at);

/* The same numbers as a table: tab-separated lines under a header. */
char          *troupe_bar_data_to_table     (const TroupeBarData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeBarData, troupe_bar_data_unref)

G_END_DECLS
