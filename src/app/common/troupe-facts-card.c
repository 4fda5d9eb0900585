#include "troupe-facts-card.h"

#include <glib/gi18n.h>

#define WIDEST       20   /* characters, then a text breaks */

struct _TroupeFactsCard
{
  AdwBin parent_instance;

  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (TroupeFactsCard, troupe_facts_card, ADW_TYPE_BIN)

void
troupe_facts_card_clear (TroupeFactsCard *self)
{
  gtk_flow_box_remove_all (self->box);
}

void
troupe_facts_card_set_narrow (TroupeFactsCard *self,
                              gboolean         narrow)
{
  guint abreast = narrow ? 2 : 4;

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  gtk_flow_box_set_max_children_per_line (self->box, abreast);
  gtk_flow_box_set_min_children_per_line (self->box, abreast);
}

static GtkWidget *
add_label (GtkWidget         *box,
           const char        *text,
           const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST);
  gtk_widget_set_css_classes (label, (const char **) classes);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_note (GtkWidget  *cell,
          const char *note,
          const char *icon)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);
      gboolean good = g_str_equal (icon, "object-select-symbolic");

      gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
      gtk_widget_add_css_class (image, good ? "success" : "warning");
      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (line), image);
    }
  gtk_widget_set_hexpand (add_label (line, note, (const char *const[]) { "caption", "dim-label", NULL }), TRUE);
  gtk_box_append (GTK_BOX (cell), line);
}

void
troupe_facts_card_add (TroupeFactsCard *self,
                       const char      *title,
                       const char      *value,
                       const char      *note,
                       const char      *icon)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *label;

  add_label (cell, title, (const char *const[]) { "caption", "dim-label", NULL });
  label = add_label (cell, value != NULL ? value : "–", (const char *const[]) { "heading", "numeric", NULL });
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (note != NULL)
    add_note (cell, note, icon);
  gtk_widget_set_focusable (child, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, value != NULL ? value : _("nothing"), -1);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), cell);
  gtk_flow_box_append (self->box, child);
}

static void
troupe_facts_card_class_init (TroupeFactsCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "facts");
}

static void
troupe_facts_card_init (TroupeFactsCard *self)
{
  self->box = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->box, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->box, TRUE);
  troupe_facts_card_set_narrow (self, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
