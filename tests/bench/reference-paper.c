/* reference-paper FOLDER: draws each FOLDER/NAME.csv to FOLDER/NAME.pdf as one would without thinking: a Pango
 * layout a cell, in the system's own Chinese font. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MARGIN 48.0
#define LINE   14.0
#define WIDTH  595.276
#define HEIGHT 841.890

static void
draw_cell (cairo_t    *cr,
           const char *text,
           double      x,
           double      y)
{
  g_autoptr(PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 7");

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_row (cairo_t    *cr,
          const char *row,
          double      y)
{
  g_auto(GStrv) cells = g_strsplit (row, ",", -1);
  guint n = g_strv_length (cells);

  for (guint i = 0; i < n; i++)
    if (*cells[i] != '\0')
      draw_cell (cr, cells[i], MARGIN + i * (WIDTH - 2 * MARGIN) / n, y);
}

static void
draw_table (const char *text,
            const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_auto(GStrv) rows = g_strsplit (text, "\n", -1);
  double y = MARGIN;

  for (char **row = rows; *row != NULL; row++, y += LINE)
    {
      if (y > HEIGHT - MARGIN)
        {
          cairo_show_page (cr);
          y = MARGIN;
        }
      draw_row (cr, *row, y);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  GDir *folder = argc == 2 ? g_dir_open (argv[1], 0, NULL) : NULL;

  if (folder == NULL)
    return 2;
  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *pdf = g_strdup_printf ("%s.pdf", path);
      g_autofree char *text = NULL;

      if (g_str_has_suffix (name, ".csv") && g_file_get_contents (path, &text, NULL, NULL))
        draw_table (text, pdf);
    }
  g_dir_close (folder);
  return 0;
}
