#include "evidence-fixture.h"

typedef struct
{
  GString *text;
  int      left;    /* calls until it stops with an error; -1: never */
} Listing;

static gboolean
add_line_cb (const TroupeLine  *line,
             gpointer           data,
             GError           **error)
{
  Listing *listing = data;
  g_autofree char *month = troupe_month_to_string (line->month);
  g_autofree char *booked = troupe_month_to_string (line->booked);
  g_autofree char *day = troupe_day_to_string (line->day);

  if (listing->left-- == 0)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, "Too much");
  g_string_append_printf (listing->text, "%s %s %s %s %d %d %s\n", month, booked, line->kind, day, (int) line->amount,
                          line->fee == TROUPE_NONE ? -1 : (int) line->fee, line->unit);
  return TRUE;
}

static void
expect_lines (Fixture     *fixture,
              TroupeMonth  month,
              const char  *expected)
{
  Listing listing = { g_string_new (NULL), -1 };

  fixture_finish (troupe_store_each_line (fixture->store, month, add_line_cb, &listing, NULL));
  g_assert_cmpstr (listing.text->str, ==, expected);
  g_string_free (listing.text, TRUE);
}

static void
test_each_line (Fixture       *fixture,
                gconstpointer  data)
{
  gint64 creator_id = fixture_add_creator (fixture, "冬瓜");
  Listing listing = { NULL, 2 };

  listing.text = g_string_new (NULL);
  fixture_add_account (fixture, "a", creator_id);
  fixture_add_account (fixture, "b", creator_id);
  fixture_import_id (fixture, "2 b gift 2026-09-30 5\n3 a gift 2026-09-05 1 fee=7 unit=CNY\n4 a ad 2026-10-02 2 month=2026-09\n"
                              "5 x gift 2026-09-05 9\n6 a gift 2026-08-05 3\n7 a gift 2026-10-05 4");
  expect_lines (fixture, troupe_month_new (2026, 9),
                "2026-09 2026-09 ad 2026-10-02 2 -1 USD\n2026-09 2026-09 gift 2026-09-05 1 7 CNY\n"
                "2026-09 2026-09 gift 2026-09-30 5 -1 USD\n");
  fixture_close_month (fixture, "2026-09");
  fixture_import_id (fixture, "2 b gift 2026-08-30 50\n3 a gift 2026-09-06 60\n4 b gift 2026-10-06 70");
  expect_lines (fixture, troupe_month_new (2026, 10),
                "2026-08 2026-10 gift 2026-08-30 50 -1 USD\n2026-09 2026-10 gift 2026-09-06 60 -1 USD\n"
                "2026-10 2026-10 gift 2026-10-05 4 -1 USD\n2026-10 2026-10 gift 2026-10-06 70 -1 USD\n");
  expect_lines (fixture, troupe_month_new (2026, 12), "");

  fixture_await_error (troupe_store_each_line (fixture->store, troupe_month_new (2026, 10), add_line_cb, &listing, NULL),
                       TROUPE_ERROR_NUMBER, "Too much");
  g_string_free (listing.text, TRUE);
}

static char *
take_rows (DexFuture *future)
{
  g_autoptr(GPtrArray) lines = fixture_await_boxed (future);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TroupeLine *line = lines->pdata[i];

      g_string_append_printf (text, "%d:%d ", (int) line->row, (int) line->amount);
    }
  return g_string_free_and_steal (text);
}

static void
test_list_imported (Fixture       *fixture,
                    gconstpointer  data)
{
  /* a line whose month is not that of its day is found all the same */
  gint64 id = fixture_import_id (fixture, "5 b gift 2026-09-30 5\n3 a gift 2026-09-05 1\n"
                                          "4 a ad 2026-08-31 2 month=2026-10\n3 a ad 2026-09-05 8");
  g_autofree char *all = NULL, *page = NULL, *days = NULL;

  fixture_import_id (fixture, "2 b gift 2026-09-30 5\n3 b gift 2026-09-30 6");
  all = take_rows (troupe_store_list_imported (fixture->store, id, 0, 100));
  g_assert_cmpstr (all, ==, "3:8 3:1 4:2 5:5 ");
  page = take_rows (troupe_store_list_imported (fixture->store, id, 1, 2));
  g_assert_cmpstr (page, ==, "3:1 4:2 ");
  days = fixture_query (fixture, "SELECT first_day || ' ' || last_day FROM import ORDER BY id LIMIT 1");
  g_assert_cmpstr (days, ==, "2026-09-01 2026-10-31\n");
  fixture_await_error (troupe_store_list_imported (fixture->store, 9999, 0, 1), TROUPE_ERROR_NOT_FOUND, "9999");
}

static void
add_statement_line (Fixture    *fixture,
                    int         id,
                    const char *values)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO statement_line (id, statement_id, position, kind, account_id, platform, revenue_kind, rows, amount, currency, "
    "gross, pool, term_id, version, basis, share, creator, agency, unit, month, first_day, last_day, fee_card_id, fee, per_line) "
    "VALUES (%d, 7000, %d, 'earning', (SELECT id FROM account WHERE handle = 'a'), 'twitch', 'gift', 1, 1, 'CNY', "
    "1, 1, 1, 1, 'net', 1, 1, 1, %s)", id, id, values);

  fixture_execute (fixture, sql);
}

static void
test_list_evidence (Fixture       *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *values;    /* unit, month, days, fee card, fee, per line */
    const char *rows;
  } cases[] = {
    { "'USD', '2026-09', '2026-09-02', '2026-09-06', NULL, 0, 0", "4:3 2:1 " },
    { "'USD', '2026-09', '2026-09-02', '2026-09-30', NULL, 0, 0", "4:3 2:1 9:8 " },
    { "'CNY', '2026-09', '2026-09-02', '2026-09-30', NULL, 0, 0", "3:2 " },
    { "'USD', '2026-09', '2026-09-02', '2026-09-30', NULL, 7, 0", "9:8 " },
    { "'USD', '2026-09', '2026-09-02', '2026-09-30', 3, 7, 0", "4:3 2:1 " },
    { "'USD', '2026-09', '2026-09-02', '2026-09-30', NULL, 0, 1", "8:7 " },
    { "'USD', '2026-07', '2026-07-01', '2026-07-31', NULL, 0, 0", "7:6 " },
  };
  gint64 creator_id = fixture_add_creator (fixture, "冬瓜");
  gint64 contract_id = fixture_add_contract (fixture, "C1", creator_id);
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO statement VALUES (7000, '2026-09', %d, %d, 'N', 'CNY', 'draft', 0,0,0,0,0,0,0,0,0,0,0, NULL, 0)",
    (int) creator_id, (int) contract_id);
  g_autofree char *page = NULL;

  fixture_add_account (fixture, "a", creator_id);
  fixture_close_month (fixture, "2026-07");
  fixture_import_id (fixture, "2 a gift 2026-09-06 1\n3 a gift 2026-09-05 2 unit=CNY\n"
                              "4 a gift 2026-09-05 3\n5 a ad 2026-09-05 4\n"
                              "6 b gift 2026-09-05 5\n8 a gift 2026-09-05 7 per_line=1\n9 a gift 2026-09-07 8 fee=1");
  /* a late line of July that September settles */
  fixture_close_month (fixture, "2026-08");
  fixture_import_id (fixture, "7 a gift 2026-07-05 6");
  fixture_execute (fixture, sql);
  for (int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = NULL;

      add_statement_line (fixture, 7100 + i, cases[i].values);
      rows = take_rows (troupe_store_list_evidence (fixture->store, 7100 + i, 0, 100));
      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
  page = take_rows (troupe_store_list_evidence (fixture->store, 7101, 1, 1));
  g_assert_cmpstr (page, ==, "2:1 ");
  fixture_await_error (troupe_store_list_evidence (fixture->store, 9999, 0, 1), TROUPE_ERROR_NOT_FOUND, "9999");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
#define ADD(name, func) g_test_add ("/evidence/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("each-line", test_each_line);
  ADD ("list-imported", test_list_imported);
  ADD ("list-evidence", test_list_evidence);
  return g_test_run ();
}
