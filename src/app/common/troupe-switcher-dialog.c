#include "troupe-switcher-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-fiber.h"
#include "troupe-place.h"
#include "troupe-roster-list.h"
#include "troupe-section.h"
#include "troupe-text.h"

/* More than that nobody reads; type another letter instead. */
#define MOST_CREATORS 50

struct _TroupeSwitcherDialog
{
  AdwDialog parent_instance;

  GtkSearchEntry     *entry;
  GtkListView        *list;

  GListStore         *places;      /* TroupePlace */
  GtkSingleSelection *selection;
  TroupeRosterList   *roster;
};

G_DEFINE_FINAL_TYPE (TroupeSwitcherDialog, troupe_switcher_dialog, ADW_TYPE_DIALOG)

static void
add_sections (TroupeSwitcherDialog *self,
              const char           *folded)
{
  for (const TroupeSection *section = troupe_section_get_all (); section->name != NULL; section++)
    {
      g_autofree char *title = troupe_text_fold (_(section->title));
      g_autofree char *action = g_strdup_printf ("win.show-page('%s')", section->name);
      g_autoptr(TroupePlace) place = NULL;

      if (strstr (title, folded) == NULL)
        continue;
      place = troupe_place_new (section->icon, _(section->title), NULL, action);
      g_list_store_append (self->places, place);
    }
}

static void
add_creators (TroupeSwitcherDialog *self,
              const char           *text)
{
  guint n;

  troupe_roster_list_set_search (self->roster, text);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->roster));
  for (guint i = 0; i < MIN (n, MOST_CREATORS); i++)
    {
      g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->roster), i);
      g_autofree char *action =
        g_strdup_printf ("win.show-creator(int64 %" G_GINT64_FORMAT ")", troupe_roster_item_get_id (item));
      g_autoptr(TroupePlace) place =
        troupe_place_new ("avatar-default-symbolic", troupe_roster_item_get_name (item),
                          troupe_roster_item_get_category (item), action);

      g_list_store_append (self->places, place);
    }
}

static void
search_changed_cb (TroupeSwitcherDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *folded = troupe_text_fold (text);

  g_list_store_remove_all (self->places);
  add_sections (self, folded);
  if (*folded != '\0')
    add_creators (self, text);
}

static void
go_to (TroupeSwitcherDialog *self,
       guint                 position)
{
  g_autoptr(TroupePlace) place = g_list_model_get_item (G_LIST_MODEL (self->places), position);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = NULL;
  g_autoptr(GVariant) target = NULL;

  if (place == NULL || !g_action_parse_detailed_name (troupe_place_get_action (place), &name, &target, NULL))
    return;
  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action_variant (window, name, target);
}

static void
activate_cb (TroupeSwitcherDialog *self,
             guint                 position)
{
  go_to (self, position);
}

static void
activate_first_cb (TroupeSwitcherDialog *self)
{
  go_to (self, gtk_single_selection_get_selected (self->selection));
}

static void
next_cb (TroupeSwitcherDialog *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static gboolean
key_pressed_cb (TroupeSwitcherDialog *self,
                guint                 key)
{
  guint at = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->places));
  guint next = key == GDK_KEY_Down ? MIN (at + 1, n - 1) : at - MIN (at, 1);

  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  if (n > 0)
    gtk_list_view_scroll_to (self->list, next, GTK_LIST_SCROLL_SELECT, NULL);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *subtitle = gtk_label_new (NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  TroupePlace *place = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_next_sibling (icon);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), troupe_place_get_icon (place));
  gtk_label_set_label (GTK_LABEL (title), troupe_place_get_title (place));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), troupe_place_get_subtitle (place));
  gtk_list_item_set_accessible_label (item, troupe_place_get_title (place));
}

AdwDialog *
troupe_switcher_dialog_new (TroupeOffice *office,
                            TroupeMonth   month)
{
  TroupeSwitcherDialog *self = g_object_new (TROUPE_TYPE_SWITCHER_DIALOG, NULL);

  troupe_fiber_disown (troupe_roster_list_load (self->roster, troupe_office_get_file (office), month));
  search_changed_cb (self);
  return ADW_DIALOG (self);
}

static void
troupe_switcher_dialog_dispose (GObject *object)
{
  TroupeSwitcherDialog *self = TROUPE_SWITCHER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_SWITCHER_DIALOG);
  g_clear_object (&self->selection);
  g_clear_object (&self->places);
  g_clear_object (&self->roster);
  G_OBJECT_CLASS (troupe_switcher_dialog_parent_class)->dispose (object);
}

static void
troupe_switcher_dialog_class_init (TroupeSwitcherDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_switcher_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/switcher-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeSwitcherDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, TroupeSwitcherDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, adw_dialog_close);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
troupe_switcher_dialog_init (TroupeSwitcherDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->roster = troupe_roster_list_new ();
  self->places = g_list_store_new (TROUPE_TYPE_PLACE);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->places)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}
