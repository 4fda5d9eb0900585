/* Sheets of A4 being written on, top to bottom; what is written is kept and can be drawn again. */
#pragma once

#include "troupe-a4.h"
#include "troupe-pen.h"

G_BEGIN_DECLS

#define TROUPE_PAPER_MARGIN 48.0
#define TROUPE_PAPER_INNER  (TROUPE_PAPER_WIDTH - 2 * TROUPE_PAPER_MARGIN)
/* Where what flows down the page ends. */
#define TROUPE_PAPER_BOTTOM 788.0

#define TROUPE_RULE_INK   0x222226
#define TROUPE_RULE_DIM   0x737378
#define TROUPE_RULE_LIGHT 0xdedee2

typedef struct
{
  double  x, y, width, height;
  guint32 color;
} TroupeFill;

typedef struct
{
  TroupePen    *pen;       /* borrowed */
  const char   *running;   /* borrowed: the head of the second and later pages */
  GPtrArray    *pages;
  GStringChunk *texts;
  double        y;         /* where the next thing begins */
} TroupeSheet;

TroupeSheet *troupe_sheet_new       (TroupePen           *pen,
                                     const char          *running);
void         troupe_sheet_free      (TroupeSheet         *self);

/* A new page with its head; y stands under it. */
void         troupe_sheet_turn      (TroupeSheet         *self);
/* Turns the page unless height fits under y; says whether it did. */
gboolean     troupe_sheet_need      (TroupeSheet         *self,
                                     double               height);
void         troupe_sheet_fill       (TroupeSheet         *self,
                                     const TroupeFill    *fill);
/* A horizontal rule over the inner width. */
void         troupe_sheet_rule      (TroupeSheet         *self,
                                     double               y,
                                     double               thickness,
                                     guint32              color);
void         troupe_sheet_write     (TroupeSheet         *self,
                                     const TroupeScript  *script);

/* On a given page, counted from 0. */
void         troupe_sheet_write_on  (TroupeSheet         *self,
                                     guint                page,
                                     const TroupeScript  *script);
void         troupe_sheet_fill_on   (TroupeSheet         *self,
                                     guint                page,
                                     const TroupeFill    *fill);
void         troupe_sheet_draw      (const TroupeSheet   *self,
                                     guint                page,
                                     cairo_t             *cr);

G_END_DECLS
