/* What a month of a chart says when the pointer rests on it: every number in a column of its own. */
#pragma once

#include "troupe-bar-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *troupe_bar_tooltip_new (const TroupeBarData *data,
                                   guint                at);

G_END_DECLS
