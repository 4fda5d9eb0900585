#include "troupe-sheet.h"

typedef struct
{
  GArray *fills;     /* of TroupeFill */
  GArray *scripts;   /* of TroupeScript */
} Page;

static void
free_page (Page *page)
{
  g_array_unref (page->fills);
  g_array_unref (page->scripts);
  g_free (page);
}

static Page *
get_page (const TroupeSheet *self,
          guint              page)
{
  return self->pages->pdata[page];
}

static guint
last (const TroupeSheet *self)
{
  return self->pages->len - 1;
}

static void
add_page (TroupeSheet *self)
{
  Page *page = g_new0 (Page, 1);

  page->fills = g_array_new (FALSE, FALSE, sizeof (TroupeFill));
  page->scripts = g_array_new (FALSE, FALSE, sizeof (TroupeScript));
  g_ptr_array_add (self->pages, page);
  self->y = TROUPE_PAPER_MARGIN;
}

TroupeSheet *
troupe_sheet_new (TroupePen  *pen,
                  const char *running)
{
  TroupeSheet *self = g_new0 (TroupeSheet, 1);

  self->pen = pen;
  self->running = running;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) free_page);
  self->texts = g_string_chunk_new (4096);
  add_page (self);
  return self;
}

void
troupe_sheet_free (TroupeSheet *self)
{
  g_ptr_array_unref (self->pages);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
troupe_sheet_turn (TroupeSheet *self)
{
  add_page (self);
  troupe_sheet_write (self, &(TroupeScript) { TROUPE_STYLE_LABEL, TROUPE_ALIGN_LEFT, 1, TROUPE_PAPER_MARGIN, 56,
                                              TROUPE_PAPER_INNER, 1, self->running });
  troupe_sheet_rule (self, 64, 0.5, TROUPE_RULE_LIGHT);
  self->y = 78;
}

gboolean
troupe_sheet_need (TroupeSheet *self,
                   double       height)
{
  if (self->y + height <= TROUPE_PAPER_BOTTOM)
    return FALSE;
  troupe_sheet_turn (self);
  return TRUE;
}

void
troupe_sheet_fill_on (TroupeSheet      *self,
                      guint             page,
                      const TroupeFill *fill)
{
  g_array_append_val (get_page (self, page)->fills, *fill);
}

void
troupe_sheet_fill (TroupeSheet      *self,
                   const TroupeFill *fill)
{
  troupe_sheet_fill_on (self, last (self), fill);
}

void
troupe_sheet_rule (TroupeSheet *self,
                   double       y,
                   double       thickness,
                   guint32      color)
{
  troupe_sheet_fill (self, &(TroupeFill) { TROUPE_PAPER_MARGIN, y - thickness / 2, TROUPE_PAPER_INNER, thickness,
                                           color });
}

void
troupe_sheet_write_on (TroupeSheet        *self,
                       guint               page,
                       const TroupeScript *script)
{
  TroupeScript kept = *script;

  if (script->text == NULL || *script->text == '\0')
    return;
  kept.text = g_string_chunk_insert_const (self->texts, script->text);
  kept.note = script->note != NULL ? g_string_chunk_insert_const (self->texts, script->note) : NULL;
  g_array_append_val (get_page (self, page)->scripts, kept);
}

void
troupe_sheet_write (TroupeSheet        *self,
                    const TroupeScript *script)
{
  troupe_sheet_write_on (self, last (self), script);
}

static void
draw_fill (cairo_t          *cr,
           const TroupeFill *fill)
{
  cairo_set_source_rgb (cr, (fill->color >> 16 & 0xff) / 255.0, (fill->color >> 8 & 0xff) / 255.0,
                        (fill->color & 0xff) / 255.0);
  cairo_rectangle (cr, fill->x, fill->y, fill->width, fill->height);
  cairo_fill (cr);
}

void
troupe_sheet_draw (const TroupeSheet *self,
                   guint              page,
                   cairo_t           *cr)
{
  const Page *drawn = get_page (self, page);

  for (guint i = 0; i < drawn->fills->len; i++)
    draw_fill (cr, &g_array_index (drawn->fills, TroupeFill, i));
  for (guint i = 0; i < drawn->scripts->len; i++)
    troupe_pen_write (self->pen, cr, &g_array_index (drawn->scripts, TroupeScript, i));
}
