#include "store-fixture.h"

/* All records of a type, as one text that can be compared. */
static char *
print_records (Fixture                *fixture,
               const TroupeRecordType *type)
{
  g_autoptr(GPtrArray) records = fixture_await_boxed (troupe_store_list (fixture->store, type, NULL, 0));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (text, type->name);
      for (const TroupeField *field = type->fields; field->name != NULL; field++)
        if (field->kind == TROUPE_FIELD_TEXT)
          g_string_append_printf (text, " %s=%s", field->name, troupe_record_get_text (records->pdata[i], field));
        else
          g_string_append_printf (text, " %s=%" G_GINT64_FORMAT, field->name, troupe_record_get_int (records->pdata[i], field));
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

static char *
print_all (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    if (*type != &TROUPE_CHANGE && *type != &TROUPE_LINE)
      {
        g_autofree char *records = print_records (fixture, *type);

        g_string_append (text, records);
      }
  return g_string_free_and_steal (text);
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 id = fixture_add_creator (fixture, "冬瓜");
  g_autoptr(TroupeCreator) creator = fixture_await_boxed (troupe_store_get (fixture->store, &TROUPE_CREATOR, id));
  TroupeCreator fields = *creator;

  g_assert_cmpstr (creator->name, ==, "冬瓜");
  g_assert_cmpint (creator->joined_day, ==, TROUPE_NONE);
  g_assert_cmpint (creator->person_id, ==, 0);

  fields.joined_day = troupe_day_new (2026, 2, 28);
  fields.team = "二组";
  fixture_finish (fixture_save (fixture, &TROUPE_CREATOR, &fields));
  {
    g_autoptr(TroupeCreator) changed = fixture_await_boxed (troupe_store_get (fixture->store, &TROUPE_CREATOR, id));
    g_autoptr(GPtrArray) found = fixture_await_boxed (troupe_store_list_text (fixture->store, &TROUPE_CREATOR, "team", "二组"));

    g_assert_cmpint (changed->joined_day, ==, troupe_day_new (2026, 2, 28));
    g_assert_cmpuint (found->len, ==, 1);
    g_assert_true (troupe_record_equal (found->pdata[0], changed));
  }
  fixture_finish (fixture_delete (fixture, &TROUPE_CREATOR, id));
  fixture_await_error (troupe_store_get (fixture->store, &TROUPE_CREATOR, id), TROUPE_ERROR_NOT_FOUND, "creator");
  fixture_await_error (fixture_delete (fixture, &TROUPE_CREATOR, id), TROUPE_ERROR_NOT_FOUND, "creator");
}

static void
test_log (Fixture       *fixture,
          gconstpointer  data)
{
  gint64 id = fixture_add_creator (fixture, "A \"quoted\" name");
  TroupeCreator fields;
  g_autoptr(GPtrArray) changes = NULL;
  const TroupeChange *insert, *update;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.id = id;
  fields.name = "New";
  fields.status = "left";
  fields.left_day = troupe_day_new (2026, 10, 1);
  fixture_finish (fixture_save (fixture, &TROUPE_CREATOR, &fields));
  fixture_finish (fixture_save (fixture, &TROUPE_CREATOR, &fields));

  changes = fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_CHANGE, "object_id", id));
  g_assert_cmpuint (changes->len, ==, 2);   /* the second save changed nothing */
  insert = changes->pdata[0];
  update = changes->pdata[1];
  g_assert_cmpstr (insert->action, ==, "insert");
  g_assert_cmpstr (insert->object, ==, "creator");
  g_assert_cmpstr (insert->actor, ==, "Lin");
  g_assert_cmpint (insert->time, ==, FIXTURE_TIME);
  g_assert_cmpint (insert->batch, ==, insert->id);
  g_assert_null (insert->before);
  g_assert_nonnull (strstr (insert->after, "\"name\":\"A \\\"quoted\\\" name\""));
  g_assert_cmpstr (update->before, ==, insert->after);
  g_assert_nonnull (strstr (update->after, "\"left_day\":\"2026-10-01\""));
}

/* A batch whose records refer to each other in any order; then one that fails in the middle. */
static void
test_batch (Fixture       *fixture,
            gconstpointer  data)
{
  gint64 first = fixture_await_int (troupe_store_reserve (fixture->store, 2));
  TroupeCreator creator;
  TroupeAccount account;
  g_autofree char *before = NULL, *after = NULL;

  for (int missing = 0; missing <= 1; missing++)
    {
      g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
      gpointer records[2];

      troupe_record_clear (&TROUPE_ACCOUNT, &account);
      account.id = first + 1 + 5 * missing;
      account.platform = "douyin";
      account.handle = missing ? "b" : "a";
      account.creator_id = first + 7 * missing;
      troupe_record_clear (&TROUPE_CREATOR, &creator);
      creator.id = first;
      creator.name = missing ? "Renamed" : "Momo";
      creator.status = "active";
      records[0] = troupe_record_new (&TROUPE_ACCOUNT, &account, NULL);
      records[1] = troupe_record_new (&TROUPE_CREATOR, &creator, NULL);
      for (int i = 0; i < 2; i++)
        {
          g_ptr_array_add (edits, troupe_edit_new_save (records[i]));
          troupe_record_unref (records[i]);
        }
      if (missing)
        fixture_await_error (troupe_store_edit (fixture->store, edits, NULL), TROUPE_ERROR_INVALID,
                             "The creator of the account “b” is 9, but there is no such creator");
      else
        {
          g_assert_cmpint (fixture_await_int (troupe_store_edit (fixture->store, edits, NULL)), ==, first + 1);
          before = print_all (fixture);
        }
    }
  after = print_all (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 creator = fixture_add_creator (fixture, "冬瓜");
  gint64 contract = fixture_add_contract (fixture, "HT-1", creator);
  TroupeTerm term = fixture_make_term (contract, "4.1", troupe_day_new (2026, 1, 1), troupe_day_new (2026, 6, 30));
  TroupeTerm other = fixture_make_term (contract, "4.2", troupe_day_new (2026, 6, 30), TROUPE_NONE);
  TroupeAccount account = { .platform = "twitch", .handle = "momo" };
  TroupeStatement statement = { .month = troupe_month_new (2026, 1), .creator_id = 1, .contract_id = 1, .number = "1",
                                .currency = "CNY", .state = "draft" };

  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &term));
  fixture_await_error (fixture_save (fixture, &TROUPE_TERM, &other), TROUPE_ERROR_INVALID,
                       "the term “4.1” (2026-01-01 to 2026-06-30)");
  other.start_day++;
  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &other));
  other.platform = "twitch";
  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &other));

  fixture_add_account (fixture, "momo", creator);
  fixture_await_error (fixture_save (fixture, &TROUPE_ACCOUNT, &account), TROUPE_ERROR_INVALID, "already the account “momo”");
  fixture_await_error (fixture_delete (fixture, &TROUPE_CREATOR, creator), TROUPE_ERROR_INVALID,
                       "the account “momo” still refers");
  fixture_await_error (fixture_delete (fixture, &TROUPE_CONTRACT, contract), TROUPE_ERROR_INVALID,
                       "the contract “HT-1”, because the term “4.1”");
  fixture_await_error (fixture_delete (fixture, &TROUPE_AGENCY, 1), TROUPE_ERROR_INVALID, "one agency");
  fixture_await_error (fixture_save (fixture, &TROUPE_STATEMENT, &statement), TROUPE_ERROR_INVALID, "not edited by hand");
}

static void
edit_at_random (Fixture *fixture,
                GRand   *rand,
                gint64  *ids,
                int      n)
{
  int i = g_rand_int_range (rand, 0, n);
  g_autofree char *name = g_strdup_printf ("Creator %d", g_rand_int_range (rand, 0, 1000));
  TroupeCreator fields;
  DexFuture *future;

  troupe_record_clear (&TROUPE_CREATOR, &fields);
  fields.id = ids[i];
  fields.name = name;
  fields.status = g_rand_boolean (rand) ? "active" : "paused";
  if (ids[i] != 0 && g_rand_int_range (rand, 0, 3) == 0)
    {
      fixture_finish (fixture_delete (fixture, &TROUPE_CREATOR, ids[i]));
      ids[i] = 0;
      return;
    }
  future = fixture_save (fixture, &TROUPE_CREATOR, &fields);
  ids[i] = fixture_await_int (future);
}

static int
repeat (Fixture *fixture,
        DexFuture *(*step) (TroupeStore *))
{
  int n = 0;

  for (;;)
    {
      g_autoptr(DexFuture) future = fixture_wait (step (fixture->store));

      if (dex_future_is_rejected (future))
        return n;
      n++;
    }
}

/* Any edits, all undone, are as if they had not been; all redone, as if they had not been undone. */
static void
test_undo_all (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *first = print_all (fixture);

  for (int round = 0; round < 8; round++)
    {
      gint64 ids[6] = { 0 };
      g_autofree char *edited = NULL, *undone = NULL, *redone = NULL;
      int steps;

      for (int i = 0; i < 12; i++)
        edit_at_random (fixture, rand, ids, G_N_ELEMENTS (ids));
      edited = print_all (fixture);
      steps = repeat (fixture, troupe_store_undo);
      g_assert_cmpint (steps, >=, 10);
      undone = print_all (fixture);
      g_assert_cmpstr (undone, ==, first);
      g_assert_cmpint (repeat (fixture, troupe_store_redo), ==, steps);
      redone = print_all (fixture);
      g_assert_cmpstr (redone, ==, edited);
      g_assert_cmpint (repeat (fixture, troupe_store_undo), ==, steps);
    }
}

static void
assert_undone (Fixture    *fixture,
               const char *what)
{
  DexFuture *future = troupe_store_undo (fixture->store);

  g_assert_cmpstr (g_value_get_string (fixture_await (future)), ==, what);
  dex_unref (future);
}

/* Creators, and with them one account, in one step; undo says what and how many they were. */
static void
test_undo_words (Fixture       *fixture,
                 gconstpointer  data)
{
  static const struct
  {
    guint       creators;
    gboolean    account;
    const char *words;
  } cases[] = {
    { 1, FALSE, "the creator “C”" },
    { 3, FALSE, "3 creators" },
    { 1, TRUE, "the creator “C” and 1 more record" },
    { 2, TRUE, "the creator “C” and 2 more records" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
      g_autoptr(TroupeAccount) account = troupe_record_new (
        &TROUPE_ACCOUNT, &(TroupeAccount) { .platform = "twitch", .handle = "c" }, NULL);

      for (guint n = 0; n < cases[i].creators; n++)
        {
          TroupeCreator fields;
          g_autoptr(TroupeCreator) creator = NULL;

          troupe_record_clear (&TROUPE_CREATOR, &fields);
          fields.name = "C";
          fields.status = "active";
          creator = troupe_record_new (&TROUPE_CREATOR, &fields, NULL);
          g_ptr_array_add (edits, troupe_edit_new_save (creator));
        }
      if (cases[i].account)
        g_ptr_array_add (edits, troupe_edit_new_save (account));
      fixture_finish (troupe_store_edit (fixture->store, edits, NULL));
      assert_undone (fixture, cases[i].words);
    }
}

/* A new edit ends what could be redone; the answer names what was taken back. */
static void
test_redo_ends (Fixture       *fixture,
                gconstpointer  data)
{
  fixture_await_error (troupe_store_undo (fixture->store), TROUPE_ERROR_NOT_FOUND, "Nothing to undo");
  fixture_add_creator (fixture, "A");
  assert_undone (fixture, "the creator “A”");
  fixture_add_creator (fixture, "B");
  fixture_await_error (troupe_store_redo (fixture->store), TROUPE_ERROR_NOT_FOUND, "Nothing to redo");
}

/* Looking is logged by the field's name, without what it says, and is nothing to undo. */
static void
test_reveal (Fixture       *fixture,
             gconstpointer  data)
{
  const TroupeField *field = troupe_record_find_field (&TROUPE_PERSON, "id_number");
  TroupePerson fields;
  g_autoptr(GPtrArray) people = NULL, log = NULL;
  TroupeChange *last;

  troupe_record_clear (&TROUPE_PERSON, &fields);
  fields.kind = "person";
  fields.name = "张三";
  fields.id_number = "110101199001011234";
  fixture_finish (fixture_save (fixture, &TROUPE_PERSON, &fields));
  people = fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_PERSON, NULL, 0));
  fixture_finish (troupe_store_log_reveal (fixture->store, people->pdata[0], field, "Li"));
  log = fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_CHANGE, NULL, 0));
  last = log->pdata[log->len - 1];
  g_assert_cmpstr (last->action, ==, "reveal");
  g_assert_cmpstr (last->object, ==, "person");
  g_assert_cmpint (last->object_id, ==, troupe_record_get_id (people->pdata[0]));
  g_assert_cmpstr (last->actor, ==, "Li");
  g_assert_cmpstr (last->after, ==, "{\"field\":\"id_number\"}");
  g_assert_null (last->before);
  assert_undone (fixture, "the person “张三”");
}

static void
count_cb (TroupeStore *store,
          int         *count)
{
  (*count)++;
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  int count = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &count);
  fixture_add_creator (fixture, "A");
  g_autoptr(GPtrArray) all = fixture_await_boxed (troupe_store_list (fixture->store, &TROUPE_CREATOR, NULL, 0));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (count, ==, 1);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  ADD ("/edit/save", test_save);
  ADD ("/edit/log", test_log);
  ADD ("/edit/batch", test_batch);
  ADD ("/edit/refused", test_refused);
  ADD ("/edit/undo-all", test_undo_all);
  ADD ("/edit/undo-words", test_undo_words);
  ADD ("/edit/redo-ends", test_redo_ends);
  ADD ("/edit/reveal", test_reveal);
  ADD ("/edit/changed", test_changed);
  return g_test_run ();
}
