#include "troupe-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "troupe-shortcut-table.h"

struct _TroupeShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (TroupeShortcutsDialog, troupe_shortcuts_dialog, ADW_TYPE_DIALOG)

AdwDialog *
troupe_shortcuts_dialog_new (void)
{
  return g_object_new (TROUPE_TYPE_SHORTCUTS_DIALOG, NULL);
}

static GtkWidget *
create_row (const TroupeShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  guint key;
  GdkModifierType modifiers;
  g_autofree char *text = NULL;
  GtkWidget *label;

  gtk_accelerator_parse (shortcut->accels[0], &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
}

static void
troupe_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_SHORTCUTS_DIALOG);
  G_OBJECT_CLASS (troupe_shortcuts_dialog_parent_class)->dispose (object);
}

static void
troupe_shortcuts_dialog_class_init (TroupeShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_shortcuts_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeShortcutsDialog, page);
}

static void
troupe_shortcuts_dialog_init (TroupeShortcutsDialog *self)
{
  const char *group_title = NULL;
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const TroupeShortcut *shortcut = troupe_shortcut_table_get (); shortcut->action != NULL; shortcut++)
    {
      if (g_strcmp0 (group_title, shortcut->group) != 0)
        {
          group_title = shortcut->group;
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, _(group_title));
          adw_preferences_page_add (self->page, group);
        }
      adw_preferences_group_add (group, create_row (shortcut));
    }
}
