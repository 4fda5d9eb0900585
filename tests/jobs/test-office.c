#include "office-fixture.h"

static TroupeCreator *
get_creator (Fixture *self,
             gint64   id)
{
  return fixture_await_boxed (troupe_office_get (self->office, &TROUPE_CREATOR, id));
}

static void
test_edit_and_undo (Fixture *self)
{
  gint64 id = fixture_add_creator (self, "南枝");
  g_autoptr(TroupeCreator) first = get_creator (self, id);
  g_autoptr(TroupeCreator) second = NULL;
  g_autoptr(TroupeCreator) third = NULL;
  g_autoptr(TroupeCreator) fourth = NULL;
  TroupeCreator fields = *first;

  fields.name = "晚星";
  g_assert_cmpint (fixture_save (self, &TROUPE_CREATOR, &fields), ==, id);
  second = get_creator (self, id);
  g_assert_cmpstr (second->name, ==, "晚星");
  fixture_await (troupe_office_undo (self->office));
  third = get_creator (self, id);
  g_assert_cmpstr (third->name, ==, "南枝");
  fixture_await (troupe_office_redo (self->office));
  fourth = get_creator (self, id);
  g_assert_cmpstr (fourth->name, ==, "晚星");
  fixture_await (troupe_office_undo (self->office));
  fixture_await (troupe_office_undo (self->office));
  fixture_await_error (troupe_office_get (self->office, &TROUPE_CREATOR, id), TROUPE_ERROR_NOT_FOUND, "creator");
  fixture_await_error (troupe_office_undo (self->office), TROUPE_ERROR_NOT_FOUND, "");
}

/* All edits of a batch are one step; they may refer to each other. */
static void
test_batch (Fixture *self)
{
  gint64 id = fixture_await_int (troupe_office_reserve (self->office, 2));
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
  TroupeCreator creator;
  TroupeAccount account;
  g_autoptr(TroupeCreator) first = NULL;
  g_autoptr(TroupeAccount) second = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  troupe_record_clear (&TROUPE_CREATOR, &creator);
  creator.id = id;
  creator.name = "Mizu Live";
  creator.status = "active";
  troupe_record_clear (&TROUPE_ACCOUNT, &account);
  account.id = id + 1;
  account.platform = "twitch";
  account.handle = "mizu_live";
  account.creator_id = id;
  first = troupe_record_new (&TROUPE_CREATOR, &creator, NULL);
  second = troupe_record_new (&TROUPE_ACCOUNT, &account, NULL);
  g_ptr_array_add (edits, troupe_edit_new_save (first));
  g_ptr_array_add (edits, troupe_edit_new_save (second));
  g_assert_cmpint (fixture_await_int (troupe_office_edit (self->office, edits)), ==, id);
  accounts = fixture_await_boxed (troupe_office_list_text (self->office, &TROUPE_ACCOUNT, "handle", "mizu_live"));
  g_assert_cmpuint (accounts->len, ==, 1);
  fixture_await (troupe_office_undo (self->office));
  g_clear_pointer (&accounts, g_ptr_array_unref);
  accounts = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_ACCOUNT, NULL, 0));
  g_assert_cmpuint (accounts->len, ==, 0);
  fixture_await_error (troupe_office_get (self->office, &TROUPE_CREATOR, id), TROUPE_ERROR_NOT_FOUND, "");
}

static void
changed_cb (TroupeOffice *office,
            int          *count)
{
  (*count)++;
}

/* Whoever is told of a change finds the agency as it is now. */
static void
test_changed (Fixture *self)
{
  TroupeAgency fields = *troupe_office_get_agency (self->office);
  int count = 0;

  g_signal_connect (self->office, "changed", G_CALLBACK (changed_cb), &count);
  fields.language = "zh";
  fixture_save (self, &TROUPE_AGENCY, &fields);
  for (int i = 0; count == 0 && i < 5000; i++)
    dex_await (dex_timeout_new_msec (1), NULL);
  g_assert_cmpint (count, ==, 1);
  g_assert_cmpint (troupe_office_get_lang (self->office), ==, TROUPE_LANG_ZH);
  g_signal_handlers_disconnect_by_data (self->office, &count);
}

static void
test_reopen (Fixture *self)
{
  gint64 id = fixture_add_creator (self, "南枝");
  g_autoptr(TroupeCreator) creator = NULL;

  fixture_await (troupe_office_close (self->office));
  g_clear_object (&self->office);
  self->office = fixture_await_office (troupe_office_open (self->path, TROUPE_OFFICE_WRITE,
                                                           troupe_clock_new_fixed (FIXTURE_TIME)));
  creator = get_creator (self, id);
  g_assert_cmpstr (creator->name, ==, "南枝");
  /* what an earlier session did stays done */
  fixture_await_error (troupe_office_undo (self->office), TROUPE_ERROR_NOT_FOUND, "Nothing to undo");
  g_assert_cmpstr (troupe_office_get_agency (self->office)->name, ==, "Ferrylight Media");
  g_assert_false (troupe_office_is_read_only (self->office));
  g_assert_cmpstr (troupe_office_get_path (self->office), ==, self->path);
}

/* An office that nobody closes is closed when nobody needs it any more; its file can be opened again. */
static void
test_forgotten (Fixture *self)
{
  fixture_add_creator (self, "南枝");
  g_clear_object (&self->office);
  for (int i = 0; self->office == NULL && i < 1000; i++)
    {
      g_autoptr(GError) error = NULL;

      self->office = dex_await_object (troupe_office_open (self->path, TROUPE_OFFICE_WRITE,
                                                           troupe_clock_new_fixed (FIXTURE_TIME)), &error);
      g_assert_true (self->office != NULL || g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_IN_USE));
    }
  g_assert_nonnull (self->office);
}

static void
test_refused (Fixture *self)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "nowhere.troupe", NULL);
  g_autofree char *text = NULL;

  fixture_write (self, "text.troupe", "not an agency at all, but long enough to look at\n", &text);
  fixture_await_error (troupe_office_create (self->path, NULL, troupe_clock_new ()), TROUPE_ERROR_FAILED, self->path);
  fixture_await_error (troupe_office_open (nowhere, TROUPE_OFFICE_READ, troupe_clock_new ()), TROUPE_ERROR_NOT_FOUND,
                       "nowhere.troupe");
  fixture_await_error (troupe_office_open (text, TROUPE_OFFICE_WRITE, troupe_clock_new ()), TROUPE_ERROR_FORMAT,
                       "text.troupe");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_data_func ("/office/edit-and-undo", test_edit_and_undo, fixture_run);
  g_test_add_data_func ("/office/batch", test_batch, fixture_run);
  g_test_add_data_func ("/office/changed", test_changed, fixture_run);
  g_test_add_data_func ("/office/reopen", test_reopen, fixture_run);
  g_test_add_data_func ("/office/forgotten", test_forgotten, fixture_run);
  g_test_add_data_func ("/office/refused", test_refused, fixture_run);

  return g_test_run ();
}
