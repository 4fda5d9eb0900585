#include "troupe-sparkline.h"

#define WIDTH   64
#define HEIGHT  20
#define STROKE  1.5f
#define DOT     2.5f

struct _TroupeSparkline
{
  GtkWidget parent_instance;

  GArray   *values;   /* of gint64 */
};

G_DEFINE_FINAL_TYPE (TroupeSparkline, troupe_sparkline, GTK_TYPE_WIDGET)

/* Zero is always on the scale, so that a small change looks small. */
static void
get_range (TroupeSparkline *self,
           double          *ret_lowest,
           double          *ret_highest)
{
  *ret_lowest = *ret_highest = 0;
  for (guint i = 0; i < self->values->len; i++)
    {
      double value = g_array_index (self->values, gint64, i);   /* a picture, not an amount */

      *ret_lowest = MIN (*ret_lowest, value);
      *ret_highest = MAX (*ret_highest, value);
    }
  if (*ret_highest == *ret_lowest)
    *ret_highest = 1;
}

/* The line through all values; the last of them goes to ret_end. */
static GskPath *
draw_line (TroupeSparkline  *self,
           graphene_point_t *ret_end)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget) - 2 * DOT, height = gtk_widget_get_height (widget) - 2 * DOT;
  g_autoptr(GskPathBuilder) line = gsk_path_builder_new ();
  guint last = self->values->len - 1;
  double lowest, highest;

  get_range (self, &lowest, &highest);
  for (guint i = 0; i <= last; i++)
    {
      float along = last > 0 ? width * (rtl ? last - i : i) / last : width / 2;
      float down = height * (highest - g_array_index (self->values, gint64, i)) / (highest - lowest);

      *ret_end = GRAPHENE_POINT_INIT (DOT + along, DOT + down);
      if (i == 0)
        gsk_path_builder_move_to (line, ret_end->x, ret_end->y);
      else
        gsk_path_builder_line_to (line, ret_end->x, ret_end->y);
    }

  return gsk_path_builder_to_path (line);
}

static GskPath *
draw_dot (const graphene_point_t *center)
{
  g_autoptr(GskPathBuilder) dot = gsk_path_builder_new ();

  gsk_path_builder_add_circle (dot, center, DOT);
  return gsk_path_builder_to_path (dot);
}

static void
troupe_sparkline_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TroupeSparkline *self = TROUPE_SPARKLINE (widget);
  g_autoptr(GskStroke) stroke = gsk_stroke_new (STROKE);
  g_autoptr(GskPath) line = NULL;
  g_autoptr(GskPath) dot = NULL;
  graphene_point_t end;
  GdkRGBA color;

  if (self->values->len == 0)
    return;
  line = draw_line (self, &end);
  dot = draw_dot (&end);
  gtk_widget_get_color (widget, &color);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_append_stroke (snapshot, line, stroke, &color);
  gtk_snapshot_append_fill (snapshot, dot, GSK_FILL_RULE_WINDING, &color);
}

static void
troupe_sparkline_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH / 2 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
troupe_sparkline_finalize (GObject *object)
{
  g_array_unref (TROUPE_SPARKLINE (object)->values);

  G_OBJECT_CLASS (troupe_sparkline_parent_class)->finalize (object);
}

static void
troupe_sparkline_class_init (TroupeSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = troupe_sparkline_finalize;
  widget_class->measure = troupe_sparkline_measure;
  widget_class->snapshot = troupe_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
troupe_sparkline_init (TroupeSparkline *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
troupe_sparkline_new (void)
{
  return g_object_new (TROUPE_TYPE_SPARKLINE, NULL);
}

void
troupe_sparkline_set_values (TroupeSparkline *self,
                             const gint64    *values,
                             gsize            n_values,
                             const char      *description)
{
  g_array_set_size (self->values, 0);
  g_array_append_vals (self->values, values, n_values);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
