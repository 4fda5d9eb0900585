#include <glib/gstdio.h>

#include "troupe-ledger-store.h"
#include "troupe-record-store.h"
#include "troupe-records.h"
#include "troupe-roster-list.h"
#include "troupe-store.h"

#define JUNE (troupe_month_new (2026, 6))

typedef struct
{
  char             *folder;
  char             *path;
  TroupeClock      *clock;
  TroupeStore      *store;
  TroupeRosterList *list;
  gint64            contracts[4];   /* of people */
} Fixture;

/* The roster of every test: gross in June and in May, minor units; 0: no statement. */
static const struct { const char *name, *team, *status, *platform, *handle; gint64 share, june, may; } people[] = {
  { "柚子不加糖", "一组", "active", "kuaishou", "yuzi", 5000, 20000, 10000 },
  { "Pixel Harrow", "二组", "active", "twitch", "pixelharrow", 7000, 5000, 10000 },
  { "冬瓜", "一组", "paused", "kuaishou", "donggua8", 6000, 90000, 0 },
  { "南枝", NULL, "left", "twitch", "nanzhi", 4000, 0, 0 },
};

/* --- the fixture --------------------------------------------------------------------------------- */

static void
finish (DexFuture *future)
{
  g_autoptr(GError) error = NULL;

  while (dex_future_is_pending (future))
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (50);
  dex_future_get_value (future, &error);
  g_assert_no_error (error);
  dex_unref (future);
}

static gint64
save (Fixture                *self,
      const TroupeRecordType *type,
      gconstpointer           fields)
{
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_edit_free);
  g_autoptr(GError) error = NULL;
  gpointer record = troupe_record_new (type, fields, &error);
  DexFuture *future;
  gint64 id;

  g_assert_no_error (error);
  g_ptr_array_add (edits, troupe_edit_new_save (record));
  troupe_record_unref (record);
  future = troupe_store_edit (self->store, edits, "Lin");
  finish (dex_ref (future));
  id = g_value_get_int64 (dex_future_get_value (future, NULL));
  dex_unref (future);
  return id;
}

static void
add_contract (Fixture *self,
              guint    i,
              gint64   creator_id)
{
  g_autofree char *number = g_strdup_printf ("C-%u", i);
  TroupeContract contract;
  TroupeTerm term;

  troupe_record_clear (&TROUPE_CONTRACT, &contract);
  contract.creator_id = creator_id;
  contract.number = number;
  contract.kind = "standard";
  contract.currency = "CNY";
  contract.residual = "agency";
  contract.start_day = troupe_day_new (2026, 1, 1);
  contract.end_day = troupe_day_new (2027, 1, i + 1);
  contract.renews = 0;
  troupe_record_clear (&TROUPE_TERM, &term);
  self->contracts[i] = term.contract_id = save (self, &TROUPE_CONTRACT, &contract);
  term.kind = "share";
  term.share = people[i].share;
  term.basis = "net";
  term.start_day = contract.start_day;
  term.version = 1;
  save (self, &TROUPE_TERM, &term);
}

static void
add_person (Fixture *self,
            guint    i)
{
  TroupeCreator creator;
  TroupeAccount account;

  troupe_record_clear (&TROUPE_CREATOR, &creator);
  creator.name = people[i].name;
  creator.team = people[i].team;
  creator.status = people[i].status;
  troupe_record_clear (&TROUPE_ACCOUNT, &account);
  account.creator_id = save (self, &TROUPE_CREATOR, &creator);
  account.platform = people[i].platform;
  account.handle = people[i].handle;
  save (self, &TROUPE_ACCOUNT, &account);
  add_contract (self, i, account.creator_id);
}

/* Statements without lines: half of the gross is the creator's. */
static void
put_statements (Fixture     *self,
                TroupeMonth  month)
{
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_settled_statement_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      guint who = 0;
      gint64 gross;
      TroupeStatement statement = { .month = month, .number = "S", .currency = "CNY", .state = "draft", .minimum = TROUPE_NONE };

      while (!g_str_equal (people[who].name, troupe_roster_item_get_name (item)))
        who++;
      gross = month == JUNE ? people[who].june : people[who].may;
      if (gross == 0)
        continue;
      statement.creator_id = troupe_roster_item_get_id (item);
      statement.contract_id = self->contracts[who];
      statement.gross = statement.pool = gross;
      statement.earned = statement.agency = statement.closing = statement.payable = gross / 2;
      g_ptr_array_add (settled, troupe_settled_statement_new (troupe_record_copy (&TROUPE_STATEMENT, &statement),
                                                              g_ptr_array_new_with_free_func (troupe_record_unref)));
    }
  finish (troupe_store_put_statements (self->store, month, settled));
}

static void
load (Fixture     *self,
      TroupeMonth  month)
{
  finish (troupe_roster_list_load (self->list, G_OBJECT (self->store), month));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  TroupeAgency fields;
  g_autoptr(TroupeAgency) agency = NULL;
  DexFuture *future;

  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.id = 1;
  fields.name = "星河";
  fields.currency = "CNY";
  fields.language = "zh";
  agency = troupe_record_new (&TROUPE_AGENCY, &fields, NULL);
  self->folder = g_dir_make_tmp ("troupe-models-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "studio.troupe", NULL);
  self->clock = troupe_clock_new_fixed (G_GINT64_CONSTANT (1793696400));
  future = troupe_store_create (self->path, agency, self->clock);
  finish (dex_ref (future));
  self->store = g_value_dup_object (dex_future_get_value (future, NULL));
  dex_unref (future);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    add_person (self, i);
  self->list = troupe_roster_list_new ();
  load (self, JUNE);
  put_statements (self, JUNE - 1);
  put_statements (self, JUNE);
  load (self, JUNE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->list);
  finish (troupe_store_close (self->store));
  g_clear_object (&self->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_remove (self->path);
  g_rmdir (self->folder);
  troupe_clock_free (self->clock);
  g_free (self->path);
  g_free (self->folder);
}

/* The names that are listed, in order. */
static char *
list_names (Fixture *self)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TroupeRosterItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", troupe_roster_item_get_name (item));
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
assert_names (Fixture    *self,
              const char *expected)
{
  g_autofree char *names = list_names (self);

  g_assert_cmpstr (names, ==, expected);
}

/* --- the tests ----------------------------------------------------------------------------------- */

static void
test_sort (Fixture       *self,
           gconstpointer  data)
{
  static const struct { TroupeRosterColumn column; gboolean descending; const char *expected; } cases[] = {
    { TROUPE_ROSTER_NAME, FALSE, "Pixel Harrow, 冬瓜, 南枝, 柚子不加糖" },
    { TROUPE_ROSTER_NAME, TRUE, "柚子不加糖, 南枝, 冬瓜, Pixel Harrow" },
    { TROUPE_ROSTER_GROSS, TRUE, "冬瓜, 柚子不加糖, Pixel Harrow, 南枝" },
    { TROUPE_ROSTER_GROSS, FALSE, "南枝, Pixel Harrow, 柚子不加糖, 冬瓜" },
    { TROUPE_ROSTER_SHARE, FALSE, "南枝, 柚子不加糖, 冬瓜, Pixel Harrow" },
    { TROUPE_ROSTER_CONTRACT_END, TRUE, "南枝, 冬瓜, Pixel Harrow, 柚子不加糖" },
    /* against May: doubled, halved; the others have nothing to compare with and keep their order */
    { TROUPE_ROSTER_CHANGE, TRUE, "柚子不加糖, Pixel Harrow, 冬瓜, 南枝" },
    { TROUPE_ROSTER_CHANGE, FALSE, "冬瓜, 南枝, Pixel Harrow, 柚子不加糖" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      troupe_roster_list_set_sort (self->list, cases[i].column, cases[i].descending);
      assert_names (self, cases[i].expected);
    }
}

static void
test_search_and_filter (Fixture       *self,
                        gconstpointer  data)
{
  static const struct { const char *search, *status, *team, *platform, *expected; } cases[] = {
    { "", NULL, NULL, NULL, "Pixel Harrow, 冬瓜, 南枝, 柚子不加糖" },
    { "糖", NULL, NULL, NULL, "柚子不加糖" },
    { "不加", NULL, NULL, NULL, "柚子不加糖" },
    { "HARROW", NULL, NULL, NULL, "Pixel Harrow" },
    { "gua8", NULL, NULL, NULL, "冬瓜" },
    { "nobody", NULL, NULL, NULL, "" },
    { "", "active", NULL, NULL, "Pixel Harrow, 柚子不加糖" },
    { "", "left", NULL, NULL, "南枝" },
    { "", NULL, "一组", NULL, "冬瓜, 柚子不加糖" },
    { "", NULL, NULL, "twitch", "Pixel Harrow, 南枝" },
    { "", "active", "一组", "kuaishou", "柚子不加糖" },
    { "冬", "active", NULL, NULL, "" },
  };

  troupe_roster_list_set_sort (self->list, TROUPE_ROSTER_NAME, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      troupe_roster_list_set_search (self->list, cases[i].search);
      troupe_roster_list_set_status (self->list, cases[i].status);
      troupe_roster_list_set_team (self->list, cases[i].team);
      troupe_roster_list_set_platform (self->list, cases[i].platform);
      assert_names (self, cases[i].expected);
      g_assert_cmpuint (troupe_roster_list_get_size (self->list), ==, G_N_ELEMENTS (people));
    }
}

static void
test_totals (Fixture       *self,
             gconstpointer  data)
{
  TroupeRosterTotals totals = troupe_roster_list_get_totals (self->list);
  g_auto(GStrv) teams = troupe_roster_list_get_teams (self->list);

  g_assert_cmpint (totals.gross, ==, 20000 + 5000 + 90000);
  g_assert_cmpint (totals.earned + totals.agency, ==, totals.gross);
  g_assert_cmpint (totals.before, ==, 10000 + 10000);
  troupe_roster_list_set_status (self->list, "active");
  g_assert_cmpint (troupe_roster_list_get_totals (self->list).gross, ==, 20000 + 5000);
  g_assert_cmpuint (g_strv_length (teams), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) teams, "一组"));
}

/* Whoever is looked at is found again by id, wherever the order puts them, or said to be gone. */
static void
test_find (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(TroupeRosterItem) item = NULL;
  gint64 id;

  troupe_roster_list_set_sort (self->list, TROUPE_ROSTER_NAME, FALSE);
  item = g_list_model_get_item (G_LIST_MODEL (self->list), 1);
  id = troupe_roster_item_get_id (item);
  troupe_roster_list_set_sort (self->list, TROUPE_ROSTER_NAME, TRUE);
  g_assert_cmpuint (troupe_roster_list_find (self->list, id), ==, 2);
  troupe_roster_list_set_search (self->list, "糖");
  g_assert_cmpuint (troupe_roster_list_find (self->list, id), ==, G_MAXUINT);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (self->list), 1));
}

static void
changed_cb (GListModel *model,
            guint       position,
            guint       removed,
            guint       added,
            guint      *mirror)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (removed, ==, *mirror);
  *mirror = added;
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, added);
}

/* Whoever counts along by the signal never loses count. */
static void
test_signal (Fixture       *self,
             gconstpointer  data)
{
  guint mirror = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), &mirror);
  troupe_roster_list_set_search (self->list, "糖");
  troupe_roster_list_set_status (self->list, "left");
  troupe_roster_list_set_search (self->list, "");
  load (self, JUNE);
  g_assert_cmpuint (mirror, ==, 1);
}

/* Of several loads the one asked for last counts, whichever comes back when. */
static void
test_overtaken_load (Fixture       *self,
                     gconstpointer  data)
{
  DexFuture *june = troupe_roster_list_load (self->list, G_OBJECT (self->store), JUNE);
  DexFuture *may = troupe_roster_list_load (self->list, G_OBJECT (self->store), JUNE - 1);
  guint mirror = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint changes = 0;

  g_signal_connect (self->list, "items-changed", G_CALLBACK (changed_cb), &mirror);
  g_signal_connect_data (self->list, "items-changed", G_CALLBACK (g_atomic_int_inc), &changes, NULL, G_CONNECT_SWAPPED);
  finish (june);
  finish (may);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpint (troupe_roster_list_get_totals (self->list).gross, ==, 20000);
  g_assert_cmpint (troupe_roster_list_get_totals (self->list).before, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const struct { const char *path; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/roster-list/sort", test_sort },
    { "/roster-list/search-and-filter", test_search_and_filter },
    { "/roster-list/totals", test_totals },
    { "/roster-list/find", test_find },
    { "/roster-list/signal", test_signal },
    { "/roster-list/overtaken-load", test_overtaken_load },
  };

  g_test_init (&argc, &argv, NULL);
  dex_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
