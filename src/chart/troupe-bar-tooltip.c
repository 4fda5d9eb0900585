#include "troupe-bar-tooltip.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
attach_label (GtkWidget  *grid,
              const char *text,
              int         column,
              int         row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);

  return label;
}

static void
attach_number (GtkWidget           *grid,
               const TroupeBarData *data,
               gint64               value,
               int                  row)
{
  g_autofree char *text = troupe_bar_data_format (data, value, FALSE);

  gtk_widget_add_css_class (attach_label (grid, text, 1, row), "numeric");
}

GtkWidget *
troupe_bar_tooltip_new (const TroupeBarData *data,
                        guint                at)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *name = troupe_bar_data_get_name (data, at);
  GtkWidget *heading = gtk_label_new (name);
  int n = troupe_bar_data_get_n_series (data);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_grid_attach (GTK_GRID (grid), heading, 0, 0, 2, 1);
  /* as the stack stands: its top first */
  for (int i = 0; i < n; i++)
    {
      attach_label (grid, troupe_bar_data_get_series (data, i), 0, n - i);
      attach_number (grid, data, troupe_bar_data_get_value (data, at, i), n - i);
    }
  if (n > 1)
    {
      attach_label (grid, _("Total"), 0, n + 1);
      attach_number (grid, data, troupe_bar_data_get_total (data, at), n + 1);
    }

  return grid;
}
