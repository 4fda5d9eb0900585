/* A report as paper inside the window: the sections, columns and words that are printed, as widgets that
 * a keyboard and a screen reader can walk through.
 *
 * Every amount that can explain itself is a flat button: it activates "statement.why" with the statement
 * line's id, the figure of the statement where it is one (else ""), and the amount. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-report.h"

G_BEGIN_DECLS

typedef enum { TROUPE_PAPER_WIDE, TROUPE_PAPER_NARROW, TROUPE_PAPER_PHONE } TroupePaperRoom;

/* Everything is copied out of report. */
GtkWidget *troupe_paper_new        (const TroupeReport *report);
/* The less room there is, the sooner first columns break; a phone does without the columns that lead to the
 * amounts, which Why tells. Then the tables scroll. */
void       troupe_paper_set_room   (GtkWidget          *paper,
                                    TroupePaperRoom     room);

G_END_DECLS
