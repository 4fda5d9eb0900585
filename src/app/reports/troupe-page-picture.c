#include "troupe-page-picture.h"

#include <glib/gi18n.h>

#include "troupe-fiber.h"

/* A4 at 96 dots an inch, and what is left of it in a narrow window. */
#define FULL_WIDTH 794
#define LEAST_WIDTH 240
#define RATIO G_SQRT2

struct _TroupePagePicture
{
  GtkWidget parent_instance;

  TroupePreview *preview;
  guint          page;
  gboolean       near;
  gboolean       full;
  gboolean       painting;
  GdkTexture    *texture;
};

G_DEFINE_FINAL_TYPE (TroupePagePicture, troupe_page_picture, GTK_TYPE_WIDGET)

/* --- pixels -------------------------------------------------------------------------------------- */

/* Device pixels, so that nothing is scaled on the screen. */
static void
get_size (TroupePagePicture *self,
          int               *ret_width,
          int               *ret_height)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double scale = surface != NULL ? gdk_surface_get_scale (surface) : 1;

  *ret_width = (int) (gtk_widget_get_width (GTK_WIDGET (self)) * scale + 0.5);
  *ret_height = (int) (gtk_widget_get_height (GTK_WIDGET (self)) * scale + 0.5);
}

static gboolean
needs_paint (TroupePagePicture *self,
             int                width,
             int                height)
{
  return self->near && self->preview != NULL && width > 0 && height > 0
         && (self->texture == NULL || gdk_texture_get_width (self->texture) != width
             || gdk_texture_get_height (self->texture) != height);
}

/* Once more when it has another size by the time that it is painted. */
static DexFuture *
paint_fiber (gpointer user_data)
{
  TroupePagePicture *self = user_data;
  int width, height;

  for (get_size (self, &width, &height); needs_paint (self, width, height); get_size (self, &width, &height))
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) pixels = dex_await_boxed (troupe_preview_paint (self->preview, self->page, width, height), &error);

      if (pixels == NULL)
        break;
      g_clear_object (&self->texture);
      if (self->near)
        self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, pixels, 4 * (gsize) width);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  self->painting = FALSE;
  return dex_future_new_true ();
}

static void
update_pixels (TroupePagePicture *self)
{
  int width, height;

  get_size (self, &width, &height);
  if (self->painting || !needs_paint (self, width, height))
    return;
  self->painting = TRUE;
  troupe_fiber_disown (troupe_fiber_spawn (paint_fiber, g_object_ref (self), g_object_unref));
}

void
troupe_page_picture_set_near (TroupePagePicture *self,
                              gboolean           near)
{
  self->near = near;
  if (!near)
    g_clear_object (&self->texture);
  update_pixels (self);
}

void
troupe_page_picture_set_full (TroupePagePicture *self,
                              gboolean           full)
{
  self->full = full;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* --- the widget ---------------------------------------------------------------------------------- */

static GtkSizeRequestMode
troupe_page_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
troupe_page_picture_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  TroupePagePicture *self = TROUPE_PAGE_PICTURE (widget);
  int least = self->full ? FULL_WIDTH : LEAST_WIDTH;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = FULL_WIDTH;
    }
  else
    *minimum = *natural = (int) ((for_size > 0 ? MAX (for_size, least) : FULL_WIDTH) * RATIO + 0.5);
}

static void
troupe_page_picture_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  update_pixels (TROUPE_PAGE_PICTURE (widget));
}

static void
troupe_page_picture_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TroupePagePicture *self = TROUPE_PAGE_PICTURE (widget);

  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
}

static void
troupe_page_picture_dispose (GObject *object)
{
  TroupePagePicture *self = TROUPE_PAGE_PICTURE (object);

  g_clear_pointer (&self->preview, troupe_preview_unref);
  g_clear_object (&self->texture);
  G_OBJECT_CLASS (troupe_page_picture_parent_class)->dispose (object);
}

static void
troupe_page_picture_class_init (TroupePagePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_page_picture_dispose;
  widget_class->get_request_mode = troupe_page_picture_get_request_mode;
  widget_class->measure = troupe_page_picture_measure;
  widget_class->size_allocate = troupe_page_picture_size_allocate;
  widget_class->snapshot = troupe_page_picture_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pagepicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
troupe_page_picture_init (TroupePagePicture *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sheet");
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_pixels), NULL);
}

/* --- in words ------------------------------------------------------------------------------------ */

static void
append_fact (GString          *text,
             const TroupeFact *fact)
{
  g_autofree char *value = troupe_cell_format (&fact->value);

  g_string_append_printf (text, "%s: %s", fact->label, value);
  if (fact->value.unit != NULL)
    g_string_append_printf (text, " %s", fact->value.unit);
  if (fact->value.note != NULL)
    g_string_append_printf (text, ", %s", fact->value.note);
  g_string_append (text, ". ");
}

static void
describe (TroupePagePicture *self)
{
  const TroupeReport *report = troupe_preview_get_report (self->preview, self->page);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf (_("Page %u of %u"), self->page + 1, troupe_preview_get_n_pages (self->preview));

  g_string_printf (text, "%s, %s. ", report->title.title, report->title.subtitle);
  for (guint i = 0; i < report->head->len; i++)
    append_fact (text, &g_array_index (report->head, TroupeFact, i));
  if (report->highlight.id != NULL)
    append_fact (text, &report->highlight);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}

GtkWidget *
troupe_page_picture_new (TroupePreview *preview,
                         guint          page)
{
  TroupePagePicture *self = g_object_new (TROUPE_TYPE_PAGE_PICTURE, NULL);

  self->preview = troupe_preview_ref (preview);
  self->page = page;
  describe (self);
  return GTK_WIDGET (self);
}
