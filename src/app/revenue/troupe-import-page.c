#include "troupe-import-page.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-change.h"
#include "troupe-creator.h"
#include "troupe-facts-card.h"
#include "troupe-fiber.h"
#include "troupe-import-job.h"
#include "troupe-import-line-list.h"
#include "troupe-import-problems.h"
#include "troupe-import-text.h"
#include "troupe-line-columns.h"
#include "troupe-record-index.h"
#include "troupe-row.h"
#include "troupe-save-dialog.h"
#include "troupe-vocabulary.h"

/* As many entries as one reads; the CSV file has them all. */
#define MOST_PROBLEMS 200

struct _TroupeImportPage
{
  TroupePage parent_instance;

  AdwWindowTitle   *heading;
  GtkButton        *undo;
  GtkButton        *export;
  AdwBanner        *banner;
  TroupeFactsCard  *facts;
  AdwViewStack     *stack;
  AdwViewStackPage *problems_page;
  GtkColumnView    *view;
  GtkStack         *lines_stack;
  GtkListBox       *problems;

  TroupeImport     *import;
  TroupeLineOwners  owners;
  GPtrArray        *rows;           /* TroupeImportRow */
  GPtrArray        *wide_columns;   /* that a narrow window leaves out */
  gboolean          corrected;      /* its lines are reversed in an open month: nothing is left to undo */
  gboolean          narrow;
};

G_DEFINE_FINAL_TYPE (TroupeImportPage, troupe_import_page, TROUPE_TYPE_PAGE)

/* --- showing ------------------------------------------------------------------------------------- */

static void
show_facts (TroupeImportPage *self,
            const char       *profile)
{
  TroupeImport *import = self->import;
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  g_autofree char *period = troupe_import_text_period (import->first_day, import->last_day);
  g_autofree char *total = troupe_import_text_total (import->total);
  g_autofree char *rows = troupe_import_text_number (import->rows);
  g_autofree char *counts = troupe_import_text_counts (import);
  g_autofree char *remarks = g_strjoin ("; ", counts, import->note, NULL);
  g_autofree char *lines = troupe_import_text_number (import->lines);
  g_autofree char *time = troupe_import_text_time (import->time);
  g_autofree char *time_note = g_strdup_printf (_("imported %s"), time);

  troupe_facts_card_clear (self->facts);
  troupe_facts_card_add (self->facts, _("Period"), period, time_note, NULL);
  troupe_facts_card_add (self->facts, _("Rows in the file"), rows, remarks, NULL);
  troupe_facts_card_add (self->facts, _("Lines of revenue"), lines, troupe_platform_get_label (lang, import->platform), NULL);
  troupe_facts_card_add (self->facts, _("Amount in the file"), total, profile, NULL);
}

static void
show_problems (TroupeImportPage *self)
{
  g_autoptr(GPtrArray) problems = troupe_import_problems_gather (self->rows);
  guint shown = MIN (problems->len, MOST_PROBLEMS);

  gtk_list_box_remove_all (self->problems);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (self->problems, troupe_import_problem_new_row (g_ptr_array_index (problems, i), self->narrow));
  if (problems->len > shown)
    {
      g_autofree char *number = troupe_import_text_number (problems->len - shown);
      g_autofree char *text = g_strdup_printf (_("And %s more"), number);

      gtk_list_box_append (self->problems, troupe_row_new (text, _("Save the list to read them all")));
    }
  if (problems->len == 0)
    gtk_list_box_append (self->problems, troupe_row_new (_("Nothing: every row was new"), NULL));
  adw_view_stack_page_set_badge_number (self->problems_page, problems->len);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), problems->len > 0);
}

static void
show_lines (TroupeImportPage *self)
{
  GObject *file = troupe_office_get_file (troupe_page_get_office (TROUPE_PAGE (self)));
  gboolean withdrawn = g_str_equal (self->import->state, "withdrawn");
  g_autoptr(TroupeImportLineList) lines =
    troupe_import_line_list_new (file, self->import->id, withdrawn ? 0 : (guint) MIN (self->import->lines, G_MAXINT));
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (lines)));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  gtk_stack_set_visible_child_name (self->lines_stack, g_list_model_get_n_items (G_LIST_MODEL (lines)) > 0 ? "lines" : "none");
}

static void
show_state (TroupeImportPage *self)
{
  gboolean withdrawn = g_str_equal (self->import->state, "withdrawn");

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->import->file_name);
  adw_window_title_set_title (self->heading, self->import->file_name);
  adw_banner_set_title (self->banner, withdrawn ? _("This import was taken back: none of its lines counts.")
                                                : _("This import was corrected: the reverse of its lines is booked in an open "
                                                    "month, so there is nothing left to undo."));
  adw_banner_set_revealed (self->banner, withdrawn || self->corrected);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->undo), "x", self->import->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "win.withdraw-import");
  gtk_widget_set_visible (GTK_WIDGET (self->undo), !withdrawn && !self->corrected);
}

/* --- refreshing ---------------------------------------------------------------------------------- */

static void
load_owners (TroupeImportPage *self,
             TroupeOffice     *office)
{
  g_autoptr(GPtrArray) accounts = dex_await_boxed (troupe_office_list (office, &TROUPE_ACCOUNT, NULL, 0), NULL);
  g_autoptr(GPtrArray) creators = dex_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0), NULL);

  if (accounts == NULL || creators == NULL)
    return;
  g_clear_pointer (&self->owners.accounts, g_hash_table_unref);
  g_clear_pointer (&self->owners.creators, g_hash_table_unref);
  self->owners.accounts = troupe_record_index_new (accounts);
  self->owners.creators = troupe_record_index_new (creators);
}

static char *
find_title (TroupeOffice *office,
            const char   *id)
{
  g_auto(GStrv) profiles = dex_await_boxed (troupe_office_list_profiles (office), NULL);

  return troupe_profile_find_listed_title (profiles, id);
}

/* The log knows: the import itself stays as it was. */
static gboolean
find_taken_back (TroupeOffice *office,
                 gint64        id)
{
  g_autoptr(GPtrArray) changes =
    dex_await_boxed (troupe_office_list_text (office, &TROUPE_CHANGE, "object", TROUPE_IMPORT.name), NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      TroupeChange *change = g_ptr_array_index (changes, i);

      if (change->object_id == id && g_str_equal (change->action, "withdraw"))
        return TRUE;
    }
  return FALSE;
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeImportPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeOffice *office = troupe_page_get_office (page);
  gint64 id = troupe_page_get_id (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeImport) import = dex_await_boxed (troupe_office_get (office, &TROUPE_IMPORT, id), &error);
  g_autoptr(GPtrArray) rows =
    import != NULL ? dex_await_boxed (troupe_office_list (office, &TROUPE_IMPORT_ROW, "import_id", id), &error) : NULL;
  g_autofree char *profile = NULL;

  troupe_page_show_error (page, error);
  if (rows == NULL)
    return dex_future_new_true ();
  profile = find_title (office, import->profile);
  load_owners (self, office);
  self->corrected = find_taken_back (office, id);
  g_clear_pointer (&self->import, troupe_record_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->import = g_steal_pointer (&import);
  self->rows = g_steal_pointer (&rows);
  show_state (self);
  show_facts (self, profile);
  show_problems (self);
  show_lines (self);
  return dex_future_new_true ();
}

static void
troupe_import_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

/* --- what can be done ---------------------------------------------------------------------------- */

static DexFuture *
export_fiber (gpointer user_data)
{
  TroupePage *page = user_data;
  g_autofree char *name = g_strdup_printf (_("%s rows to look at.csv"), TROUPE_IMPORT_PAGE (page)->import->file_name);
  g_autofree char *path =
    dex_await_string (troupe_save_dialog_ask_file (GTK_WIDGET (page), _("Save the list of rows"), name), NULL);
  g_autoptr(GError) error = NULL;

  if (path == NULL)
    return dex_future_new_true ();
  dex_await (troupe_office_export_import_rows (troupe_page_get_office (page), troupe_page_get_id (page), path), &error);
  troupe_page_show_error (page, error);
  if (error == NULL)
    troupe_page_show_saved (page, path);
  return dex_future_new_true ();
}

static void
troupe_import_page_export (TroupePage *page)
{
  if (TROUPE_IMPORT_PAGE (page)->import != NULL)
    troupe_fiber_disown (troupe_fiber_spawn (export_fiber, g_object_ref (page), g_object_unref));
}

static void
export_cb (TroupeImportPage *self)
{
  troupe_import_page_export (TROUPE_PAGE (self));
}

static void
set_narrow (TroupeImportPage *self,
            gboolean          narrow)
{
  self->narrow = narrow;
  troupe_facts_card_set_narrow (self->facts, narrow);
  for (guint i = 0; i < self->wide_columns->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->wide_columns, i), !narrow);
  gtk_button_set_label (self->undo, narrow ? _("Undo") : _("Undo this import"));
  if (self->rows != NULL)
    show_problems (self);
}

static void
narrow_cb (TroupeImportPage *self)
{
  set_narrow (self, TRUE);
}

static void
wide_cb (TroupeImportPage *self)
{
  set_narrow (self, FALSE);
}

/* --- the class ----------------------------------------------------------------------------------- */

static void
troupe_import_page_dispose (GObject *object)
{
  TroupeImportPage *self = TROUPE_IMPORT_PAGE (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_IMPORT_PAGE);
  g_clear_pointer (&self->import, troupe_record_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->owners.accounts, g_hash_table_unref);
  g_clear_pointer (&self->owners.creators, g_hash_table_unref);
  g_clear_pointer (&self->wide_columns, g_ptr_array_unref);
  G_OBJECT_CLASS (troupe_import_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, undo);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, export);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, banner);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, facts);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, problems_page);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, view);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, lines_stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeImportPage, problems);
}

static void
troupe_import_page_class_init (TroupeImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TroupePageClass *page_class = TROUPE_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_import_page_dispose;
  page_class->refresh = troupe_import_page_refresh;
  page_class->export = troupe_import_page_export;

  g_type_ensure (TROUPE_TYPE_FACTS_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/import-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
}

static void
troupe_import_page_init (TroupeImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->owners.accounts = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->owners.creators = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->wide_columns = troupe_line_columns_add (self->view, &self->owners);
}
