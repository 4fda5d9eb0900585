/* How amounts, changes and dates read on screen. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

/* "+7.6%" against before; NULL when there is nothing to compare. */
char *troupe_amount_format_change (gint64      amount,
                                   gint64      before);

/* part of whole as "34.2%"; NULL when there is no whole. */
char *troupe_amount_format_part   (gint64      part,
                                   gint64      whole);

/* "October 2026" and "31 October 2026" in the desk's language. */
char *troupe_amount_format_month  (TroupeMonth month);
char *troupe_amount_format_day    (TroupeDay   day);

/* Takes text and returns it: where windows read from right to left, one that begins with a number gets a
 * mark that nobody sees, which keeps its sign before it and its parts in order. NULL stays NULL. */
char *troupe_amount_keep_order    (char       *text);

G_END_DECLS
