#include "troupe-waiting-group.h"

#include <glib/gi18n.h>

#include "troupe-account.h"
#include "troupe-assignment.h"
#include "troupe-creator-cells.h"
#include "troupe-import-text.h"
#include "troupe-money.h"
#include "troupe-page.h"
#include "troupe-row.h"
#include "troupe-vocabulary.h"
#include "troupe-waiting-total.h"

/* So many fit above the imports; the others come when these are assigned, or by the button. */
#define FIRST_ACCOUNTS 4

struct _TroupeWaitingGroup
{
  AdwPreferencesGroup parent_instance;

  GtkButton    *assign;
  GtkListBox   *list;
  GtkButton    *more;

  TroupeOffice *office;
  GPtrArray    *accounts;
  GArray       *totals;
  GHashTable   *chosen;     /* ids (gint64 *) that are ticked */
  gboolean      all;
  gboolean      narrow;
};

G_DEFINE_FINAL_TYPE (TroupeWaitingGroup, troupe_waiting_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_name (const TroupeAccount *account)
{
  return account->name != NULL ? account->name : account->handle;
}

/* --- assigning ----------------------------------------------------------------------------------- */

static void
assigned_cb (gpointer    owner,
             const char *name,
             GError     *error)
{
  TroupeWaitingGroup *self = owner;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TROUPE_TYPE_PAGE);
  AdwToast *toast;

  if (page == NULL)
    return;
  troupe_page_show_error (TROUPE_PAGE (page), error);
  if (error != NULL)
    return;
  g_hash_table_remove_all (self->chosen);
  toast = adw_toast_new_format (_("Assigned to %s: what waited settles now"), name);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  troupe_page_show_toast (TROUPE_PAGE (page), toast);
}

static void
assign_one_cb (GtkWidget *row)
{
  TroupeWaitingGroup *self = TROUPE_WAITING_GROUP (gtk_widget_get_ancestor (row, TROUPE_TYPE_WAITING_GROUP));
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (troupe_record_unref);

  g_ptr_array_add (accounts, troupe_record_ref (troupe_row_get_record (row)));
  troupe_assignment_start (GTK_WIDGET (self), self->office, accounts, assigned_cb);
}

static void
assign_chosen_cb (TroupeWaitingGroup *self)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (troupe_record_unref);

  for (guint i = 0; i < self->accounts->len; i++)
    {
      TroupeAccount *account = g_ptr_array_index (self->accounts, i);

      if (g_hash_table_contains (self->chosen, &account->id))
        g_ptr_array_add (accounts, troupe_record_ref (account));
    }
  if (accounts->len > 0)
    troupe_assignment_start (GTK_WIDGET (self), self->office, accounts, assigned_cb);
}

static void
update_assign (TroupeWaitingGroup *self)
{
  guint n = g_hash_table_size (self->chosen);
  g_autofree char *label = g_strdup_printf (_("Assign %u together…"), n);

  gtk_button_set_label (self->assign, label);
  gtk_widget_set_visible (GTK_WIDGET (self->assign), n > 1);
}

static void
ticked_cb (GtkCheckButton *check,
           GParamSpec     *pspec,
           GtkWidget      *row)
{
  TroupeWaitingGroup *self = TROUPE_WAITING_GROUP (gtk_widget_get_ancestor (row, TROUPE_TYPE_WAITING_GROUP));
  TroupeAccount *account = troupe_row_get_record (row);

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_memdup2 (&account->id, sizeof account->id));
  else
    g_hash_table_remove (self->chosen, &account->id);
  update_assign (self);
}

/* --- rows ---------------------------------------------------------------------------------------- */

static char *
describe (TroupeWaitingGroup *self,
          TroupeAccount      *account,
          gint64             *ret_lines)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  GString *amounts = g_string_new (NULL);

  *ret_lines = 0;
  for (guint i = 0; i < self->totals->len; i++)
    {
      TroupeWaitingTotal *total = &g_array_index (self->totals, TroupeWaitingTotal, i);
      g_autofree char *amount = NULL;

      if (total->account_id != account->id)
        continue;
      amount = troupe_micros_format (total->amount, total->unit);
      g_string_append_printf (amounts, "%s%s %s", amounts->len > 0 ? " + " : "", amount,
                              troupe_unit_get_label (lang, total->unit));
      *ret_lines += total->lines;
    }
  return g_string_free (amounts, FALSE);
}

static void
add_tick (TroupeWaitingGroup *self,
          GtkWidget          *row,
          TroupeAccount      *account)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (_("Select the account %s"), get_name (account));

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, &account->id));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (ticked_cb), row, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
}

static void
add_account (TroupeWaitingGroup *self,
             TroupeAccount      *account)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  gint64 lines;
  g_autofree char *amount = describe (self, account, &lines);
  g_autofree char *number = troupe_import_text_number (lines);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%s line waits", "%s lines wait", (gulong) lines), number);
  g_autofree char *subtitle = g_strjoin (" · ", troupe_platform_get_label (lang, account->platform), account->handle, waiting,
                                         self->narrow ? amount : NULL, NULL);
  g_autofree char *label = g_strdup_printf (_("Assign the account %s"), get_name (account));
  GtkWidget *row = troupe_row_new (get_name (account), subtitle);
  GtkWidget *button;

  if (!self->narrow)
    {
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), troupe_platform_badge_new (account->platform));
      troupe_row_add_amount (row, amount);
    }
  if (self->accounts->len > 1)
    add_tick (self, row, account);
  button = troupe_row_add_button (row, _("Assign…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  troupe_row_set_record (row, account);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (assign_one_cb), row, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
fill (TroupeWaitingGroup *self)
{
  guint shown = self->all ? self->accounts->len : MIN (self->accounts->len, FIRST_ACCOUNTS);
  g_autofree char *more = g_strdup_printf (_("Show all %u"), self->accounts->len);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < shown; i++)
    add_account (self, g_ptr_array_index (self->accounts, i));
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), shown < self->accounts->len);
  update_assign (self);
}

static void
more_cb (TroupeWaitingGroup *self)
{
  self->all = TRUE;
  fill (self);
}

void
troupe_waiting_group_set_narrow (TroupeWaitingGroup *self,
                                 gboolean            narrow)
{
  self->narrow = narrow;
  if (self->accounts != NULL)
    fill (self);
}

/* What is no longer there cannot be assigned. */
static gboolean
is_gone_cb (gpointer key,
            gpointer value,
            gpointer user_data)
{
  GPtrArray *accounts = user_data;

  for (guint i = 0; i < accounts->len; i++)
    if (((TroupeAccount *) g_ptr_array_index (accounts, i))->id == *(gint64 *) key)
      return FALSE;
  return TRUE;
}

void
troupe_waiting_group_show (TroupeWaitingGroup *self,
                           TroupeOffice       *office,
                           GPtrArray          *accounts,
                           GArray             *totals)
{
  g_ptr_array_ref (accounts);
  g_array_ref (totals);
  g_set_object (&self->office, office);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  self->accounts = accounts;
  self->totals = totals;
  g_hash_table_foreach_remove (self->chosen, is_gone_cb, accounts);
  gtk_widget_set_visible (GTK_WIDGET (self), accounts->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !troupe_office_is_read_only (office));
  fill (self);
}

static void
troupe_waiting_group_dispose (GObject *object)
{
  TroupeWaitingGroup *self = TROUPE_WAITING_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_WAITING_GROUP);
  g_clear_object (&self->office);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_array_unref);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  G_OBJECT_CLASS (troupe_waiting_group_parent_class)->dispose (object);
}

static void
troupe_waiting_group_class_init (TroupeWaitingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_waiting_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/waiting-group.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeWaitingGroup, assign);
  gtk_widget_class_bind_template_child (widget_class, TroupeWaitingGroup, list);
  gtk_widget_class_bind_template_child (widget_class, TroupeWaitingGroup, more);
  gtk_widget_class_bind_template_callback (widget_class, assign_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
troupe_waiting_group_init (TroupeWaitingGroup *self)
{
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
