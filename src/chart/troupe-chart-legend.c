#include "troupe-chart-legend.h"

#define ENTRY_GAP 18
#define LINE_GAP  4

struct _TroupeChartLegend
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TroupeChartLegend, troupe_chart_legend, GTK_TYPE_WIDGET)

/* Lays the entries out in lines of this width, places them when asked to, and returns the height. */
static int
wrap (GtkWidget *widget,
      int        width,
      gboolean   place)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int x = 0, y = 0, line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area;
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      if (x > 0 && x + size.width > width)
        {
          y += line + LINE_GAP;
          x = line = 0;
        }
      area = (GtkAllocation) { rtl ? width - x - size.width : x, y, size.width, size.height };
      if (place)
        gtk_widget_size_allocate (child, &area, -1);
      x += size.width + ENTRY_GAP;
      line = MAX (line, size.height);
    }

  return y + line;
}

static void
troupe_chart_legend_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  wrap (widget, width, TRUE);
}

static void
troupe_chart_legend_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  int widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      widest = MAX (widest, size.width);
      sum += size.width + (sum > 0 ? ENTRY_GAP : 0);
    }
  *minimum = widest;
  *natural = sum;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = wrap (widget, for_size < 0 ? sum : for_size, FALSE);
}

static GtkSizeRequestMode
troupe_chart_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clear_entries (TroupeChartLegend *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
troupe_chart_legend_dispose (GObject *object)
{
  clear_entries (TROUPE_CHART_LEGEND (object));

  G_OBJECT_CLASS (troupe_chart_legend_parent_class)->dispose (object);
}

static void
troupe_chart_legend_class_init (TroupeChartLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_chart_legend_dispose;
  widget_class->measure = troupe_chart_legend_measure;
  widget_class->size_allocate = troupe_chart_legend_size_allocate;
  widget_class->get_request_mode = troupe_chart_legend_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "chartlegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
troupe_chart_legend_init (TroupeChartLegend *self)
{
}

GtkWidget *
troupe_chart_legend_new (void)
{
  return g_object_new (TROUPE_TYPE_CHART_LEGEND, NULL);
}

void
troupe_chart_legend_add_entry (TroupeChartLegend *self,
                               const char        *name,
                               int                color)
{
  g_autofree char *color_class = g_strdup_printf ("series-%d", color);
  GtkWidget *entry = g_object_new (GTK_TYPE_BOX, "css-name", "key", "spacing", 6,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, color_class);
  gtk_box_append (GTK_BOX (entry), swatch);
  gtk_box_append (GTK_BOX (entry), gtk_label_new (name));
  gtk_widget_set_parent (entry, GTK_WIDGET (self));
}

void
troupe_chart_legend_set_data (TroupeChartLegend *self,
                              TroupeBarData     *data)
{
  guint n = data ? troupe_bar_data_get_n_series (data) : 0;

  clear_entries (self);
  for (guint i = 0; i < n && n > 1; i++)
    troupe_chart_legend_add_entry (self, troupe_bar_data_get_series (data, i), troupe_bar_data_get_color (data, i));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 1);
}
