#include "troupe-import-cells.h"

#include <glib/gi18n.h>

#include "troupe-import-text.h"
#include "troupe-record-item.h"

static TroupeImport *
get_import (GtkListItem *item)
{
  return troupe_record_item_get_record (gtk_list_item_get_item (item));
}

static gboolean
is_withdrawn (const TroupeImport *import)
{
  return g_str_equal (import->state, "withdrawn");
}

void
troupe_import_cells_setup_two (GtkListItem *item,
                               gboolean     number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_label_new (NULL);
  GtkWidget *second = gtk_label_new (NULL);

  for (GtkWidget *label = first; label != NULL; label = label == first ? second : NULL)
    {
      gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), number ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_MIDDLE);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_add_css_class (second, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, box);
}

void
troupe_import_cells_show_two (GtkListItem *item,
                              const char  *first,
                              const char  *second)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *below = gtk_widget_get_next_sibling (label);

  gtk_label_set_label (GTK_LABEL (label), first);
  gtk_label_set_label (GTK_LABEL (below), second);
  gtk_widget_set_visible (below, second != NULL && *second != '\0');
}

/* --- the file ------------------------------------------------------------------------------------ */

static void
setup_file_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  troupe_import_cells_setup_two (item, FALSE);
  gtk_widget_add_css_class (gtk_widget_get_first_child (gtk_list_item_get_child (item)), "row-name");
}

static void
bind_file_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  TroupeImport *import = get_import (item);
  GtkWidget *box = gtk_list_item_get_child (item);

  troupe_import_cells_show_two (item, import->file_name, troupe_record_item_get_name (gtk_list_item_get_item (item)));
  gtk_widget_set_tooltip_text (box, import->file_name);
  if (is_withdrawn (import))
    gtk_widget_add_css_class (box, "dim-label");
  else
    gtk_widget_remove_css_class (box, "dim-label");
}

GtkListItemFactory *
troupe_import_cells_new_file (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_file_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_file_cb), NULL);
  return factory;
}

/* --- the amount ---------------------------------------------------------------------------------- */

static void
setup_amount_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  troupe_import_cells_setup_two (item, TRUE);
  gtk_widget_add_css_class (gtk_list_item_get_child (item), "numeric");
}

static void
bind_amount_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  g_auto(GStrv) amounts = troupe_import_text_amounts (get_import (item)->total);
  g_autofree char *others = amounts[0] != NULL ? g_strjoinv (" + ", amounts + 1) : NULL;

  troupe_import_cells_show_two (item, amounts[0] != NULL ? amounts[0] : "–", others);
}

GtkListItemFactory *
troupe_import_cells_new_amount (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_amount_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_amount_cb), NULL);
  return factory;
}

/* --- the state ----------------------------------------------------------------------------------- */

static void
setup_state_cb (GtkListItemFactory *factory,
                GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *dot = gtk_label_new (NULL);

  gtk_widget_add_css_class (dot, "status-dot");
  gtk_accessible_update_state (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_list_item_set_child (item, box);
}

static void
bind_state_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  TroupeImport *import = get_import (item);
  GtkWidget *dot = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *number = troupe_import_text_number (import->failed_rows);
  g_autofree char *left_out = g_strdup_printf (_("%s left out"), number);
  const char *look[] = { "●", "active", _("Imported") };

  if (import->failed_rows > 0)
    {
      look[0] = "■";
      look[1] = "warning";
      look[2] = left_out;
    }
  if (is_withdrawn (import))
    {
      look[0] = "○";
      look[1] = "paused";
      look[2] = _("Taken back");
    }
  gtk_label_set_label (GTK_LABEL (dot), look[0]);
  gtk_widget_set_css_classes (dot, (const char *[]) { "status-dot", look[1], NULL });
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (dot)), look[2]);
}

GtkListItemFactory *
troupe_import_cells_new_state (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_state_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_state_cb), NULL);
  return factory;
}

static void
keep_whole_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  gtk_label_set_ellipsize (GTK_LABEL (gtk_list_item_get_child (item)), PANGO_ELLIPSIZE_NONE);
}

void
troupe_import_cells_keep_whole (GtkColumnViewColumn *column)
{
  g_signal_connect (gtk_column_view_column_get_factory (column), "setup", G_CALLBACK (keep_whole_cb), NULL);
}
