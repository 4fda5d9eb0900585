#include "troupe-chart-focus.h"

static GtkWidget *
find_focusable (GtkWidget *child,
                gboolean   forward)
{
  while (child != NULL && !(gtk_widget_get_focusable (child) && gtk_widget_get_visible (child)))
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);

  return child;
}

static gboolean
grab_end (GtkWidget *chart,
          gboolean   last)
{
  GtkWidget *child = last ? gtk_widget_get_last_child (chart) : gtk_widget_get_first_child (chart);

  child = find_focusable (child, !last);
  return child != NULL && gtk_widget_grab_focus (child);
}

gboolean
troupe_chart_focus (GtkWidget        *chart,
                    GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (chart);
  gboolean rtl = gtk_widget_get_direction (chart) == GTK_TEXT_DIR_RTL;
  gboolean forward = direction == (rtl ? GTK_DIR_LEFT : GTK_DIR_RIGHT);

  /* the newest month is what one asks about first */
  if (child == NULL)
    return grab_end (chart, TRUE);
  if (direction != GTK_DIR_LEFT && direction != GTK_DIR_RIGHT)
    return FALSE;
  child = find_focusable (forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child), forward);

  return child != NULL && gtk_widget_grab_focus (child);
}

static gboolean
grab_end_cb (GtkWidget *chart,
             GVariant  *args,
             gpointer   user_data)
{
  return grab_end (chart, g_variant_get_boolean (args));
}

void
troupe_chart_focus_add_bindings (GtkWidgetClass *chart_class)
{
  gtk_widget_class_add_binding (chart_class, GDK_KEY_Home, 0, grab_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (chart_class, GDK_KEY_KP_Home, 0, grab_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (chart_class, GDK_KEY_End, 0, grab_end_cb, "b", TRUE);
  gtk_widget_class_add_binding (chart_class, GDK_KEY_KP_End, 0, grab_end_cb, "b", TRUE);
}
