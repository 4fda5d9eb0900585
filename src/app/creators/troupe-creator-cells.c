#include "troupe-creator-cells.h"

#include <glib/gi18n.h>

#include "troupe-roster-item.h"
#include "troupe-vocabulary.h"

static void
setup_name_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = gtk_label_new (NULL);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *category = gtk_label_new (NULL);

  gtk_widget_add_css_class (dot, "status-dot");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "row-name");
  gtk_widget_add_css_class (category, "caption");
  gtk_widget_add_css_class (category, "dim-label");
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), category);
  gtk_list_item_set_child (item, box);
}

/* State is never colour alone: the dot's shape says it too. */
static void
show_status (GtkWidget  *dot,
             const char *status)
{
  const char *shape = "○";
  const char *label = _("Paused");

  if (g_str_equal (status, "active"))
    {
      shape = "●";
      label = _("Active");
    }
  else if (g_str_equal (status, "left"))
    {
      shape = "×";
      label = _("Left");
    }
  gtk_label_set_label (GTK_LABEL (dot), shape);
  gtk_widget_set_css_classes (dot, (const char *[]) { "status-dot", status, NULL });
  gtk_widget_set_tooltip_text (dot, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dot), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
bind_name_cb (GtkListItemFactory *factory,
              GtkListItem        *item)
{
  TroupeRosterItem *creator = gtk_list_item_get_item (item);
  GtkWidget *dot = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *name = gtk_widget_get_next_sibling (dot);

  show_status (dot, troupe_roster_item_get_status (creator));
  gtk_label_set_label (GTK_LABEL (name), troupe_roster_item_get_name (creator));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), troupe_roster_item_get_category (creator));
}

GtkListItemFactory *
troupe_creator_cells_new_name (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_name_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_name_cb), NULL);
  return factory;
}

static const char *
get_letter (const char *platform)
{
  static const struct { const char *platform, *letter; } letters[] = {
    { "kuaishou", "K" }, { "douyin", "D" }, { "bilibili", "B" }, { "youtube", "Y" }, { "twitch", "Tw" },
    { "tiktok", "T" }, { "kwaixiaodian", "Ks" }, { "doudian", "Ds" }, { "tiktok_shop", "Ts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (g_str_equal (letters[i].platform, platform))
      return letters[i].letter;
  return "…";
}

static void
show_platform (GtkWidget  *badge,
               const char *platform)
{
  const char *name = troupe_platform_get_label (troupe_lang_from_locale (g_get_language_names ()[0]), platform);

  gtk_label_set_label (GTK_LABEL (badge), get_letter (platform));
  gtk_widget_set_tooltip_text (badge, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (badge), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "platform-badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  return badge;
}

GtkWidget *
troupe_platform_badge_new (const char *platform)
{
  GtkWidget *badge = create_badge ();

  show_platform (badge, platform);
  return badge;
}

static void
setup_platforms_cb (GtkListItemFactory *factory,
                    GtkListItem        *item)
{
  gtk_list_item_set_child (item, gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
}

/* A row has as many badges as its creators needed at most: two or three, while there are ten platforms. */
static void
bind_platforms_cb (GtkListItemFactory *factory,
                   GtkListItem        *item)
{
  guint32 bits = troupe_roster_item_get_platforms (gtk_list_item_get_item (item));
  const char *const *platforms = troupe_vocabulary_get_platforms ();
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *badge = gtk_widget_get_first_child (box);

  for (guint i = 0; platforms[i] != NULL; i++)
    {
      if ((bits & (1u << i)) == 0)
        continue;
      if (badge == NULL)
        gtk_box_append (GTK_BOX (box), badge = create_badge ());
      show_platform (badge, platforms[i]);
      gtk_widget_set_visible (badge, TRUE);
      badge = gtk_widget_get_next_sibling (badge);
    }
  for (; badge != NULL; badge = gtk_widget_get_next_sibling (badge))
    gtk_widget_set_visible (badge, FALSE);
}

GtkListItemFactory *
troupe_creator_cells_new_platforms (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_platforms_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_platforms_cb), NULL);
  return factory;
}
