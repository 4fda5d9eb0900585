/* TroupeSparkline: the run of a few numbers as one thin line, in the widget's CSS colour; the last one
 * has a dot. It has no axis, so it shows a course and never an amount: say the amount beside it.
 *
 * CSS: sparkline. Accessibility: role img; the label says what was given as description. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_SPARKLINE (troupe_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (TroupeSparkline, troupe_sparkline, TROUPE, SPARKLINE, GtkWidget)

GtkWidget *troupe_sparkline_new        (void);

/* Oldest first. description: "Earnings of the last 12 months, from 31,250.00 to 47,788.78". */
void       troupe_sparkline_set_values (TroupeSparkline *self,
                                        const gint64    *values,
                                        gsize            n_values,
                                        const char      *description);

G_END_DECLS
