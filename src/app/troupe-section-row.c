#include "troupe-section-row.h"

#include <glib/gi18n.h>

struct _TroupeSectionRow
{
  GtkListBoxRow parent_instance;

  const TroupeSection *section;
  GtkWidget           *count;
};

G_DEFINE_FINAL_TYPE (TroupeSectionRow, troupe_section_row, GTK_TYPE_LIST_BOX_ROW)

/* Where one sees to it; what is not here counts lines or people that no section lists. */
static const char *const places[] = {
  [TROUPE_NEED_WAITING] = "revenue",
  [TROUPE_NEED_STALE] = "settlement",
  [TROUPE_NEED_CLOSE] = "settlement",
  [TROUPE_NEED_PAY] = "settlement",
  [TROUPE_NEED_NOTHING_IN] = NULL,
};

const TroupeSection *
troupe_section_row_get_section (TroupeSectionRow *self)
{
  return self->section;
}

void
troupe_section_row_show_needs (TroupeSectionRow *self,
                               GPtrArray        *needs)
{
  const char *title = _(self->section->title);
  gint64 count = 0;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < needs->len; i++)
    {
      const TroupeNeed *need = needs->pdata[i];

      if (g_strcmp0 (places[need->kind], self->section->name) == 0)
        count += need->count;
    }
  number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  /* Translators: a section of the window, and how much waits there for somebody to act */
  name = count > 0 ? g_strdup_printf (_("%s, %s to do"), title, number) : g_strdup (title);
  gtk_label_set_label (GTK_LABEL (self->count), number);
  gtk_widget_set_visible (self->count, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
troupe_section_row_new (const TroupeSection *section)
{
  TroupeSectionRow *self = g_object_new (TROUPE_TYPE_SECTION_ROW, "name", section->name, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_(section->title));

  self->section = section;
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_css_classes (self->count, (const char *[]) { "section-count", "numeric", NULL });
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->count, FALSE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (section->icon));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(section->title), -1);
  return GTK_WIDGET (self);
}

static void
troupe_section_row_class_init (TroupeSectionRowClass *klass)
{
}

static void
troupe_section_row_init (TroupeSectionRow *self)
{
  self->count = gtk_label_new (NULL);
}
