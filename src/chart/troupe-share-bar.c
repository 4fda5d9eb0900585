#include "troupe-share-bar.h"

#include "troupe-chart-focus.h"
#include "troupe-share.h"

#define GAP     2
#define TALLEST 12

typedef struct
{
  char      *name;
  gint64     value;
  GtkWidget *segment;   /* the tree of widgets owns it */
} Part;

struct _TroupeShareBar
{
  GtkWidget         parent_instance;

  TroupeChartFormat format;
  char             *unit;
  GArray           *parts;   /* of Part */
  gint64            whole;   /* what the parts above zero make */
};

G_DEFINE_FINAL_TYPE (TroupeShareBar, troupe_share_bar, GTK_TYPE_WIDGET)

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->name);
}

static void
troupe_share_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 40 : TALLEST;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : TALLEST;
}

static void
troupe_share_bar_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TroupeShareBar *self = TROUPE_SHARE_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gint64 sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);
      int start = self->whole > 0 ? troupe_scale (width, sum, self->whole) : 0;
      int end, length;
      GtkAllocation area;

      gtk_widget_set_child_visible (part->segment, part->value > 0);
      if (part->value <= 0)
        continue;
      sum += part->value;
      end = troupe_scale (width, sum, self->whole);
      length = MAX (end - start - (sum < self->whole ? GAP : 0), 1);
      area = (GtkAllocation) { rtl ? width - start - length : start, 0, length, height };
      gtk_widget_size_allocate (part->segment, &area, -1);
    }
}

static char *
format_share (TroupeShareBar *self,
              gint64          value)
{
  g_autofree char *percent = NULL;

  if (self->whole <= 0 || value < 0)
    return g_strdup ("–");
  percent = troupe_decimal_format (troupe_scale (value, 1000, self->whole), 1, 1);   /* in per mille */
  return g_strconcat (percent, "%", NULL);
}

static void
describe_part (TroupeShareBar *self,
               Part           *part)
{
  g_autofree char *number = self->format (part->value, FALSE, self->unit);
  g_autofree char *share = format_share (self, part->value);
  g_autofree char *name = g_strdup_printf ("%s %s, %s", part->name, number, share);

  gtk_widget_set_tooltip_text (part->segment, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (part->segment), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
mark_ends (TroupeShareBar *self)
{
  GtkWidget *start = NULL, *end = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      gtk_widget_remove_css_class (part->segment, "start");
      gtk_widget_remove_css_class (part->segment, "end");
      if (part->value <= 0)
        continue;
      start = start ? start : part->segment;
      end = part->segment;
    }
  if (start)
    gtk_widget_add_css_class (start, "start");
  if (end)
    gtk_widget_add_css_class (end, "end");
}

void
troupe_share_bar_begin (TroupeShareBar    *self,
                        TroupeChartFormat  format,
                        const char        *unit)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_array_set_size (self->parts, 0);
  g_set_str (&self->unit, unit);
  self->format = format;
  self->whole = 0;
}

void
troupe_share_bar_add_part (TroupeShareBar *self,
                           const char     *name,
                           int             color,
                           gint64          value)
{
  g_autofree char *color_class = g_strdup_printf ("series-%d", color);
  GtkWidget *segment = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "focusable", TRUE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  Part part = { g_strdup (name), value, segment };

  g_return_if_fail (self->format != NULL);

  gtk_widget_add_css_class (segment, color_class);
  gtk_widget_set_parent (segment, GTK_WIDGET (self));
  g_array_append_val (self->parts, part);
  self->whole += MAX (value, 0);
  mark_ends (self);
  for (guint i = 0; i < self->parts->len; i++)
    describe_part (self, &g_array_index (self->parts, Part, i));
}

char *
troupe_share_bar_get_table_text (TroupeShareBar *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *number = self->format (part->value, FALSE, self->unit);
      g_autofree char *share = format_share (self, part->value);

      g_string_append_printf (out, "%s\t%s\t%s\n", part->name, number, share);
    }

  return g_string_free (out, FALSE);
}

static void
troupe_share_bar_dispose (GObject *object)
{
  troupe_share_bar_begin (TROUPE_SHARE_BAR (object), NULL, NULL);

  G_OBJECT_CLASS (troupe_share_bar_parent_class)->dispose (object);
}

static void
troupe_share_bar_finalize (GObject *object)
{
  g_array_unref (TROUPE_SHARE_BAR (object)->parts);

  G_OBJECT_CLASS (troupe_share_bar_parent_class)->finalize (object);
}

static void
troupe_share_bar_class_init (TroupeShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_share_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = troupe_share_bar_finalize;
  widget_class->measure = troupe_share_bar_measure;
  widget_class->size_allocate = troupe_share_bar_size_allocate;
  widget_class->focus = troupe_chart_focus;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  troupe_chart_focus_add_bindings (widget_class);
}

static void
troupe_share_bar_init (TroupeShareBar *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
}

GtkWidget *
troupe_share_bar_new (void)
{
  return g_object_new (TROUPE_TYPE_SHARE_BAR, NULL);
}
