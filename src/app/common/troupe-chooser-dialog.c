#include "troupe-chooser-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-text.h"

struct _TroupeChooserDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry     *entry;
  GtkStack           *stack;
  GtkListView        *list;
  GtkButton          *other;

  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *folded;      /* what was typed */
};

enum
{
  CHOSEN,
  OTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TroupeChooserDialog, troupe_chooser_dialog, ADW_TYPE_DIALOG)

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  TroupeChooserDialog *self = user_data;

  return self->folded == NULL || strstr (troupe_choice_get_folded (item), self->folded) != NULL;
}

static void
search_changed_cb (TroupeChooserDialog *self)
{
  g_free (self->folded);
  self->folded = troupe_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
items_changed_cb (TroupeChooserDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : "nothing");
}

static void
choose (TroupeChooserDialog *self,
        guint                position)
{
  g_autoptr(TroupeChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice == NULL)
    return;
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[CHOSEN], 0, choice);
  g_object_unref (self);
}

static void
activate_cb (TroupeChooserDialog *self,
             guint                position)
{
  choose (self, position);
}

static void
activate_first_cb (TroupeChooserDialog *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
other_cb (TroupeChooserDialog *self)
{
  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[OTHER], 0);
  g_object_unref (self);
}

static gboolean
key_pressed_cb (TroupeChooserDialog *self,
                guint                key)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint next = key == GDK_KEY_Down ? MIN (at + 1, n - 1) : at - MIN (at, 1);

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || n == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_list_view_scroll_to (self->list, next, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

/* --- rows ---------------------------------------------------------------------------------------- */

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (subtitle), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (box, "choice");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  TroupeChoice *choice = gtk_list_item_get_item (item);
  const char *second = troupe_choice_get_subtitle (choice);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);

  gtk_label_set_label (GTK_LABEL (title), troupe_choice_get_title (choice));
  gtk_label_set_label (GTK_LABEL (subtitle), second);
  gtk_widget_set_visible (subtitle, second != NULL && *second != '\0');
  gtk_list_item_set_accessible_label (item, troupe_choice_get_title (choice));
}

/* --- the dialog ---------------------------------------------------------------------------------- */

AdwDialog *
troupe_chooser_dialog_new (const char *title,
                           GListModel *choices,
                           const char *other)
{
  TroupeChooserDialog *self = g_object_new (TROUPE_TYPE_CHOOSER_DIALOG, "title", title, NULL);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (g_object_ref (choices), g_object_ref (self->filter));

  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_button_set_label (self->other, other != NULL ? other : "");
  gtk_widget_set_visible (GTK_WIDGET (self->other), other != NULL);
  items_changed_cb (self);
  return ADW_DIALOG (self);
}

static void
troupe_chooser_dialog_dispose (GObject *object)
{
  TroupeChooserDialog *self = TROUPE_CHOOSER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_CHOOSER_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (troupe_chooser_dialog_parent_class)->dispose (object);
}

static void
troupe_chooser_dialog_class_init (TroupeChooserDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_chooser_dialog_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", TROUPE_TYPE_CHOOSER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TROUPE_TYPE_CHOICE);
  signals[OTHER] = g_signal_new ("other", TROUPE_TYPE_CHOOSER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/chooser-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeChooserDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TroupeChooserDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeChooserDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TroupeChooserDialog, other);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
}

static void
troupe_chooser_dialog_init (TroupeChooserDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
