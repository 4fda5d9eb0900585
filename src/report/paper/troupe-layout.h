/* A report laid out on A4: what is printed, and what the window shows as paper. */
#pragma once

#include <cairo.h>

#include "troupe-font-set.h"
#include "troupe-a4.h"

G_BEGIN_DECLS

typedef struct _TroupeLayout TroupeLayout;

/* fonts (made for a list that has this report) must outlive the layout. */
TroupeLayout *troupe_layout_new         (TroupeReport       *report,
                                         TroupeFontSet      *fonts);
void          troupe_layout_free        (TroupeLayout       *self);
guint         troupe_layout_get_n_pages (const TroupeLayout *self);

/* In points, TROUPE_PAPER_WIDTH by TROUPE_PAPER_HEIGHT from the origin of cr; the paper itself is
 * not painted. Pages count from 0. */
void          troupe_layout_draw_page   (const TroupeLayout *self,
                                         guint               page,
                                         cairo_t            *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLayout, troupe_layout_free)

G_END_DECLS
