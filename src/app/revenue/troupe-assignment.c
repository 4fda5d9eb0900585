#include "troupe-assignment.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-account.h"
#include "troupe-chooser-dialog.h"
#include "troupe-creator.h"
#include "troupe-fiber.h"
#include "troupe-text.h"

typedef struct
{
  GtkWidget            *parent;
  TroupeOffice         *office;
  GPtrArray            *accounts;
  TroupeAssignmentDone  done;
  gint64                creator_id;   /* 0: somebody new */
  char                 *name;
} Assignment;

static void
assignment_finalize (gpointer data)
{
  Assignment *self = data;

  g_object_unref (self->parent);
  g_object_unref (self->office);
  g_ptr_array_unref (self->accounts);
  g_free (self->name);
}

static void
assignment_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, assignment_finalize);
}

static void
assignment_unref_closure (gpointer  data,
                          GClosure *closure)
{
  assignment_unref (data);
}

static const char *
get_name (const TroupeAccount *account)
{
  return account->name != NULL ? account->name : account->handle;
}

/* --- writing ------------------------------------------------------------------------------------- */

/* The edit that makes the creator, first in the step. */
static gboolean
add_creator (Assignment  *self,
             GPtrArray   *edits,
             GError     **error)
{
  TroupeCreator fields;
  g_autoptr(TroupeCreator) creator = NULL;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.id = dex_await_int64 (troupe_office_reserve (self->office, 1), error);
  if (fields.id == 0)
    return FALSE;
  fields.name = get_name (g_ptr_array_index (self->accounts, 0));
  fields.status = "active";
  fields.joined_day = troupe_clock_get_day (troupe_office_get_clock (self->office));
  creator = troupe_record_new (&TROUPE_CREATOR, &fields, error);
  if (creator == NULL)
    return FALSE;
  g_ptr_array_add (edits, troupe_edit_new_save (creator));
  self->creator_id = fields.id;
  g_set_str (&self->name, creator->name);
  return TRUE;
}

static gboolean
write_edits (Assignment  *self,
             GError     **error)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);

  if (self->creator_id == 0 && !add_creator (self, edits, error))
    return FALSE;
  for (guint i = 0; i < self->accounts->len; i++)
    {
      TroupeAccount fields = *(const TroupeAccount *) g_ptr_array_index (self->accounts, i);
      g_autoptr(TroupeAccount) account = NULL;

      fields.creator_id = self->creator_id;
      account = troupe_record_new (&TROUPE_ACCOUNT, &fields, error);
      if (account == NULL)
        return FALSE;
      g_ptr_array_add (edits, troupe_edit_new_save (account));
    }
  return dex_await_int64 (troupe_office_edit (self->office, edits), error) != 0;
}

static DexFuture *
write_fiber (gpointer user_data)
{
  Assignment *self = user_data;
  g_autoptr(GError) error = NULL;

  write_edits (self, &error);
  self->done (self->parent, self->name, error);
  return dex_future_new_true ();
}

static void
write_assignment (Assignment *self)
{
  troupe_fiber_disown (troupe_fiber_spawn (write_fiber, g_atomic_rc_box_acquire (self), assignment_unref));
}

/* --- choosing ------------------------------------------------------------------------------------ */

static void
chosen_cb (TroupeChooserDialog *dialog,
           TroupeChoice        *choice,
           Assignment          *self)
{
  self->creator_id = g_ascii_strtoll (troupe_choice_get_key (choice), NULL, 10);
  g_set_str (&self->name, troupe_choice_get_title (choice));
  write_assignment (self);
}

static void
other_cb (TroupeChooserDialog *dialog,
          Assignment          *self)
{
  self->creator_id = 0;
  write_assignment (self);
}

/* Whose names fit the account's name stand first. */
static GListModel *
make_choices (GPtrArray  *creators,
              const char *account)
{
  GListStore *choices = g_list_store_new (TROUPE_TYPE_CHOICE);
  g_autofree char *folded = troupe_text_fold (account);
  guint fitting = 0;

  for (guint i = 0; i < creators->len; i++)
    {
      TroupeCreator *creator = g_ptr_array_index (creators, i);
      g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, creator->id);
      g_autoptr(TroupeChoice) choice = troupe_choice_new (key, creator->name, creator->other_names);
      gboolean fits = strstr (troupe_choice_get_folded (choice), folded) != NULL;

      g_list_store_insert (choices, fits ? fitting++ : g_list_model_get_n_items (G_LIST_MODEL (choices)), choice);
    }
  return G_LIST_MODEL (choices);
}

static DexFuture *
choose_fiber (gpointer user_data)
{
  Assignment *self = user_data;
  const char *account = get_name (g_ptr_array_index (self->accounts, 0));
  g_autofree char *title =
    self->accounts->len == 1 ? g_strdup_printf (_("Whose account is “%s”?"), account) : g_strdup (_("Whose accounts are these?"));
  g_autofree char *other = g_strdup_printf (_("New creator “%s”"), account);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) creators = dex_await_boxed (troupe_office_list (self->office, &TROUPE_CREATOR, NULL, 0), &error);
  g_autoptr(GListModel) choices = NULL;
  AdwDialog *dialog;

  if (creators == NULL)
    {
      self->done (self->parent, NULL, error);
      return dex_future_new_true ();
    }
  if (gtk_widget_get_root (self->parent) == NULL)
    return dex_future_new_true ();
  choices = make_choices (creators, account);
  dialog = troupe_chooser_dialog_new (title, choices, other);
  g_signal_connect_data (dialog, "chosen", G_CALLBACK (chosen_cb), g_atomic_rc_box_acquire (self), assignment_unref_closure, 0);
  g_signal_connect_data (dialog, "other", G_CALLBACK (other_cb), g_atomic_rc_box_acquire (self), assignment_unref_closure, 0);
  adw_dialog_present (dialog, self->parent);
  return dex_future_new_true ();
}

void
troupe_assignment_start (GtkWidget            *parent,
                         TroupeOffice         *office,
                         GPtrArray            *accounts,
                         TroupeAssignmentDone  done)
{
  Assignment *self = g_atomic_rc_box_new0 (Assignment);

  g_return_if_fail (accounts->len > 0);

  self->parent = g_object_ref (parent);
  self->office = g_object_ref (office);
  self->accounts = g_ptr_array_ref (accounts);
  self->done = done;
  troupe_fiber_disown (troupe_fiber_spawn (choose_fiber, self, assignment_unref));
}
