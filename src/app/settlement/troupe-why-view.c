#include "troupe-why-view.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-derivation-item.h"

struct _TroupeWhyView
{
  GtkBox parent_instance;

  GtkLabel         *title;
  GtkListView      *list;

  TroupeDerivation *derivation;
};

G_DEFINE_FINAL_TYPE (TroupeWhyView, troupe_why_view, GTK_TYPE_BOX)

static GListModel *
open_cb (gpointer item,
         gpointer user_data)
{
  return troupe_derivation_item_open (item);
}

static GtkWidget *
create_label (const char *const *classes)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), create_label ((const char *const[]) { "numeric", "why-amount", NULL }));
  gtk_box_append (GTK_BOX (box), create_label ((const char *const[]) { "caption", "dim-label", NULL }));
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (item, expander);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (item);
  g_autoptr(TroupeDerivationItem) node = gtk_tree_list_row_get_item (row);
  TroupeDerivation *derivation = troupe_derivation_item_get (node);
  GtkWidget *expander = gtk_list_item_get_child (item);
  GtkWidget *amount = gtk_widget_get_first_child (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander)));
  GtkWidget *detail = gtk_widget_get_next_sibling (amount);
  const char *plain = derivation->value != NULL ? derivation->value : "";
  g_autofree char *value = troupe_amount_keep_order (g_markup_escape_text (plain, -1));
  g_autofree char *formula = derivation->formula != NULL ? g_markup_escape_text (derivation->formula, -1) : NULL;
  g_autofree char *markup = formula != NULL ? g_strdup_printf ("<b>%s</b>  <span alpha=\"66%%\">%s</span>", value, formula)
                                            : g_strdup_printf ("<b>%s</b>", value);
  g_autofree char *text = derivation->detail != NULL ? g_strdup_printf ("%s · %s", derivation->label, derivation->detail)
                                                     : g_strdup (derivation->label);
  g_autofree char *name = g_strdup_printf ("%s %s %s", derivation->label, derivation->value,
                                           derivation->detail != NULL ? derivation->detail : "");

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  gtk_label_set_markup (GTK_LABEL (amount), markup);
  gtk_label_set_label (GTK_LABEL (detail), text);
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (item)), NULL);
}

static void
copy_cb (TroupeWhyView *self)
{
  g_autofree char *text = troupe_derivation_to_text (self->derivation);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* The first levels open by themselves: that is the answer; evidence opens on demand. */
static void
open_first_levels (GtkTreeListModel *tree)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (tree), i);

      if (gtk_tree_list_row_get_depth (row) < 3)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

GtkWidget *
troupe_why_view_new (TroupeDerivation *derivation)
{
  TroupeWhyView *self = g_object_new (TROUPE_TYPE_WHY_VIEW, NULL);
  g_autoptr(GListStore) roots = g_list_store_new (TROUPE_TYPE_DERIVATION_ITEM);
  g_autoptr(TroupeDerivationItem) root = troupe_derivation_item_new (derivation);
  g_autofree char *title = g_strdup_printf (_("Why %s"), derivation->value);
  GtkTreeListModel *tree;
  g_autoptr(GtkNoSelection) selection = NULL;

  self->derivation = troupe_derivation_ref (derivation);
  gtk_label_set_label (self->title, title);
  g_list_store_append (roots, root);
  tree = gtk_tree_list_model_new (G_LIST_MODEL (g_steal_pointer (&roots)), FALSE, FALSE, open_cb, NULL, NULL);
  open_first_levels (tree);
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  return GTK_WIDGET (self);
}

static void
troupe_why_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_WHY_VIEW);
  g_clear_pointer (&TROUPE_WHY_VIEW (object)->derivation, troupe_derivation_unref);
  G_OBJECT_CLASS (troupe_why_view_parent_class)->dispose (object);
}

static void
troupe_why_view_class_init (TroupeWhyViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_why_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/why-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeWhyView, title);
  gtk_widget_class_bind_template_child (widget_class, TroupeWhyView, list);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
troupe_why_view_init (TroupeWhyView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
}
