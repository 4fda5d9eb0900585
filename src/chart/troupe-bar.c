#include "troupe-bar.h"

#include "troupe-bar-tooltip.h"
#include "troupe-chart-month.h"

#include <glib/gi18n-lib.h>

#define SHARE_OF_COLUMN 56   /* per cent; the rest is air */
#define WIDEST          34
#define NARROWEST       3
#define GAP             2    /* between segments */
#define NAME_GAP        6    /* between two names */
#define NOTE_GAP        2    /* between a bar and its note */
#define FEW_MONTHS      6    /* so few bars carry their number */

struct _TroupeBar
{
  GtkWidget        parent_instance;

  TroupeBarData   *data;
  guint            at;
  TroupeChartScale scale;
  int              top;
  int              height;
  gboolean         named;
  GtkWidget       *segments[TROUPE_BAR_DATA_MOST_SERIES];
  GtkWidget       *name;
  GtkWidget       *name_with_year;   /* January says its year where there is room; else NULL */
  GtkWidget       *note;
};

G_DEFINE_FINAL_TYPE (TroupeBar, troupe_bar, GTK_TYPE_WIDGET)

static gint64
get_value (TroupeBar *self,
           guint      series)
{
  gint64 value = troupe_bar_data_get_value (self->data, self->at, series);

  return value == TROUPE_NONE ? 0 : value;
}

static int
get_bar_width (int column)
{
  return CLAMP (column * SHARE_OF_COLUMN / 100, NARROWEST, WIDEST);
}

/* A value that is not nothing keeps at least a pixel, and its outer edge stays where it belongs. */
static void
allocate_segment (GtkWidget *segment,
                  int        column,
                  int        from,
                  int        to,
                  int        gap)
{
  int width = get_bar_width (column);
  int height = MAX (ABS (to - from) - gap, 1);
  GtkAllocation area = { (column - width) / 2, to <= from ? to : to - height, width, height };

  gtk_widget_size_allocate (segment, &area, -1);
}

static void
allocate_stack (TroupeBar *self,
                int        column)
{
  gint64 above = 0, below = 0;

  for (guint i = 0; i < troupe_bar_data_get_n_series (self->data); i++)
    {
      gint64 value = get_value (self, i);
      gint64 *edge = value < 0 ? &below : &above;
      int from = self->top + troupe_chart_scale_map (&self->scale, *edge, self->height);
      int gap = *edge != 0 ? GAP : 0;

      gtk_widget_set_child_visible (self->segments[i], value != 0);
      *edge += value;
      if (value != 0)
        allocate_segment (self->segments[i], column, from,
                          self->top + troupe_chart_scale_map (&self->scale, *edge, self->height), gap);
    }
}

static int
find_top (TroupeBar *self,
          guint      at)
{
  gint64 above = 0;

  for (guint i = 0; i < troupe_bar_data_get_n_series (self->data); i++)
    above += MAX (troupe_bar_data_get_value (self->data, at, i), 0);

  return self->top + troupe_chart_scale_map (&self->scale, above, self->height);
}

static void
allocate_label (GtkWidget *label,
                int        x,
                int        bottom)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (label, NULL, &size);
  gtk_widget_size_allocate (label, &(GtkAllocation) { x, bottom - size.height, size.width, size.height }, -1);
}

static int
measure_width (GtkWidget *label)
{
  int natural = 0;

  if (label)
    gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Above the stack. Wider than its column, it ends where the column ends and leans over the air before
 * it; where the month before stands in the way it stays away: the pale bar and its name say the same. */
static void
allocate_note (TroupeBar *self,
               int        column)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = measure_width (self->note);
  int top = find_top (self, self->at);
  int air = (column - get_bar_width (column)) / 2;
  gboolean clear = self->at == 0 || find_top (self, self->at - 1) >= top;

  gtk_widget_set_child_visible (self->note, clear || width + NOTE_GAP <= column + air);
  allocate_label (self->note, width <= column ? (column - width) / 2 : rtl ? 0 : column - width, top - NOTE_GAP);
}

/* Centred, and free to be wider than its column. */
static void
allocate_names (TroupeBar *self,
                int        column,
                int        bottom)
{
  int with_year = measure_width (self->name_with_year);
  gboolean fits = self->name_with_year && with_year + NAME_GAP <= column;

  gtk_widget_set_child_visible (self->name, self->named && !fits);
  allocate_label (self->name, (column - measure_width (self->name)) / 2, bottom);
  if (self->name_with_year)
    {
      gtk_widget_set_child_visible (self->name_with_year, self->named && fits);
      allocate_label (self->name_with_year, (column - with_year) / 2, bottom);
    }
}

static void
troupe_bar_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TroupeBar *self = TROUPE_BAR (widget);

  allocate_stack (self, width);
  allocate_names (self, width, height);
  if (self->note)
    allocate_note (self, width);
}

static void
troupe_bar_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  /* every child is asked, or GTK finds one allocated unmeasured */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NARROWEST : 1;
}

static gboolean
troupe_bar_query_tooltip (GtkWidget  *widget,
                          int         x,
                          int         y,
                          gboolean    keyboard,
                          GtkTooltip *tooltip)
{
  TroupeBar *self = TROUPE_BAR (widget);

  gtk_tooltip_set_custom (tooltip, troupe_bar_tooltip_new (self->data, self->at));
  return TRUE;
}

static void
troupe_bar_dispose (GObject *object)
{
  TroupeBar *self = TROUPE_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->data, troupe_bar_data_unref);

  G_OBJECT_CLASS (troupe_bar_parent_class)->dispose (object);
}

static void
troupe_bar_class_init (TroupeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_bar_dispose;
  widget_class->measure = troupe_bar_measure;
  widget_class->size_allocate = troupe_bar_size_allocate;
  widget_class->query_tooltip = troupe_bar_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
troupe_bar_init (TroupeBar *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* What a label shows is in the bar's own accessible name already. */
static GtkWidget *
add_label (TroupeBar  *self,
           const char *css_class,
           const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "can-target", FALSE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_segments (TroupeBar *self)
{
  GtkWidget *top = NULL, *bottom = NULL;

  for (guint i = 0; i < troupe_bar_data_get_n_series (self->data); i++)
    {
      g_autofree char *color = g_strdup_printf ("series-%d", troupe_bar_data_get_color (self->data, i));
      GtkWidget *segment = g_object_new (GTK_TYPE_BOX, "css-name", "segment", "can-target", FALSE,
                                         "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gint64 value = get_value (self, i);

      gtk_widget_add_css_class (segment, color);
      gtk_widget_set_parent (segment, GTK_WIDGET (self));
      self->segments[i] = segment;
      if (value > 0)
        top = segment;
      else if (value < 0)
        bottom = segment;
    }
  if (top)
    gtk_widget_add_css_class (top, "top");
  if (bottom)
    gtk_widget_add_css_class (bottom, "bottom");
}

static gboolean
is_newest_open (TroupeBar *self)
{
  guint next = self->at + 1;

  return troupe_bar_data_get_open (self->data, self->at) &&
         !(next < troupe_bar_data_get_n_months (self->data) && troupe_bar_data_get_open (self->data, next));
}

/* What stands above the bar: NULL, "so far", "2.7 M" or "2.7 M so far". */
static char *
make_note (TroupeBar *self)
{
  gboolean few = troupe_bar_data_get_n_months (self->data) <= FEW_MONTHS;
  gboolean open = is_newest_open (self);
  g_autofree char *total = troupe_bar_data_format (self->data, troupe_bar_data_get_total (self->data, self->at), TRUE);

  if (few)
    return open ? g_strdup_printf (_("%s so far"), total) : g_steal_pointer (&total);
  return open ? g_strdup (_("so far")) : NULL;
}

static void
add_names (TroupeBar *self)
{
  TroupeMonth month = troupe_bar_data_get_month (self->data, self->at);
  g_autofree char *text = troupe_chart_month_format (month, TROUPE_CHART_MONTH_SHORT);

  self->name = add_label (self, "month", text);
  if (month % 12 == 0)
    {
      g_autofree char *with_year = troupe_chart_month_format (month, TROUPE_CHART_MONTH_YEAR);
      self->name_with_year = add_label (self, "month", with_year);
    }
}

GtkWidget *
troupe_bar_new (TroupeBarData *data,
                guint          at)
{
  TroupeBar *self = g_object_new (TROUPE_TYPE_BAR, NULL);
  g_autofree char *name = troupe_bar_data_describe (data, at);
  g_autofree char *note = NULL;

  self->data = troupe_bar_data_ref (data);
  self->at = at;
  add_segments (self);
  add_names (self);
  if (troupe_bar_data_get_open (data, at))
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  if (at + 1 == troupe_bar_data_get_n_months (data))
    gtk_widget_add_css_class (GTK_WIDGET (self), "newest");
  note = make_note (self);
  if (note)
    self->note = add_label (self, "note", note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) at + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) troupe_bar_data_get_n_months (data), -1);

  return GTK_WIDGET (self);
}

void
troupe_bar_set_plot (TroupeBar              *self,
                     const TroupeChartScale *scale,
                     int                     top,
                     int                     height)
{
  self->scale = *scale;
  self->top = top;
  self->height = height;
}

void
troupe_bar_set_named (TroupeBar *self,
                      gboolean   named)
{
  self->named = named;
}

void
troupe_bar_measure_name (TroupeBar *self,
                         int       *ret_width,
                         int       *ret_height)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->name, NULL, &size);
  *ret_width = size.width + NAME_GAP;
  *ret_height = size.height;
}

int
troupe_bar_get_note_height (TroupeBar *self)
{
  int natural = 0;

  if (self->note)
    gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);

  return natural > 0 ? natural + NOTE_GAP : 0;
}
