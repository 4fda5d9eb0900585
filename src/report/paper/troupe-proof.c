#include "troupe-proof.h"

#include "troupe-layout.h"

typedef struct
{
  TroupeReport *report;   /* the layout has it */
  TroupeLayout *layout;
  guint         page;     /* of the layout */
} Page;

struct _TroupeProof
{
  TroupeFontSet *fonts;
  GPtrArray     *layouts;
  GArray        *pages;   /* of Page, of all layouts */
  GMutex         lock;    /* what is drawn with fonts is drawn by one thread at a time */
};

static void
add_report (TroupeProof  *self,
            TroupeReport *report)
{
  TroupeLayout *layout = troupe_layout_new (report, self->fonts);
  guint n = troupe_layout_get_n_pages (layout);

  g_ptr_array_add (self->layouts, layout);
  for (guint i = 0; i < n; i++)
    {
      Page page = { report, layout, i };

      g_array_append_val (self->pages, page);
    }
}

TroupeProof *
troupe_proof_new (GPtrArray  *reports,
                  GError    **error)
{
  g_autoptr(TroupeFontSet) fonts = troupe_font_set_new (reports, error);
  TroupeProof *self;

  if (fonts == NULL)
    return NULL;
  self = g_new0 (TroupeProof, 1);
  self->fonts = g_steal_pointer (&fonts);
  self->layouts = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_layout_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  g_mutex_init (&self->lock);
  for (guint i = 0; i < reports->len; i++)
    add_report (self, g_ptr_array_index (reports, i));
  return self;
}

void
troupe_proof_free (TroupeProof *self)
{
  g_array_unref (self->pages);
  g_ptr_array_unref (self->layouts);
  troupe_font_set_free (self->fonts);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint
troupe_proof_get_n_pages (TroupeProof *self)
{
  return self->pages->len;
}

TroupeReport *
troupe_proof_get_report (TroupeProof *self,
                         guint        page)
{
  return g_array_index (self->pages, Page, page).report;
}

static void
draw (TroupeProof     *self,
      guint            page,
      cairo_surface_t *surface)
{
  const Page *drawn = &g_array_index (self->pages, Page, page);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / TROUPE_PAPER_WIDTH,
               cairo_image_surface_get_height (surface) / TROUPE_PAPER_HEIGHT);
  g_mutex_lock (&self->lock);
  troupe_layout_draw_page (drawn->layout, drawn->page, cr);
  g_mutex_unlock (&self->lock);
  cairo_destroy (cr);
}

GBytes *
troupe_proof_paint (TroupeProof *self,
                    guint        page,
                    guint        width,
                    guint        height)
{
  int stride = cairo_format_stride_for_width (CAIRO_FORMAT_ARGB32, width);
  guchar *pixels = g_malloc ((gsize) stride * height);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (pixels, CAIRO_FORMAT_ARGB32, width, height, stride);

  draw (self, page, surface);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_bytes_new_take (pixels, (gsize) stride * height);
}
