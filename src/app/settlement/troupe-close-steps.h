/* The checklist of a close as rows: done, to look at, or still to come; with a count and the action
 * that helps. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-month-close.h"

G_BEGIN_DECLS

void  troupe_close_steps_fill        (GtkListBox       *list,
                                      TroupeMonthClose *close);

/* Why the month cannot be closed now, or NULL when it can. (transfer full) */
char *troupe_close_steps_get_obstacle (TroupeMonthClose *close);

G_END_DECLS
