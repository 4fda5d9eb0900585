#include "evidence-fixture.h"

/* More than an import takes in the moment before it is cancelled. */
#define CANCEL_LINES 200000

typedef struct
{
  const char *name;
  const char *files[4];
  gint64      as_of[4];       /* 0: no month-to-date file */
  const char *counts;         /* of the last file */
  const char *lines;
  const char *rows;           /* what the last import lists */
} Case;

/* The accounts a and b belong to a creator. */
static const Case cases[] = {
  { "one row",
    { "2 a gift 2026-09-05 100" }, { 0 },
    "1 new 0 updated 0 duplicate 0 failed 0 waiting 1 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "" },
  { "counted: equal rows of one file all count",
    { "2 a gift 2026-09-05 100\n3 a gift 2026-09-05 100\n4 a gift 2026-09-05 100" }, { 0 },
    "3 new 0 updated 0 duplicate 0 failed 0 waiting 3 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r0 2026-09 2026-09-05 100 USD\n"
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "" },
  { "counted: a reordered file adds nothing",
    { "2 a gift 2026-09-05 100\n3 b gift 2026-09-05 100\n4 a gift 2026-09-05 100",
      "2 b gift 2026-09-05 100\n3 a gift 2026-09-05 100\n4 a gift 2026-09-05 100" }, { 0 },
    "0 new 0 updated 3 duplicate 0 failed 0 waiting 0 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r0 2026-09 2026-09-05 100 USD\n"
    "b gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "2-4 duplicate\n" },
  { "counted: an overlapping file adds exactly the rest",
    { "2 a gift 2026-09-05 100\n3 a gift 2026-09-05 100",
      "2 a gift 2026-09-05 100\n3 a gift 2026-09-05 100\n4 a gift 2026-09-05 100\n5 a gift 2026-09-06 7" }, { 0 },
    "2 new 0 updated 2 duplicate 0 failed 0 waiting 2 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r0 2026-09 2026-09-05 100 USD\n"
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r0 2026-09 2026-09-06 7 USD\n", "2-3 duplicate\n" },
  { "counted: same content, other fields, in one file",
    { "2 a gift 2026-09-05 100 content=7\n3 a gift 2026-09-05 200 content=7\n4 a gift 2026-09-05 100 content=7" }, { 0 },
    "3 new 0 updated 0 duplicate 0 failed 0 waiting 3 lines", NULL, "" },
  { "counted: same content, other fields, again in another order",
    { "2 a gift 2026-09-05 100 content=7\n3 a gift 2026-09-05 200 content=7\n4 a gift 2026-09-05 100 content=7",
      "2 a gift 2026-09-05 200 content=7\n3 a gift 2026-09-05 100 content=7 fee=1\n4 a gift 2026-09-05 100 content=7\n"
      "5 a gift 2026-09-05 100 content=7\n6 a gift 2026-09-05 200 content=8" }, { 0 },
    "2 new 0 updated 3 duplicate 0 failed 0 waiting 2 lines", NULL, "2 duplicate\n4-5 duplicate\n" },
  { "counted: content at the end of the numbers",
    { "2 a gift 2026-09-05 1 content=9223372036854775807\n3 a gift 2026-09-05 1 content=9223372036854775807",
      "2 a gift 2026-09-05 1 content=9223372036854775807\n3 a gift 2026-09-05 1 content=9223372036854775807\n"
      "4 a gift 2026-09-05 1 content=9223372036854775807\n5 a gift 2026-09-05 2 content=9223372036854775808" }, { 0 },
    "2 new 0 updated 2 duplicate 0 failed 0 waiting 2 lines", NULL, "2-3 duplicate\n" },
  { "keyed: same key and content is a duplicate",
    { "2 a gift 2026-09-05 100 key=K1\n3 a gift 2026-09-05 100 key=K2", "9 a gift 2026-09-05 100 key=K2" }, { 0 },
    "0 new 0 updated 1 duplicate 0 failed 0 waiting 0 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "9 duplicate\n" },
  { "keyed: other content is a revision with the difference",
    { "2 a gift 2026-09-05 100 key=K1 fee=10", "2 a gift 2026-09-06 70 key=K1 fee=7", "2 a gift 2026-09-06 80 key=K1" }, { 0 },
    "0 new 1 updated 0 duplicate 0 failed 0 waiting 1 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 fee 10 USD\n"
    "a gift 2026-09 r1 2026-09 2026-09-06 -30 stated 70 fee -3 USD\n"
    "a gift 2026-09 r2 2026-09 2026-09-06 10 stated 80 fee -7 USD\n", "2 updated\n" },
  { "keyed: equal content never hides other fields",
    { "2 a gift 2026-09-05 100 key=K1 content=1", "2 a gift 2026-09-05 300 key=K1 content=1" }, { 0 },
    "0 new 1 updated 0 duplicate 0 failed 0 waiting 1 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r1 2026-09 2026-09-05 200 stated 300 USD\n", "2 updated\n" },
  { "keyed: the same row twice in one file counts once",
    { "2 a gift 2026-09-05 100 key=K1\n3 a gift 2026-09-05 100 key=K1" }, { 0 },
    "1 new 0 updated 1 duplicate 0 failed 0 waiting 1 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "3 duplicate\n" },
  { "keyed: a zero counts only where something else was stated",
    { "2 a gift 2026-09-05 100 key=K1\n2 a ad 2026-09-05 0 key=K1\n3 a gift 2026-09-06 0 key=K2",
      "2 a gift 2026-09-05 0 key=K1\n2 a ad 2026-09-05 0 key=K1\n3 a gift 2026-09-06 0 key=K2" }, { 0 },
    "0 new 1 updated 0 duplicate 0 failed 0 waiting 1 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\na gift 2026-09 r1 2026-09 2026-09-05 -100 stated 0 USD\n", "2 updated\n" },
  { "month to date: an older reading is a duplicate, a newer one the difference",
    { "2 a gift 2026-09-30 100 key=A content=1", "2 a gift 2026-09-30 250 key=A content=3",
      "2 a gift 2026-09-30 180 key=A content=2" }, { 1000, 3000, 2000 },
    "0 new 0 updated 1 duplicate 0 failed 0 waiting 0 lines",
    "a gift 2026-09 r0 2026-09 2026-09-30 100 USD\na gift 2026-09 r1 2026-09 2026-09-30 150 stated 250 USD\n", "2 duplicate\n" },
  { "month to date: a newer one that says the same",
    { "2 a gift 2026-09-30 100 key=A content=1", "2 a gift 2026-09-30 100 key=A content=1\n" }, { 1000, 3000 },
    "0 new 0 updated 1 duplicate 0 failed 0 waiting 0 lines", "a gift 2026-09 r0 2026-09 2026-09-30 100 USD\n", "2 duplicate\n" },
  { "a row of several lines counts once, as the best of them",
    { "2 a gift 2026-09-05 100",
      "2 a gift 2026-09-05 100\n2 a ad 2026-09-05 5\n3 a gift 2026-10-05 1\n3 a ad 2026-10-05 1" }, { 0 },
    "2 new 0 updated 0 duplicate 0 failed 0 waiting 3 lines",
    "a ad 2026-09 r0 2026-09 2026-09-05 5 USD\na gift 2026-09 r0 2026-09 2026-09-05 100 USD\n"
    "a ad 2026-10 r0 2026-10 2026-10-05 1 USD\na gift 2026-10 r0 2026-10 2026-10-05 1 USD\n", "" },
  { "unknown accounts are made once and wait",
    { "2 a gift 2026-09-05 100\n3 x gift 2026-09-05 5\n4 x gift 2026-09-06 5\n5 y gift 2026-09-05 5 platform=tiktok" }, { 0 },
    "4 new 0 updated 0 duplicate 0 failed 3 waiting 4 lines",
    "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\nx gift 2026-09 r0 2026-09 2026-09-05 5 USD\n"
    "x gift 2026-09 r0 2026-09 2026-09-06 5 USD\ny gift 2026-09 r0 2026-09 2026-09-05 5 USD\n", "3-5 waiting\n" },
  { "units, references and whole minor units are told apart",
    { "2 a gift 2026-09-05 1 content=5 unit=CNY\n3 a gift 2026-09-05 1 content=5 ref=R1\n"
      "4 a gift 2026-09-05 1 content=5 per_line=1\n5 a gift 2026-09-05 1 content=5 ref=R2\n6 a gift 2026-09-05 1 content=5",
      "2 a gift 2026-09-05 1 content=5\n3 a gift 2026-09-05 1 content=5 ref=R2\n4 a gift 2026-09-05 1 content=5 ref=R1\n"
      "5 a gift 2026-09-05 1 content=5 per_line=1\n6 a gift 2026-09-05 1 content=5 unit=CNY" }, { 0 },
    "0 new 0 updated 5 duplicate 0 failed 0 waiting 0 lines", NULL, "2-6 duplicate\n" },
  { "counted: a reference that comes back with another amount is remarked",
    { "2 a gift 2026-09-05 100 ref=R1\n3 a gift 2026-09-05 5 ref=R2\n4 a ad 2026-09-05 7 ref=R3\n5 a gift 2026-09-05 9 ref=R4",
      "2 a gift 2026-09-05 120 ref=R1\n3 a gift 2026-09-05 5 ref=R2\n4 a gift 2026-09-05 8 ref=R3\n5 b gift 2026-09-05 6 ref=R4\n"
      "6 x gift 2026-09-05 6 ref=R4\n7 a gift 2026-10-05 6 ref=R4\n8 a gift 2026-09-06 -9 ref=R4" }, { 0 },
    "6 new 0 updated 1 duplicate 0 failed 1 waiting 6 lines", NULL, "2 warned\n3 duplicate\n6 waiting\n" },
  { "counted: a reference that one file repeats, and a later file has again, replaces nothing",
    { "2 a gift 2026-09-05 100 ref=R1\n3 a gift 2026-09-05 20 ref=R1",
      "2 a gift 2026-09-05 100 ref=R1\n3 a gift 2026-09-05 20 ref=R1\n4 a gift 2026-09-06 30 ref=R1",
      "2 a gift 2026-09-05 1 ref=R1\n3 a gift 2026-09-05 2 ref=R1" }, { 0 },
    "2 new 0 updated 0 duplicate 0 failed 0 waiting 2 lines", NULL, "" },
  { "counted: an overlapping file that adds to a reference replaces nothing",
    { "2 a gift 2026-09-05 100 ref=R1",
      "2 a gift 2026-09-05 100 ref=R1\n3 a gift 2026-09-06 30 ref=R1" }, { 0 },
    "1 new 0 updated 1 duplicate 0 failed 0 waiting 1 lines", NULL, "2 duplicate\n" },
  { "keyed: another key may have the same reference",
    { "2 a gift 2026-09-05 100 key=K1 ref=R1", "2 a gift 2026-09-05 120 key=K2 ref=R1" }, { 0 },
    "1 new 0 updated 0 duplicate 0 failed 0 waiting 1 lines", NULL, "" },
  { "rows with a remark", { "2 a gift 2026-09-05 100\n2 warned Date two forms\n2 warned Amount cut" }, { 0 },
    "1 new 0 updated 0 duplicate 0 failed 0 waiting 1 lines", "a gift 2026-09 r0 2026-09 2026-09-05 100 USD\n", "2 warned\n" },
  { "no lines at all", { "\n" }, { 0 }, "0 new 0 updated 0 duplicate 0 failed 0 waiting 0 lines", "", "" },
};

static void
add_accounts (Fixture *fixture)
{
  gint64 creator_id = fixture_add_creator (fixture, "冬瓜");

  fixture_add_account (fixture, "a", creator_id);
  fixture_add_account (fixture, "b", creator_id);
}

static void
test_case (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *test = data;
  g_autoptr(TroupeImportResult) result = NULL;
  g_autofree char *lines = NULL, *rows = NULL, *logged = NULL, *sql = NULL;
  int n = 0;

  add_accounts (fixture);
  for (; n < G_N_ELEMENTS (test->files) && test->files[n] != NULL; n++)
    {
      g_autoptr(TroupeLineSource) source = file_source_new (test->files[n], test->as_of[n] != 0 ? test->as_of[n] : TROUPE_NONE);

      g_clear_pointer (&result, troupe_import_result_unref);
      result = fixture_await_boxed (troupe_store_import (fixture->store, source, 0, NULL));
    }
  g_assert_false (result->identical);
  fixture_assert_counts (result, test->counts);
  lines = fixture_list_lines (fixture);
  if (test->lines != NULL)
    g_assert_cmpstr (lines, ==, test->lines);
  sql = g_strdup_printf ("SELECT first_row || iif (last_row > first_row, '-' || last_row, '') || ' ' || outcome "
                         "FROM import_row WHERE import_id = %" G_GINT64_FORMAT " ORDER BY first_row", result->import->id);
  rows = fixture_query (fixture, sql);
  g_assert_cmpstr (rows, ==, test->rows);
  fixture_check_totals (fixture);

  logged = fixture_query (fixture, "SELECT count (*) FROM change WHERE action = 'import'");
  g_assert_cmpint (atoi (logged), ==, n);
}

static void
test_identical (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 id = fixture_import_id (fixture, "2 a gift 2026-09-05 100");
  g_autoptr(TroupeImportResult) again = fixture_import (fixture, "2 a gift 2026-09-05 100");
  g_autofree char *imports = fixture_query (fixture, "SELECT count (*) FROM import");

  g_assert_true (again->identical);
  g_assert_cmpint (again->import->id, ==, id);
  g_assert_cmpstr (imports, ==, "1\n");
}

static void
test_unknown_accounts (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(TroupeImportResult) first = fixture_import (fixture, "2 x gift 2026-09-05 5");
  g_autoptr(TroupeImportResult) second = fixture_import (fixture, "2 x gift 2026-09-06 5\n3 X gift 2026-09-06 5");
  const TroupeAccount *account;

  g_assert_cmpuint (first->accounts->len, ==, 1);
  account = first->accounts->pdata[0];
  g_assert_cmpstr (account->handle, ==, "x");
  g_assert_cmpstr (account->platform, ==, "twitch");
  g_assert_cmpint (account->creator_id, ==, 0);
  g_assert_cmpint (account->import_id, ==, first->import->id);

  /* the one that still waits, and one that differs in its case */
  g_assert_cmpuint (second->accounts->len, ==, 2);
  g_assert_true (troupe_record_equal (second->accounts->pdata[0], account));
  fixture_assert_counts (second, "2 new 0 updated 0 duplicate 0 failed 2 waiting 2 lines");
  g_assert_cmpint (second->n_accounts, ==, 2);
  g_assert_cmpint (second->n_known, ==, 0);

  /* of both files for the one, of this file for the other */
  g_assert_cmpuint (second->waiting->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const TroupeWaitingTotal *total = &g_array_index (second->waiting, TroupeWaitingTotal, i);
      gboolean old = total->account_id == account->id;

      g_assert_cmpint (total->lines, ==, old ? 2 : 1);
      g_assert_cmpint (total->amount, ==, old ? 10 : 5);
    }
}

static const struct
{
  const char *name;
  const char *before;
  const char *file;
  const char *words[3];
} refusals[] = {
  { "failed row", "", "2 a gift 2026-09-05 1\n3 failed Amount “12o” is no number\n4 failed Date no day",
    { "august.csv, row 3, column “Amount”: “12o” is no number", "1 more row failed", "Nothing was imported" } },
  { "key twice", "", "2 a gift 2026-09-05 1 key=K ref=TX9\n3 b gift 2026-09-05 1\n7 a gift 2026-09-05 2 key=K ref=TX9",
    { "rows 2 and 7", "TX9", "remove the wrong row" } },
  { "other unit", "2 a gift 2026-09-05 1 key=K", "2 a gift 2026-09-05 1 key=K unit=CNY",
    { "row 2", "in USD before and is in CNY", "Withdraw" } },
  { "overflow", "", "2 a gift 2026-09-05 9223372036854775806\n3 a gift 2026-09-05 9223372036854775805",
    { "Row 2", "USD", "Check the amounts" } },
  { "no account", "", "2 a gift 2026-09-05 1\n3  gift 2026-09-05 1", { "august.csv, row 3", "names no account", "Fill it in" } },
};

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  for (int i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *before = NULL, *after = NULL;

      if (*refusals[i].before != '\0')
        fixture_import_id (fixture, refusals[i].before);
      before = fixture_query (fixture, "SELECT concat_ws (' ', next, (SELECT count (*) FROM line), "
                                       "(SELECT count (*) FROM account), (SELECT count (*) FROM import)) FROM sequence");
      for (int n = 0; n < G_N_ELEMENTS (refusals[i].words); n++)
        {
          DexFuture *future = fixture_wait (fixture_start_import (fixture, refusals[i].file, 0));
          g_autoptr(GError) error = NULL;

          g_assert_null (dex_future_get_value (future, &error));
          g_assert_nonnull (strstr (error->message, refusals[i].words[n]));
          dex_unref (future);
        }
      after = fixture_query (fixture, "SELECT concat_ws (' ', next, (SELECT count (*) FROM line), "
                                      "(SELECT count (*) FROM account), (SELECT count (*) FROM import)) FROM sequence");
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_skip_bad (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(TroupeImportResult) result = fixture_await_boxed (
    fixture_start_import (fixture, "2 a gift 2026-09-05 1\n3 failed Amount no number\n4 b gift 2026-09-05 2",
                          TROUPE_IMPORT_SKIP_BAD));
  const TroupeImportRow *row = NULL;

  fixture_assert_counts (result, "2 new 0 updated 0 duplicate 1 failed 2 waiting 2 lines");
  for (guint i = 0; i < result->rows->len && row == NULL; i++)
    if (g_str_equal (((TroupeImportRow *) result->rows->pdata[i])->outcome, "failed"))
      row = result->rows->pdata[i];
  g_assert_nonnull (row);
  g_assert_cmpint (row->first_row, ==, 3);
  g_assert_cmpint (row->import_id, ==, result->import->id);
  g_assert_cmpstr (row->column, ==, "Amount");
}

static void
count_cb (TroupeStore *store,
          gpointer     data)
{
  (*(int *) data)++;
}

static void
test_replaced (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 id = fixture_import_id (fixture, "2 x gift 2026-09-05 100000000 ref=SAME-1");
  g_autoptr(TroupeImportResult) result = fixture_import (fixture, "9 x gift 2026-09-05 120000000 ref=SAME-1");
  g_autofree char *reason = g_strdup_printf ("the reference SAME-1 was imported before with 100 USD; if this row replaces "
                                             "it, withdraw import %" G_GINT64_FORMAT " first", id);
  const TroupeImportRow *row = result->rows->pdata[0];

  g_assert_cmpuint (result->rows->len, ==, 2);    /* it waits, too */
  g_assert_cmpint (row->first_row, ==, 9);
  g_assert_cmpstr (row->outcome, ==, "warned");
  g_assert_cmpstr (row->reason, ==, reason);
}

/* The same money under other words, as from a list in another language. */
static void
test_said_otherwise (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TroupeImportResult) result = NULL;

  fixture_import_id (fixture, "2 x gift 2026-09-05 100000000 ref=SAME-1 content=1\n3 x gift 2026-09-05 7 ref=ALSO content=2");
  result = fixture_import (fixture, "9 x gift 2026-09-05 100000000 ref=SAME-1 content=3\n"
                                    "10 x gift 2026-09-05 7 ref=ALSO content=2\n11 x gift 2026-09-05 7 ref=ALSO content=2");
  for (guint i = 0, warned = 0; i < result->rows->len; i++)
    {
      const TroupeImportRow *row = result->rows->pdata[i];

      warned += g_str_equal (row->outcome, "warned");
      if (g_str_equal (row->outcome, "warned"))
        g_assert_cmpint (row->first_row, ==, 9);
      g_assert_cmpuint (warned, ==, 1);
    }
}

static void
test_dry_run (Fixture       *fixture,
              gconstpointer  data)
{
  const char *file = "2 x gift 2026-09-05 1\n3 failed Amount no number\n4 x gift 2026-09-05 1";
  int changes = 0;
  gulong handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &changes);
  g_autoptr(TroupeImportResult) tried = fixture_await_boxed (fixture_start_import (fixture, file, TROUPE_IMPORT_DRY_RUN));
  g_autofree char *left = fixture_query (fixture, "SELECT (SELECT count (*) FROM line) + (SELECT count (*) FROM account) + "
                                                  "(SELECT count (*) FROM import) + (SELECT count (*) FROM month_total)");

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_signal_handler_disconnect (fixture->store, handler);
  g_assert_cmpint (changes, ==, 0);
  g_assert_cmpstr (left, ==, "0\n");
  g_assert_cmpint (tried->import->id, ==, 0);
  fixture_assert_counts (tried, "2 new 0 updated 0 duplicate 1 failed 2 waiting 2 lines");
  g_assert_cmpuint (tried->accounts->len, ==, 1);
  g_assert_cmpuint (tried->rows->len, ==, 3);
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *lines = NULL;
  g_autoptr(GArray) months = NULL;

  fixture_import_id (fixture, "2 a gift 2026-08-05 1 key=K\n3 a gift 2026-09-05 2");
  fixture_close_month (fixture, "2026-08");
  fixture_close_month (fixture, "2026-10");
  /* September had nothing when October was closed; it is closed with it */
  fixture_import_id (fixture, "2 a gift 2026-08-05 5 key=K\n3 a gift 2026-07-05 7\n4 a gift 2026-09-06 8\n5 a gift 2026-12-01 9");
  lines = fixture_list_lines (fixture);
  g_assert_cmpstr (lines, ==, "a gift 2026-07 r0 2026-11 2026-07-05 7 USD\n"
                              "a gift 2026-08 r0 2026-08 2026-08-05 1 USD\n"
                              "a gift 2026-08 r1 2026-11 2026-08-05 4 stated 5 USD\n"
                              "a gift 2026-09 r0 2026-09 2026-09-05 2 USD\n"
                              "a gift 2026-09 r0 2026-11 2026-09-06 8 USD\n"
                              "a gift 2026-12 r0 2026-12 2026-12-01 9 USD\n");
  months = fixture_await_boxed (troupe_store_list_late_months (fixture->store, troupe_month_new (2026, 11)));
  g_assert_cmpuint (months->len, ==, 3);
  for (guint i = 0; i < months->len; i++)
    g_assert_cmpint (g_array_index (months, TroupeMonth, i), ==, troupe_month_new (2026, 7 + i));
  g_assert_cmpint (fixture_await_int (troupe_store_get_open_month (fixture->store, troupe_month_new (2026, 9))), ==,
                   troupe_month_new (2026, 11));
  g_assert_cmpint (fixture_await_int (troupe_store_get_open_month (fixture->store, troupe_month_new (2027, 1))), ==,
                   troupe_month_new (2027, 1));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  char **lines = g_new0 (char *, CANCEL_LINES + 1);
  g_autoptr(TroupeLineSource) source = file_source_new_lines (lines, "00", TROUPE_NONE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *left = NULL;
  DexFuture *future;

  for (int i = 0; i < CANCEL_LINES; i++)
    lines[i] = g_strdup_printf ("%d a gift 2026-09-05 %d", i + 1, i);
  future = troupe_store_import (fixture->store, source, 0, cancellable);
  g_usleep (20000);
  g_cancellable_cancel (cancellable);
  fixture_await_error (future, TROUPE_ERROR_CANCELLED, "Cancelled");
  left = fixture_query (fixture, "SELECT count (*) FROM line");
  g_assert_cmpstr (left, ==, "0\n");
}

/* A column of references that a profile takes for the kind must end in words. */
static void
test_many_kinds (Fixture       *fixture,
                 gconstpointer  data)
{
  const int n = G_MAXUINT16 + 1;
  char **lines = g_new0 (char *, n + 1);
  g_autoptr(TroupeLineSource) source = file_source_new_lines (lines, "00", TROUPE_NONE);

  for (int i = 0; i < n; i++)
    lines[i] = g_strdup_printf ("%d a kind%d 2026-09-05 1", i + 2, i);
  fixture_await_error (troupe_store_import (fixture->store, source, 0, NULL), TROUPE_ERROR_INVALID,
                       "row 65537: the file has more kinds of revenue than can be kept");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  for (int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/import/case/", cases[i].name, NULL);

      g_test_add (name, Fixture, &cases[i], fixture_set_up, test_case, fixture_tear_down);
    }
#define ADD(name, func) g_test_add ("/import/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("identical", test_identical);
  ADD ("unknown-accounts", test_unknown_accounts);
  ADD ("refusals", test_refusals);
  ADD ("skip-bad", test_skip_bad);
  ADD ("replaced", test_replaced);
  ADD ("said-otherwise", test_said_otherwise);
  ADD ("dry-run", test_dry_run);
  ADD ("late", test_late);
  ADD ("cancel", test_cancel);
  ADD ("many-kinds", test_many_kinds);
  return g_test_run ();
}
