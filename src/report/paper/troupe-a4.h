/* The paper: A4, in points from its upper left corner. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TROUPE_PAPER_WIDTH  595.276
#define TROUPE_PAPER_HEIGHT 841.890

G_END_DECLS
