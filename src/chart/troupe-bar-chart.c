#include "troupe-bar-chart.h"

#include "troupe-bar.h"
#include "troupe-chart-focus.h"
#include "troupe-chart-scale.h"

#define TICK_GAP       10    /* between an axis label and the plot */
#define NAME_GAP       5     /* between the baseline and the months' names */
#define NARROWEST_SLOT 8
#define USUAL_SLOT     56
#define LOWEST_PLOT    80
#define USUAL_PLOT     170

struct _TroupeBarChart
{
  GtkWidget        parent_instance;

  TroupeBarData   *data;
  TroupeChartScale scale;
  GPtrArray       *lines;   /* of GtkWidget, the lowest first; the tree of widgets owns them */
  GPtrArray       *ticks;   /* of GtkWidget, one beside each line */
  GPtrArray       *bars;    /* of TroupeBar */
};

G_DEFINE_FINAL_TYPE (TroupeBarChart, troupe_bar_chart, GTK_TYPE_WIDGET)

static int
measure_widest (GPtrArray *widgets)
{
  int widest = 0;

  for (guint i = 0; i < widgets->len; i++)
    {
      int natural;

      gtk_widget_measure (widgets->pdata[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      widest = MAX (widest, natural);
    }

  return widest;
}

/* The room that names below and a note above the plot need. */
static void
measure_names (TroupeBarChart *self,
               int            *ret_width,
               int            *ret_height,
               int            *ret_note)
{
  *ret_width = *ret_height = *ret_note = 0;
  for (guint i = 0; i < self->bars->len; i++)
    {
      int width, height;

      troupe_bar_measure_name (self->bars->pdata[i], &width, &height);
      *ret_width = MAX (*ret_width, width);
      *ret_height = MAX (*ret_height, height);
      *ret_note = MAX (*ret_note, troupe_bar_get_note_height (self->bars->pdata[i]));
    }
  *ret_note = MAX (*ret_note, *ret_height / 2);   /* the highest tick stands half above its line */
}

static void
troupe_bar_chart_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TroupeBarChart *self = TROUPE_BAR_CHART (widget);
  int width, height, note, fixed;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      fixed = measure_widest (self->ticks) + TICK_GAP;
      *minimum = fixed + NARROWEST_SLOT * self->bars->len;
      *natural = fixed + USUAL_SLOT * self->bars->len;
      return;
    }
  measure_names (self, &width, &height, &note);
  fixed = note + NAME_GAP + height;
  *minimum = fixed + LOWEST_PLOT;
  *natural = fixed + USUAL_PLOT;
}

static void
allocate_lines (TroupeBarChart      *self,
                const GtkAllocation *plot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < self->lines->len; i++)
    {
      gint64 value = self->scale.low + (gint64) i * self->scale.step;
      int y = plot->y + troupe_chart_scale_map (&self->scale, value, plot->height);
      GtkAllocation line = { plot->x, y, plot->width, 1 };
      GtkRequisition size;
      GtkAllocation tick;

      gtk_widget_get_preferred_size (self->ticks->pdata[i], NULL, &size);
      tick = (GtkAllocation) { plot->x - TICK_GAP - size.width, y - size.height / 2, size.width, size.height };
      if (rtl)
        tick.x = plot->x + plot->width + TICK_GAP;
      gtk_widget_size_allocate (self->lines->pdata[i], &line, -1);
      gtk_widget_size_allocate (self->ticks->pdata[i], &tick, -1);
    }
}

/* Names of months that do not fit side by side are thinned to each second, third … counted from the
 * newest, so that the newest always has its name. */
static int
choose_stride (int slot,
               int widest)
{
  static const int strides[] = { 1, 2, 3, 4, 6, 12, 24 };

  for (gsize i = 0; i < G_N_ELEMENTS (strides); i++)
    if (slot * strides[i] >= widest)
      return strides[i];

  return TROUPE_BAR_DATA_MOST_MONTHS;
}

static void
allocate_bars (TroupeBarChart      *self,
               const GtkAllocation *plot,
               int                  widest,
               int                  height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int n = self->bars->len;

  for (int i = 0; i < n; i++)
    {
      int place = rtl ? n - 1 - i : i;
      int start = plot->x + plot->width * place / n, end = plot->x + plot->width * (place + 1) / n;
      GtkAllocation column = { start, 0, end - start, height };
      TroupeBar *bar = self->bars->pdata[i];

      troupe_bar_set_plot (bar, &self->scale, plot->y, plot->height);
      troupe_bar_set_named (bar, (n - 1 - i) % choose_stride (plot->width / n, widest) == 0);
      gtk_widget_size_allocate (GTK_WIDGET (bar), &column, -1);
    }
}

static void
troupe_bar_chart_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TroupeBarChart *self = TROUPE_BAR_CHART (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int axis, widest, name_height, note;
  GtkAllocation plot;

  if (self->bars->len == 0)
    return;
  axis = measure_widest (self->ticks) + TICK_GAP;
  measure_names (self, &widest, &name_height, &note);
  plot = (GtkAllocation) { rtl ? 0 : axis, note, MAX (width - axis, 1), MAX (height - note - NAME_GAP - name_height, 1) };
  allocate_lines (self, &plot);
  allocate_bars (self, &plot, widest, height);
}

static void
clear_children (TroupeBarChart *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->ticks, 0);
  g_ptr_array_set_size (self->bars, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

static void
add_child (TroupeBarChart *self,
           GPtrArray      *list,
           GtkWidget      *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_ptr_array_add (list, child);
}

static void
add_line (TroupeBarChart *self,
          gint64          value)
{
  g_autofree char *text = troupe_bar_data_format (self->data, value, TRUE);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "css-name", "line", "can-target", FALSE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *tick = g_object_new (GTK_TYPE_LABEL, "label", text, "can-target", FALSE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  if (value == 0)
    gtk_widget_add_css_class (line, "zero");
  gtk_widget_add_css_class (tick, "tick");
  add_child (self, self->lines, line);
  add_child (self, self->ticks, tick);
}

void
troupe_bar_chart_set_data (TroupeBarChart *self,
                           TroupeBarData  *data)
{
  gint64 lowest, highest;
  int n_lines;

  clear_children (self);
  if (data)
    troupe_bar_data_ref (data);
  g_clear_pointer (&self->data, troupe_bar_data_unref);
  self->data = data;
  if (data == NULL || troupe_bar_data_get_n_months (data) == 0)
    return;
  troupe_bar_data_get_range (data, &lowest, &highest);
  troupe_chart_scale_init (&self->scale, lowest, highest);
  /* without a value, only zero means something */
  n_lines = lowest == highest ? 1 : troupe_chart_scale_get_n_lines (&self->scale);
  for (int i = 0; i < n_lines; i++)
    add_line (self, self->scale.low + i * self->scale.step);
  for (guint at = 0; at < troupe_bar_data_get_n_months (data); at++)
    add_child (self, self->bars, troupe_bar_new (data, at));
}

char *
troupe_bar_chart_get_table_text (TroupeBarChart *self)
{
  return self->data ? troupe_bar_data_to_table (self->data) : g_strdup ("");
}

static gboolean
copy_table_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  g_autofree char *table = troupe_bar_chart_get_table_text (TROUPE_BAR_CHART (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), table);
  return TRUE;
}

static void
troupe_bar_chart_dispose (GObject *object)
{
  TroupeBarChart *self = TROUPE_BAR_CHART (object);

  clear_children (self);
  g_clear_pointer (&self->data, troupe_bar_data_unref);

  G_OBJECT_CLASS (troupe_bar_chart_parent_class)->dispose (object);
}

static void
troupe_bar_chart_finalize (GObject *object)
{
  TroupeBarChart *self = TROUPE_BAR_CHART (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->ticks);
  g_ptr_array_unref (self->bars);

  G_OBJECT_CLASS (troupe_bar_chart_parent_class)->finalize (object);
}

static void
troupe_bar_chart_class_init (TroupeBarChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = troupe_bar_chart_dispose;
  object_class->finalize = troupe_bar_chart_finalize;
  widget_class->measure = troupe_bar_chart_measure;
  widget_class->size_allocate = troupe_bar_chart_size_allocate;
  widget_class->focus = troupe_chart_focus;

  gtk_widget_class_set_css_name (widget_class, "barchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  troupe_chart_focus_add_bindings (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_table_cb, NULL);
}

static void
troupe_bar_chart_init (TroupeBarChart *self)
{
  self->lines = g_ptr_array_new ();
  self->ticks = g_ptr_array_new ();
  self->bars = g_ptr_array_new ();
}

GtkWidget *
troupe_bar_chart_new (void)
{
  return g_object_new (TROUPE_TYPE_BAR_CHART, NULL);
}
