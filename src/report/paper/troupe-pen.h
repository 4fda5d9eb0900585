/* The hand that writes a page: the styles of the paper, measured and drawn with one font set. */
#pragma once

#include <pango/pangocairo.h>

#include "troupe-font-face.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_STYLE_TITLE,
  TROUPE_STYLE_AGENCY,
  TROUPE_STYLE_SUBTITLE,
  TROUPE_STYLE_LABEL,      /* above a value, over a column, a remark */
  TROUPE_STYLE_NAME,       /* a value of the head */
  TROUPE_STYLE_LEAD,
  TROUPE_STYLE_FIGURE,     /* the figure of the page */
  TROUPE_STYLE_LEGEND,
  TROUPE_STYLE_HEADING,
  TROUPE_STYLE_TEXT,
  TROUPE_STYLE_DIM,
  TROUPE_STYLE_STRONG,
  TROUPE_STYLE_GRAND,
  TROUPE_STYLE_FOOT,
  TROUPE_N_STYLES,
} TroupeStyle;

/* Where x is: the left, the middle … of what is written. */
typedef enum { TROUPE_ALIGN_LEFT, TROUPE_ALIGN_RIGHT } TroupeAlign;

typedef struct
{
  TroupeStyle style;
  TroupeAlign align;
  double      scale;      /* of the style's size; 1 but in crowded tables */
  double      x;
  double      baseline;   /* of the first line */
  double      width;      /* to wrap into, or to shorten to when lines is 1; 0: as wide as it gets */
  guint       lines;      /* at most; 0: as many as it takes */
  const char *text;
  const char *note;       /* a dimmed remark that follows, or NULL */
} TroupeScript;

typedef struct _TroupePen TroupePen;

TroupePen *troupe_pen_new         (TroupeFontSet      *fonts,
                                   TroupeLang          lang);
void       troupe_pen_free        (TroupePen          *self);

/* The width that script takes in points, and how many lines. */
double     troupe_pen_measure     (TroupePen          *self,
                                   const TroupeScript *script,
                                   guint              *ret_lines);
void       troupe_pen_write       (TroupePen          *self,
                                   cairo_t            *cr,
                                   const TroupeScript *script);
/* From one baseline to the next. */
double     troupe_style_get_pitch (TroupeStyle         style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupePen, troupe_pen_free)

G_END_DECLS
