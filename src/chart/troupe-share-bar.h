/* TroupeShareBar: one whole, split into named parts.
 *
 * Keyboard as in TroupeBarChart. CSS: sharebar > segment.series-N[.start][.end], coloured by
 * data/style/chart.css. Accessibility: role list; every part is a list item whose name says what it
 * is, how much, and its share of the whole. */
#pragma once

#include "troupe-chart-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_SHARE_BAR (troupe_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (TroupeShareBar, troupe_share_bar, TROUPE, SHARE_BAR, GtkWidget)

GtkWidget *troupe_share_bar_new        (void);

/* Forgets all parts; the parts that follow are written with this format. */
void       troupe_share_bar_begin      (TroupeShareBar    *self,
                                        TroupeChartFormat  format,
                                        const char        *unit);

/* color is 1 to 8. A part that is not above zero has no length, but keeps its name and number. */
void       troupe_share_bar_add_part   (TroupeShareBar    *self,
                                        const char        *name,
                                        int                color,
                                        gint64             value);

/* "name<tab>value<tab>percent" lines. */
char      *troupe_share_bar_get_table_text (TroupeShareBar *self);

G_END_DECLS
