#include "troupe-pen.h"

#include <string.h>

struct _TroupePen
{
  PangoLayout          *layout;
  TroupeFontSet        *fonts;
  PangoFontDescription *descriptions[TROUPE_N_STYLES];
};

#define INK 0x222226
#define DIM 0x737378

static const struct { TroupeFont font; double size; guint32 color; } styles[TROUPE_N_STYLES] = {
  [TROUPE_STYLE_TITLE] = { TROUPE_FONT_BOLD, 20, INK },
  [TROUPE_STYLE_AGENCY] = { TROUPE_FONT_BOLD, 12.5, INK },
  [TROUPE_STYLE_SUBTITLE] = { TROUPE_FONT_REGULAR, 9.4, DIM },
  [TROUPE_STYLE_LABEL] = { TROUPE_FONT_REGULAR, 7.4, DIM },
  [TROUPE_STYLE_NAME] = { TROUPE_FONT_BOLD, 9.8, INK },
  [TROUPE_STYLE_LEAD] = { TROUPE_FONT_REGULAR, 9.2, INK },
  [TROUPE_STYLE_FIGURE] = { TROUPE_FONT_BOLD, 22, INK },
  [TROUPE_STYLE_LEGEND] = { TROUPE_FONT_REGULAR, 7.6, INK },
  [TROUPE_STYLE_HEADING] = { TROUPE_FONT_BOLD, 9.8, INK },
  [TROUPE_STYLE_TEXT] = { TROUPE_FONT_REGULAR, 8.8, INK },
  [TROUPE_STYLE_DIM] = { TROUPE_FONT_REGULAR, 8.8, DIM },
  [TROUPE_STYLE_STRONG] = { TROUPE_FONT_BOLD, 8.8, INK },
  [TROUPE_STYLE_GRAND] = { TROUPE_FONT_BOLD, 13, INK },
  [TROUPE_STYLE_FOOT] = { TROUPE_FONT_REGULAR, 6.8, DIM },
};

TroupePen *
troupe_pen_new (TroupeFontSet *fonts,
                TroupeLang     lang)
{
  TroupePen *self = g_new0 (TroupePen, 1);
  PangoContext *context = troupe_font_set_create_context (fonts, lang);

  self->fonts = fonts;
  self->layout = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  for (int i = 0; i < TROUPE_N_STYLES; i++)
    self->descriptions[i] = troupe_font_set_describe (fonts, styles[i].font, styles[i].size);
  return self;
}

void
troupe_pen_free (TroupePen *self)
{
  for (int i = 0; i < TROUPE_N_STYLES; i++)
    pango_font_description_free (self->descriptions[i]);
  g_object_unref (self->layout);
  g_free (self);
}

static void
set_font (TroupePen          *self,
          const TroupeScript *script)
{
  g_autoptr(PangoFontDescription) scaled = NULL;

  if (script->scale == 1)
    {
      pango_layout_set_font_description (self->layout, self->descriptions[script->style]);
      return;
    }
  scaled = pango_font_description_copy (self->descriptions[script->style]);
  pango_font_description_set_absolute_size (scaled, styles[script->style].size * script->scale * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, scaled);
}

static void
dim_note (PangoAttrList *attributes,
          TroupePen     *self,
          guint          start)
{
  const guint32 color = styles[TROUPE_STYLE_LABEL].color;
  PangoAttribute *each[] = {
    pango_attr_font_desc_new (self->descriptions[TROUPE_STYLE_LABEL]),
    pango_attr_foreground_new ((color >> 16 & 0xff) * 257, (color >> 8 & 0xff) * 257, (color & 0xff) * 257),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (each); i++)
    {
      each[i]->start_index = start;
      pango_attr_list_insert (attributes, each[i]);
    }
}

static void
set_text (TroupePen          *self,
          const TroupeScript *script)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autofree char *joined = NULL;

  if (script->note == NULL)
    {
      pango_layout_set_text (self->layout, script->text, -1);
      pango_layout_set_attributes (self->layout, NULL);
      return;
    }
  attributes = pango_attr_list_new ();
  joined = g_strdup_printf ("%s   %s", script->text, script->note);
  dim_note (attributes, self, strlen (script->text));
  pango_layout_set_text (self->layout, joined, -1);
  pango_layout_set_attributes (self->layout, attributes);
}

static void
prepare (TroupePen          *self,
         const TroupeScript *script)
{
  set_font (self, script);
  set_text (self, script);
  pango_layout_set_width (self->layout, script->width > 0 ? (int) (script->width * PANGO_SCALE) : -1);
  pango_layout_set_ellipsize (self->layout, script->lines == 1 && script->width > 0 ? PANGO_ELLIPSIZE_END
                                                                                    : PANGO_ELLIPSIZE_NONE);
}

double
troupe_pen_measure (TroupePen          *self,
                    const TroupeScript *script,
                    guint              *ret_lines)
{
  PangoRectangle logical;

  prepare (self, script);
  pango_layout_get_extents (self->layout, NULL, &logical);
  if (ret_lines != NULL)
    *ret_lines = pango_layout_get_line_count (self->layout);
  return logical.width / (double) PANGO_SCALE;
}

static double
measure_line (PangoLayoutLine *line)
{
  PangoRectangle logical;

  pango_layout_line_get_extents (line, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

void
troupe_pen_write (TroupePen          *self,
                  cairo_t            *cr,
                  const TroupeScript *script)
{
  const guint32 color = styles[script->style].color;
  int n;

  prepare (self, script);
  n = pango_layout_get_line_count (self->layout);
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
  for (int i = 0; i < n; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, i);
      double x = script->x;

      if (script->align == TROUPE_ALIGN_RIGHT)
        x -= measure_line (line);
      cairo_move_to (cr, x, script->baseline + i * troupe_style_get_pitch (script->style));
      pango_cairo_show_layout_line (cr, line);
    }
}

double
troupe_style_get_pitch (TroupeStyle style)
{
  return styles[style].size * 1.38;
}
