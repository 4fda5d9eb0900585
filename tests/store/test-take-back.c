#include "evidence-fixture.h"

static const TroupeMonth november = 2026 * 12 + 10;

static void
expect_lines (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *lines = fixture_list_lines (fixture);

  g_assert_cmpstr (lines, ==, expected);
  fixture_check_totals (fixture);
}

static void
expect (Fixture    *fixture,
        const char *sql,
        const char *expected)
{
  g_autofree char *text = fixture_query (fixture, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_withdraw (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 first = fixture_import_id (fixture, "2 x gift 2026-09-05 1\n3 y gift 2026-09-05 1\n4 z gift 2026-10-05 1");
  gint64 second = fixture_import_id (fixture, "2 x gift 2026-09-05 1\n3 x gift 2026-09-06 2");
  g_autoptr(TroupeAccount) account = NULL;
  TroupeAccount fields;

  /* somebody has named this account */
  expect (fixture, "SELECT handle FROM account ORDER BY handle", "x\ny\nz\n");
  {
    g_autoptr(GPtrArray) found = fixture_await_boxed (troupe_store_list_text (fixture->store, &TROUPE_ACCOUNT, "handle", "z"));

    account = troupe_record_ref (found->pdata[0]);
  }
  fields = *account;
  fields.name = "Zoe";
  fixture_finish (fixture_save (fixture, &TROUPE_ACCOUNT, &fields));

  fixture_finish (troupe_store_withdraw (fixture->store, first));
  expect_lines (fixture, "x gift 2026-09 r0 2026-09 2026-09-06 2 USD\n");
  /* x has lines of the other import, z was edited, y goes */
  expect (fixture, "SELECT handle FROM account ORDER BY handle", "x\nz\n");
  expect (fixture, "SELECT state || ' ' || lines FROM import ORDER BY id", "withdrawn 3\ndone 1\n");
  expect (fixture, "SELECT action FROM change WHERE object = 'import' ORDER BY id", "import\nimport\nwithdraw\n");

  fixture_await_error (troupe_store_withdraw (fixture->store, first), TROUPE_ERROR_INVALID, "already");
  fixture_await_error (troupe_store_withdraw (fixture->store, 987654), TROUPE_ERROR_NOT_FOUND, "987654");
  fixture_finish (troupe_store_withdraw (fixture->store, second));
  expect_lines (fixture, "");
  expect (fixture, "SELECT count (*) FROM month_total", "0\n");
}

/* A line that two files shared comes back with either of them. */
static void
test_withdraw_shared (Fixture       *fixture,
                      gconstpointer  data)
{
  const char *one = "2 x gift 2026-09-05 1", *two = "2 x gift 2026-09-05 1\n3 x gift 2026-09-06 2";
  gint64 first = fixture_import_id (fixture, one);
  g_autoptr(TroupeImportResult) again = NULL;

  fixture_import_id (fixture, two);
  fixture_finish (troupe_store_withdraw (fixture->store, first));
  again = fixture_import (fixture, two);
  g_assert_false (again->identical);
  fixture_assert_counts (again, "1 new 0 updated 1 duplicate 0 failed 1 waiting 1 lines");
  expect_lines (fixture, "x gift 2026-09 r0 2026-09 2026-09-05 1 USD\nx gift 2026-09 r0 2026-09 2026-09-06 2 USD\n");
}

static void
test_withdraw_refused (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 first = fixture_import_id (fixture, "2 x gift 2026-09-05 1 key=K\n3 x gift 2026-10-05 1 key=L");
  gint64 second = fixture_import_id (fixture, "2 x gift 2026-10-05 5 key=L");

  fixture_await_error (troupe_store_withdraw (fixture->store, first), TROUPE_ERROR_CLOSED, "restates");
  fixture_finish (troupe_store_withdraw (fixture->store, second));
  fixture_close_month (fixture, "2026-09");
  fixture_await_error (troupe_store_withdraw (fixture->store, first), TROUPE_ERROR_CLOSED, "2026-09");
  expect_lines (fixture, "x gift 2026-09 r0 2026-09 2026-09-05 1 USD\nx gift 2026-10 r0 2026-10 2026-10-05 1 USD\n");
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  const char *file = "2 x gift 2026-09-05 10 fee=2\n3 x gift 2026-10-05 20\n4 x gift 2026-10-06 30";
  gint64 id = fixture_import_id (fixture, file);
  g_autoptr(TroupeImportResult) again = NULL;

  fixture_close_month (fixture, "2026-09");
  fixture_await_error (troupe_store_correct (fixture->store, id, november - 2), TROUPE_ERROR_CLOSED, "2026-09 is closed");
  fixture_finish (troupe_store_correct (fixture->store, id, november));
  expect_lines (fixture,
                "x gift 2026-09 r0 2026-09 2026-09-05 10 fee 2 USD\n"
                "x gift 2026-09 r1 2026-11 2026-09-05 -10 stated 0 fee -2 USD\n"
                "x gift 2026-10 r0 2026-10 2026-10-05 20 USD\nx gift 2026-10 r1 2026-10 2026-10-05 -20 stated 0 USD\n"
                "x gift 2026-10 r0 2026-10 2026-10-06 30 USD\nx gift 2026-10 r1 2026-10 2026-10-06 -30 stated 0 USD\n");
  expect (fixture, "SELECT state || ' ' || note FROM import", "done Corrected in 2026-11\n");
  fixture_await_error (troupe_store_correct (fixture->store, id, november), TROUPE_ERROR_INVALID, "already");

  /* what was taken back and is stated again counts again, once */
  again = fixture_import (fixture, "2 x gift 2026-09-05 10 fee=2\n3 x gift 2026-10-07 40");
  fixture_assert_counts (again, "2 new 0 updated 0 duplicate 0 failed 2 waiting 2 lines");
  g_clear_pointer (&again, troupe_import_result_unref);
  again = fixture_import (fixture, "2 x gift 2026-09-05 10 fee=2");
  fixture_assert_counts (again, "0 new 0 updated 1 duplicate 0 failed 0 waiting 0 lines");
  expect (fixture, "SELECT sum (amount) || ' ' || sum (fee) FROM line WHERE month = '2026-09'", "10 2\n");
  g_clear_pointer (&again, troupe_import_result_unref);
  again = fixture_import (fixture, file);
  g_assert_false (again->identical);
  expect (fixture, "SELECT sum (amount) FROM line", "100\n");
}

static void
test_correct_revised (Fixture       *fixture,
                      gconstpointer  data)
{
  gint64 first = fixture_import_id (fixture, "2 x gift 2026-09-05 100 key=K");
  gint64 second = fixture_import_id (fixture, "2 x gift 2026-09-05 130 key=K");

  fixture_close_month (fixture, "2026-10");
  /* what the first stated counts no more; what the second changed goes back to it */
  fixture_await_error (troupe_store_correct (fixture->store, first, november), TROUPE_ERROR_INVALID, "restate");
  fixture_finish (troupe_store_correct (fixture->store, second, november));
  expect_lines (fixture,
                "x gift 2026-09 r0 2026-09 2026-09-05 100 USD\n"
                "x gift 2026-09 r1 2026-09 2026-09-05 30 stated 130 USD\n"
                "x gift 2026-09 r2 2026-11 2026-09-05 -30 stated 100 USD\n");
}

static void
test_drafts (Fixture       *fixture,
             gconstpointer  data)
{
  gint64 creator_id = fixture_add_creator (fixture, "冬瓜"), id;
  gint64 contract_id = fixture_add_contract (fixture, "C1", creator_id);
  const char *stale = "SELECT month || ' ' || stale FROM statement ORDER BY month";

  fixture_add_account (fixture, "a", creator_id);
  for (int month = 8; month <= 10; month++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO statement VALUES (%d, '2026-%02d', %d, %d, 'N%d', 'CNY', 'draft', 0,0,0,0,0,0,0,0,0,0,0, NULL, 0)",
        5000 + month, month, (int) creator_id, (int) contract_id, month);

      fixture_execute (fixture, sql);
    }
  id = fixture_import_id (fixture, "2 a gift 2026-09-05 100");
  expect (fixture, stale, "2026-08 0\n2026-09 1\n2026-10 1\n");
  fixture_execute (fixture, "UPDATE statement SET stale = 0");
  fixture_import_id (fixture, "2 a gift 2026-09-05 100\n");
  expect (fixture, stale, "2026-08 0\n2026-09 0\n2026-10 0\n");
  fixture_finish (troupe_store_withdraw (fixture->store, id));
  expect (fixture, stale, "2026-08 0\n2026-09 1\n2026-10 1\n");
}

/* A document of somebody else may give an import days that do not cover its lines. */
static void
test_wrong_days (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 id = fixture_import_id (fixture, "2 x gift 2026-09-05 1\n3 x gift 2026-07-05 1");

  fixture_execute (fixture, "UPDATE import SET first_day = '2026-09-01', last_day = '2026-09-30'");
  fixture_finish (troupe_store_withdraw (fixture->store, id));
  expect_lines (fixture, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
#define ADD(name, func) g_test_add ("/take-back/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("withdraw", test_withdraw);
  ADD ("withdraw-shared", test_withdraw_shared);
  ADD ("withdraw-refused", test_withdraw_refused);
  ADD ("correct", test_correct);
  ADD ("correct-revised", test_correct_revised);
  ADD ("drafts", test_drafts);
  ADD ("wrong-days", test_wrong_days);
  return g_test_run ();
}
