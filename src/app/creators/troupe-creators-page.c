#include "troupe-creators-page.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-column.h"
#include "troupe-creator-cells.h"
#include "troupe-creator-form.h"
#include "troupe-fiber.h"
#include "troupe-money.h"
#include "troupe-month-button.h"
#include "troupe-roster-list.h"
#include "troupe-vocabulary.h"

struct _TroupeCreatorsPage
{
  TroupePage parent_instance;

  GtkSearchEntry      *search;
  AdwToggleGroup      *status;
  AdwComboRow         *platform;
  AdwComboRow         *team;
  AdwWrapBox          *chips;
  GtkStack            *stack;
  GtkColumnView       *view;
  GtkLabel            *count;
  GtkLabel            *totals;

  TroupeRosterList    *roster;
  GtkColumnViewColumn *gross;
  GPtrArray           *wide_columns;   /* that a narrow window leaves out */
  char                *currency;
  gboolean             filling;        /* the filter's choices are being made: no question yet */
};

G_DEFINE_FINAL_TYPE (TroupeCreatorsPage, troupe_creators_page, TROUPE_TYPE_PAGE)

/* --- cells --------------------------------------------------------------------------------------- */

static char *
format_money (TroupeCreatorsPage *self,
              gint64              amount)
{
  return amount != TROUPE_NONE ? troupe_money_format (amount, self->currency) : NULL;
}

static char *
format_name (gpointer item,
             gpointer self)
{
  return g_strdup (troupe_roster_item_get_name (item));
}

static char *
format_contract_end (gpointer item,
                     gpointer self)
{
  return troupe_roster_item_renews (item) ? g_strdup (_("renews"))
                                          : troupe_day_to_string (troupe_roster_item_get_contract_end (item));
}

static char *
format_gross (gpointer item,
              gpointer self)
{
  return format_money (self, troupe_roster_item_get_gross (item));
}

static char *
format_earned (gpointer item,
               gpointer self)
{
  return format_money (self, troupe_roster_item_get_earned (item));
}

static char *
format_agency (gpointer item,
               gpointer self)
{
  return format_money (self, troupe_roster_item_get_agency (item));
}

static char *
format_change (gpointer item,
               gpointer self)
{
  return troupe_amount_format_change (troupe_roster_item_get_gross (item), troupe_roster_item_get_before (item));
}

static void
sort_cb (gpointer    data,
         const char *id,
         gboolean    descending)
{
  static const struct { const char *id; TroupeRosterColumn column; } columns[] = {
    { "name", TROUPE_ROSTER_NAME }, { "contract", TROUPE_ROSTER_CONTRACT_END }, { "gross", TROUPE_ROSTER_GROSS },
    { "earned", TROUPE_ROSTER_EARNED }, { "agency", TROUPE_ROSTER_AGENCY }, { "change", TROUPE_ROSTER_CHANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (columns[i].id, id) == 0)
      troupe_roster_list_set_sort (TROUPE_CREATORS_PAGE (data)->roster, columns[i].column, descending);
}

static void
make_columns (TroupeCreatorsPage *self)
{
  GtkColumnViewColumn *name = troupe_column_add_custom (self->view, "name", _("Creator"), troupe_creator_cells_new_name ());
  GtkColumnViewColumn *platforms =
    troupe_column_add_custom (self->view, NULL, _("Platforms"), troupe_creator_cells_new_platforms ());
  GtkColumnViewColumn *contract = troupe_column_add_text (self->view, "contract", _("Contract until"), format_contract_end, self);
  GtkColumnViewColumn *wide[] = { platforms, contract, NULL, NULL, NULL };

  gtk_column_view_column_set_expand (name, TRUE);
  self->gross = troupe_column_add_number (self->view, "gross", _("Gross"), format_gross, self);
  wide[2] = troupe_column_add_number (self->view, "earned", _("Creator’s share"), format_earned, self);
  wide[3] = troupe_column_add_number (self->view, "agency", _("Agency’s share"), format_agency, self);
  wide[4] = troupe_column_add_number (self->view, "change", _("Change"), format_change, self);
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    g_ptr_array_add (self->wide_columns, wide[i]);
  troupe_column_name_rows (self->view, format_name, self);
  troupe_column_connect_sort (self->view, "gross", TRUE, sort_cb, self);
}

/* --- search and filter --------------------------------------------------------------------------- */

static void
show_totals (TroupeCreatorsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->roster));
  guint all = troupe_roster_list_get_size (self->roster);
  TroupeRosterTotals totals = troupe_roster_list_get_totals (self->roster);
  g_autofree char *gross = troupe_money_format (totals.gross, self->currency);
  g_autofree char *earned = troupe_money_format (totals.earned, self->currency);
  g_autofree char *agency = troupe_money_format (totals.agency, self->currency);
  g_autofree char *count =
    g_strdup_printf (n == all ? ngettext ("%u creator", "%u creators", n) : _("%u of %u creators"), n, all);
  g_autofree char *text =
    gtk_column_view_column_get_visible (g_ptr_array_index (self->wide_columns, 0))
      ? g_strdup_printf (_("Gross %s   Creators’ share %s   Agency’s share %s"), gross, earned, agency)
      : g_strdup (gross);

  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->totals, text);
  gtk_stack_set_visible_child_name (self->stack, all == 0 ? "empty" : n == 0 ? "nothing" : "list");
}

static void
show_wide_columns (TroupeCreatorsPage *self,
                   gboolean            visible)
{
  for (guint i = 0; i < self->wide_columns->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->wide_columns, i), visible);
  if (troupe_roster_list_get_size (self->roster) > 0)
    show_totals (self);
}

static void
narrow_cb (TroupeCreatorsPage *self)
{
  show_wide_columns (self, FALSE);
}

static void
wide_cb (TroupeCreatorsPage *self)
{
  show_wide_columns (self, TRUE);
}

static void
search_changed_cb (TroupeCreatorsPage *self)
{
  troupe_roster_list_set_search (self->roster, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static const char *
get_choice (AdwComboRow *row)
{
  GtkStringObject *choice = adw_combo_row_get_selected_item (row);

  return adw_combo_row_get_selected (row) > 0 && choice != NULL ? gtk_string_object_get_string (choice) : NULL;
}

static const char *
get_platform (TroupeCreatorsPage *self)
{
  guint at = adw_combo_row_get_selected (self->platform);

  return at > 0 && at != GTK_INVALID_LIST_POSITION ? troupe_vocabulary_get_platforms ()[at - 1] : NULL;
}

static void
add_chip (TroupeCreatorsPage *self,
          const char         *text,
          GCallback           remove)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = g_strdup_printf (_("Remove the filter %s"), text);

  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", remove, self);
  adw_wrap_box_append (self->chips, button);
}

static void
remove_status_cb (TroupeCreatorsPage *self)
{
  adw_toggle_group_set_active_name (self->status, "all");
}

static void
remove_platform_cb (TroupeCreatorsPage *self)
{
  adw_combo_row_set_selected (self->platform, 0);
}

static void
remove_team_cb (TroupeCreatorsPage *self)
{
  adw_combo_row_set_selected (self->team, 0);
}

static void
clear_cb (TroupeCreatorsPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  remove_status_cb (self);
  remove_platform_cb (self);
  remove_team_cb (self);
}

static void
filter_changed_cb (TroupeCreatorsPage *self)
{
  const char *status = adw_toggle_group_get_active_name (self->status);
  gboolean any = g_str_equal (status, "all");
  const char *platform = get_platform (self);
  const char *team = get_choice (self->team);

  if (self->filling)
    return;
  troupe_roster_list_set_status (self->roster, any ? NULL : status);
  troupe_roster_list_set_platform (self->roster, platform);
  troupe_roster_list_set_team (self->roster, team);
  for (GtkWidget *chip; (chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL;)
    adw_wrap_box_remove (self->chips, chip);
  if (!any)
    add_chip (self, adw_toggle_get_label (adw_toggle_group_get_toggle_by_name (self->status, status)),
              G_CALLBACK (remove_status_cb));
  if (platform != NULL)
    add_chip (self, gtk_string_object_get_string (adw_combo_row_get_selected_item (self->platform)),
              G_CALLBACK (remove_platform_cb));
  if (team != NULL)
    add_chip (self, team, G_CALLBACK (remove_team_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), !any || platform != NULL || team != NULL);
}

static void
fill_choices (TroupeCreatorsPage *self)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  const char *const *platforms = troupe_vocabulary_get_platforms ();
  g_auto(GStrv) teams = troupe_roster_list_get_teams (self->roster);
  g_autoptr(GtkStringList) platform_labels = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) team_labels = gtk_string_list_new (NULL);
  guint platform = adw_combo_row_get_selected (self->platform);
  g_autofree char *team = g_strdup (get_choice (self->team));

  self->filling = TRUE;
  gtk_string_list_append (platform_labels, _("Any"));
  for (guint i = 0; platforms[i] != NULL; i++)
    gtk_string_list_append (platform_labels, troupe_platform_get_label (lang, platforms[i]));
  gtk_string_list_append (team_labels, _("Any"));
  for (guint i = 0; teams[i] != NULL; i++)
    gtk_string_list_append (team_labels, teams[i]);
  adw_combo_row_set_model (self->platform, G_LIST_MODEL (platform_labels));
  adw_combo_row_set_selected (self->platform, platform != GTK_INVALID_LIST_POSITION ? platform : 0);
  adw_combo_row_set_model (self->team, G_LIST_MODEL (team_labels));
  for (guint i = 0; teams[i] != NULL; i++)
    if (g_strcmp0 (teams[i], team) == 0)
      adw_combo_row_set_selected (self->team, i + 1);
  self->filling = FALSE;
}

/* --- the page ------------------------------------------------------------------------------------ */

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeCreatorsPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  TroupeAgency *agency = troupe_office_get_agency (office);
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  g_set_str (&self->currency, agency != NULL ? agency->currency : "CNY");
  title = g_strdup_printf (_("Gross, %s"), self->currency);
  gtk_column_view_column_set_title (self->gross, title);
  dex_await (troupe_roster_list_load (self->roster, troupe_office_get_file (office), troupe_page_get_month (page)), &error);
  troupe_page_show_error (page, error);
  fill_choices (self);
  show_totals (self);
  return dex_future_new_true ();
}

static void
troupe_creators_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_creators_page_create (TroupePage *page)
{
  adw_dialog_present (troupe_creator_form_new (troupe_page_get_office (page), NULL), GTK_WIDGET (page));
}

static void
create_cb (TroupeCreatorsPage *self)
{
  troupe_creators_page_create (TROUPE_PAGE (self));
}

static void
troupe_creators_page_search (TroupePage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (TROUPE_CREATORS_PAGE (page)->search));
}

static void
activate_cb (TroupeCreatorsPage *self,
             guint               position)
{
  g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->roster), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-creator", "x", troupe_roster_item_get_id (item));
}

static void
troupe_creators_page_dispose (GObject *object)
{
  TroupeCreatorsPage *self = TROUPE_CREATORS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_CREATORS_PAGE);
  g_clear_object (&self->roster);
  g_clear_pointer (&self->wide_columns, g_ptr_array_unref);
  g_clear_pointer (&self->currency, g_free);
  G_OBJECT_CLASS (troupe_creators_page_parent_class)->dispose (object);
}

static void
troupe_creators_page_class_init (TroupeCreatorsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_creators_page_dispose;
  page_class->refresh = troupe_creators_page_refresh;
  page_class->create = troupe_creators_page_create;
  page_class->search = troupe_creators_page_search;

  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/creators-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, search);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, status);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, platform);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, team);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, chips);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, count);
  gtk_widget_class_bind_template_child (widget_class, TroupeCreatorsPage, totals);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
troupe_creators_page_init (TroupeCreatorsPage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  self->roster = troupe_roster_list_new ();
  self->wide_columns = g_ptr_array_new ();
  self->currency = g_strdup ("CNY");
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  troupe_column_connect_search (self->view, self->search);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->roster)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  make_columns (self);
  g_signal_connect_object (self->roster, "items-changed", G_CALLBACK (show_totals), self, G_CONNECT_SWAPPED);
}
