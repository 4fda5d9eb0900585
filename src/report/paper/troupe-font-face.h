/* Private to the paper: a job's fonts as Pango has them. */
#pragma once

#include <pango/pango.h>

#include "troupe-font-set.h"

G_BEGIN_DECLS

/* What the paper prints in. One more would cost every PDF its glyphs once more. */
typedef enum { TROUPE_FONT_REGULAR, TROUPE_FONT_BOLD, TROUPE_N_FONTS } TroupeFont;

/* A context that lays out at exact positions, so that the screen shows what is printed. */
PangoContext  *troupe_font_set_create_context (TroupeFontSet        *self,
                                               TroupeLang            lang);
/* The description of a weight; size in points. */
PangoFontDescription *troupe_font_set_describe (TroupeFontSet       *self,
                                               TroupeFont            font,
                                               double                size);

G_END_DECLS
