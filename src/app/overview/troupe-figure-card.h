/* One figure of a month, large, beside the month before, small: with sign and arrow, never by colour
 * alone. Property "title". */
#pragma once

#include <gtk/gtk.h>

#include "troupe-day.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_FIGURE_CARD (troupe_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (TroupeFigureCard, troupe_figure_card, TROUPE, FIGURE_CARD, GtkBox)

/* Minor units of currency; TROUPE_NONE shows "–". before_month names what it is compared with. */
void troupe_figure_card_set_amount (TroupeFigureCard *self,
                                    gint64            amount,
                                    gint64            before,
                                    TroupeMonth       before_month,
                                    const char       *currency);

/* What stands at the right: "34.2% of gross". */
void troupe_figure_card_set_note   (TroupeFigureCard *self,
                                    const char       *note);

G_END_DECLS
