#include "troupe-row.h"

#include "troupe-amount.h"
#include "troupe-record.h"

GtkWidget *
troupe_row_new (const char *title,
                const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

void
troupe_row_set_markup (GtkWidget  *row,
                       const char *markup)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), "");   /* the plain title need not be markup */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
}

static void
add_label (GtkWidget         *row,
           const char        *text,
           const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_css_classes (label, (const char **) classes);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

void
troupe_row_add_amount (GtkWidget  *row,
                       const char *amount)
{
  g_autofree char *text = troupe_amount_keep_order (g_strdup (amount));

  add_label (row, text, (const char *const[]) { "numeric", NULL });
}

void
troupe_row_add_note (GtkWidget  *row,
                     const char *note)
{
  add_label (row, note, (const char *const[]) { "caption", "dim-label", NULL });
}

GtkWidget *
troupe_row_add_button (GtkWidget  *row,
                       const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

void
troupe_row_add_icon (GtkWidget  *row,
                     const char *icon_name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

void
troupe_row_add_kind (GtkWidget  *row,
                     const char *kind)
{
  troupe_row_add_icon (row, g_str_equal (kind, "share") ? "accessories-calculator-symbolic" : "security-medium-symbolic");
}

void
troupe_row_set_action (GtkWidget  *row,
                       const char *action)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (arrow, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
}

void
troupe_row_set_record (GtkWidget *row,
                       gpointer   record)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "record", troupe_record_ref (record), troupe_record_unref);
}

gpointer
troupe_row_get_record (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "record");
}
