/* The paper: A4, in points from its upper left corner. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TROUPE_PAPER_WIDTH  595.276
#define TROUPE_PAPER_HEIGHT 841.890

/* An amount that can explain itself: where it stands, and what a button over it is called. */
typedef struct
{
  gint64      ref;
  double      x, y, width, height;
  const char *label;
  const char *text;
} TroupeRefArea;

G_END_DECLS
