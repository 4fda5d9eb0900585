/* Keyboard focus in a chart: Tab enters and leaves it as a whole, the arrows, Home and End walk its
 * focusable children. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The focus vfunc of a chart whose children follow each other from start to end. */
gboolean troupe_chart_focus              (GtkWidget        *chart,
                                          GtkDirectionType  direction);

/* Home and End for the class. */
void     troupe_chart_focus_add_bindings (GtkWidgetClass   *chart_class);

G_END_DECLS
