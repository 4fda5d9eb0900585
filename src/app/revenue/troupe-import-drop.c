#include "troupe-import-drop.h"

#include "troupe-window.h"

struct _TroupeImportDrop
{
  AdwBin parent_instance;

  GtkDropTarget *target;
};

G_DEFINE_FINAL_TYPE (TroupeImportDrop, troupe_import_drop, ADW_TYPE_BIN)

static gboolean
accept_cb (TroupeImportDrop *self,
           GdkDrop          *drop)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));
  TroupeOffice *office = TROUPE_IS_WINDOW (window) ? troupe_window_get_office (TROUPE_WINDOW (window)) : NULL;

  return office != NULL && !troupe_office_is_read_only (office) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GDK_TYPE_FILE_LIST);
}

static GdkDragAction
enter_cb (TroupeImportDrop *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (TroupeImportDrop *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
drop_cb (TroupeImportDrop *self,
         const GValue     *value)
{
  g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  leave_cb (self);
  for (GSList *file = files; file != NULL; file = file->next)
    if (g_file_peek_path (file->data) != NULL)
      gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", g_file_peek_path (file->data));
  return files != NULL;
}

static void
troupe_import_drop_root (GtkWidget *widget)
{
  TroupeImportDrop *self = TROUPE_IMPORT_DROP (widget);

  GTK_WIDGET_CLASS (troupe_import_drop_parent_class)->root (widget);
  self->target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect_object (self->target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), GTK_EVENT_CONTROLLER (self->target));
}

static void
troupe_import_drop_unroot (GtkWidget *widget)
{
  TroupeImportDrop *self = TROUPE_IMPORT_DROP (widget);

  gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), GTK_EVENT_CONTROLLER (self->target));
  self->target = NULL;
  GTK_WIDGET_CLASS (troupe_import_drop_parent_class)->unroot (widget);
}

static void
troupe_import_drop_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_IMPORT_DROP);
  G_OBJECT_CLASS (troupe_import_drop_parent_class)->dispose (object);
}

static void
troupe_import_drop_class_init (TroupeImportDropClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_import_drop_dispose;
  widget_class->root = troupe_import_drop_root;
  widget_class->unroot = troupe_import_drop_unroot;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/import-drop.ui");
}

static void
troupe_import_drop_init (TroupeImportDrop *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
