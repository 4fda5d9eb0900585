#include "store-books.h"

#include "troupe-agency-file.h"
#include "troupe-schema.h"

/* What is loaded is what is dumped; and what is derived was derived. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (300), dumped = NULL;
  g_autoptr(GArray) totals = NULL;
  gint64 lines = 0;

  g_assert_cmpint (fixture_await_int (books_load (fixture, books)), ==, books->len);
  dumped = books_dump (fixture);
  books_assert_equal (books, dumped);
  books_assert_clean (fixture);
  totals = fixture_await_boxed (troupe_store_list_totals (fixture->store, JUNE - 1, JUNE));
  for (guint i = 0; i < totals->len; i++)
    lines += g_array_index (totals, TroupeMonthTotal, i).lines;
  g_assert_cmpint (lines, ==, 300);
  g_assert_cmpint (fixture_await_int (troupe_store_reserve (fixture->store, 1)), ==, 31);
}

/* The lines of one account need not follow one another. */
static void
test_any_order (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (300);
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (guint i = books->len - 1; i > 0; i--)
    {
      guint j = g_rand_int_range (rand, 0, i + 1);
      gpointer record = books->pdata[i];

      books->pdata[i] = books->pdata[j];
      books->pdata[j] = record;
    }
  fixture_finish (books_load (fixture, books));
  books_assert_clean (fixture);
}

/* What others refer to may come later, or not at all: then the first who wants it is named. */
static void
test_dangling (Fixture       *fixture,
               gconstpointer  data)
{
  TroupeContract contract = { .id = 22, .creator_id = 77, .number = "HT-4", .kind = "standard", .currency = "CNY",
                              .residual = "agency", .start_day = troupe_day_new (2026, 1, 1), .end_day = TROUPE_NONE,
                              .notice_days = TROUPE_NONE, .signed_day = TROUPE_NONE };
  TroupeClosedMonth closed = { .month = JUNE, .time = FIXTURE_TIME, .rules = "none" };
  TroupeImportRow row = { .import_id = 78, .first_row = 3, .last_row = 3, .outcome = "failed", .reason = "x" };
  const struct { const TroupeRecordType *type; gconstpointer fields; const char *words; } cases[] = {
    { &TROUPE_CONTRACT, &contract, "books.json, line 3, record 1 (contract 22): “creator_id” is 77" },
    { &TROUPE_CLOSED_MONTH, &closed, "books.json, line 3, record 1 (closed_month): “rules” is none" },
    { &TROUPE_IMPORT_ROW, &row, "(import_row 78): “import_id” is 78, but the document has no such record (import)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) books = books_new (10), turned = g_ptr_array_new ();

      g_ptr_array_add (books, troupe_record_copy (cases[i].type, cases[i].fields));
      for (guint k = books->len; k > 0; k--)
        g_ptr_array_add (turned, books->pdata[k - 1]);
      fixture_await_error (books_load (fixture, turned), TROUPE_ERROR_INVALID, cases[i].words);
      g_ptr_array_remove_index (turned, 0);
      if (i == G_N_ELEMENTS (cases) - 1)
        fixture_finish (books_load (fixture, turned));
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (10), before = NULL, after = NULL;
  TroupeLine line = *(const TroupeLine *) books->pdata[books->len - 1];

  before = books_dump (fixture);
  line.kind = NULL;
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_LINE, &line));
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID, "books.json, line 23, record 21 (line): ");
  g_ptr_array_set_size (books, books->len - 1);

  line.kind = "bits";
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_LINE, &line));
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID,
                       "books.json, line 23, record 21 (line): There is already a record like this one (revenue line). Keep one");
  g_ptr_array_set_size (books, books->len - 1);

  line.kind = "bits";
  line.account_id = 77;
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_LINE, &line));
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID,
                       "line 23, record 21 (line): “account_id” is 77, but the document has no such record (account).");
  g_ptr_array_set_size (books, books->len - 1);

  g_ptr_array_remove_index (books, 0);
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_FORMAT, "books.json has no agency record");
  after = books_dump (fixture);
  books_assert_equal (before, after);

  fixture_add_creator (fixture, "A");
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID, "has records already");
}

/* Two rules for one day: all of it is refused, as an edit would be. */
static void
test_overlap (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) after = NULL;
  TroupeTerm term = fixture_make_term (20, "4.2", troupe_day_new (2026, 4, 2), TROUPE_NONE);
  TroupeUnitRate rate = { .platform = "twitch", .unit = "diamond", .currency = "USD", .rate = 5000000,
                          .start_day = troupe_day_new (2026, 1, 1), .end_day = TROUPE_NONE };
  TroupeFeeCard card = { .platform = "twitch", .share = 5000, .start_day = troupe_day_new (2026, 1, 1),
                         .end_day = TROUPE_NONE };
  const struct { const TroupeRecordType *type; gpointer rule; gint64 *id; const char *words; } cases[] = {
    { &TROUPE_TERM, &term, &term.id, "books.json, line 12, record 10 (term 30): On some days two rules" },
    { &TROUPE_UNIT_RATE, &rate, &rate.id, "two rules would hold: the rate of" },
    { &TROUPE_FEE_CARD, &card, &card.id, "two rules would hold: the fee card of" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) books = books_new (10);

      for (int k = 0; k < 2; k++)
        {
          *cases[i].id = 31 + k;
          rate.currency = k == 0 ? "USD" : "CNY";   /* which is no other rule */
          if (k == 1 || cases[i].type != &TROUPE_TERM)   /* the books have a term */
            g_ptr_array_add (books, troupe_record_copy (cases[i].type, cases[i].rule));
        }
      fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID, cases[i].words);
    }
  after = books_dump (fixture);
  g_assert_cmpuint (after->len, ==, 1);
}

/* A minimum in another currency than its contract would never hold. */
static void
test_minimum (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (10);
  TroupeTerm term = fixture_make_term (20, "4.3", troupe_day_new (2026, 1, 1), TROUPE_NONE);

  term.id = 31;
  term.kind = "minimum_payout";
  term.share = TROUPE_NONE;
  term.basis = NULL;
  term.amount = 5000;
  term.currency = "USD";
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_TERM, &term));
  fixture_await_error (books_load (fixture, books), TROUPE_ERROR_INVALID,
                       "books.json, line 23, record 21 (term 31): The minimum payout of contract HT-2 is in USD");
  g_ptr_array_set_size (books, books->len - 1);
  fixture_finish (books_load (fixture, books));
  fixture_await_error (fixture_save (fixture, &TROUPE_TERM, &term), TROUPE_ERROR_INVALID, "is in USD, and the contract");
  term.currency = "CNY";
  fixture_finish (fixture_save (fixture, &TROUPE_TERM, &term));
}

/* Somebody cancels when the books are half way in. */
typedef struct
{
  BooksSource   source;
  GCancellable *cancellable;
} CancelledSource;

static gboolean
next_and_cancel (gpointer                  fields,
                 const TroupeRecordType  **ret_type,
                 gpointer                  data,
                 GError                  **error)
{
  CancelledSource *self = data;

  if (self->source.position == self->source.books->len / 2)
    g_cancellable_cancel (self->cancellable);
  return books_next (fields, ret_type, &self->source, error);
}

static gboolean
count_and_cancel (gconstpointer   record,
                  gpointer        data,
                  GError        **error)
{
  CancelledSource *self = data;

  if (++self->source.position == self->source.books->len / 2)
    g_cancellable_cancel (self->cancellable);
  return TRUE;
}

static void
test_cancel_dump (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (5000), after = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  CancelledSource source = { { books }, cancellable };

  fixture_finish (books_load (fixture, books));
  fixture_await_error (troupe_store_dump (fixture->store, count_and_cancel, &source, cancellable),
                       TROUPE_ERROR_CANCELLED, "Cancelled");
  g_assert_cmpuint (source.source.position, <, books->len);
  after = books_dump (fixture);
  books_assert_equal (books, after);
}

typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean begun;
  gboolean written;
  guint    creators;
} Meeting;

static void
reach (Meeting  *self,
       gboolean *mark)
{
  g_mutex_lock (&self->mutex);
  *mark = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static void
await_mark (Meeting        *self,
            const gboolean *mark)
{
  gint64 until = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  g_mutex_lock (&self->mutex);
  while (!*mark)
    g_assert_true (g_cond_wait_until (&self->cond, &self->mutex, until));
  g_mutex_unlock (&self->mutex);
}

static gboolean
wait_for_write (gconstpointer   record,
                gpointer        data,
                GError        **error)
{
  Meeting *meeting = data;

  reach (meeting, &meeting->begun);
  await_mark (meeting, &meeting->written);
  meeting->creators += troupe_record_get_type (record) == &TROUPE_CREATOR;
  return TRUE;
}

/* Who looks and writes does not wait for a dump, which is of the moment in which it began. */
static void
test_beside (Fixture       *fixture,
             gconstpointer  data)
{
  Meeting meeting = { 0 };
  DexFuture *dump;

  fixture_add_creator (fixture, "冬瓜");
  dump = troupe_store_dump (fixture->store, wait_for_write, &meeting, NULL);
  await_mark (&meeting, &meeting.begun);
  fixture_add_creator (fixture, "南枝");
  reach (&meeting, &meeting.written);
  fixture_finish (dump);
  g_assert_cmpuint (meeting.creators, ==, 1);
}

static gboolean
take_time (gconstpointer   record,
           gpointer        data,
           GError        **error)
{
  reach (data, &((Meeting *) data)->begun);
  g_usleep (1000);
  return TRUE;
}

static void
test_close_beside (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (20000);
  Meeting meeting = { 0 };
  DexFuture *dump;

  fixture_finish (books_load (fixture, books));
  dump = troupe_store_dump (fixture->store, take_time, &meeting, NULL);
  await_mark (&meeting, &meeting.begun);
  fixture_close (fixture);
  fixture_await_error (dump, TROUPE_ERROR_CANCELLED, "Cancelled");
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (5000), after = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  CancelledSource position = { { books }, cancellable };
  TroupeRecordSource source = { "books.json", next_and_cancel, books_get_line, &position };

  fixture_await_error (troupe_store_load (fixture->store, &source, cancellable), TROUPE_ERROR_CANCELLED, "Cancelled");
  g_assert_cmpuint (position.source.position, <, books->len);
  after = books_dump (fixture);
  g_assert_cmpuint (after->len, ==, 1);
}

/* What somebody may have done to the file by other means, and the finding. */
static const struct { const char *sql, *words; } spoilt[] = {
  { "UPDATE line SET amount = amount + 1 WHERE row = 7", "not the sum of its lines" },
  { "DELETE FROM line WHERE account_id = 11", "has no lines" },
  { "PRAGMA foreign_keys = OFF; DELETE FROM creator WHERE id = 2",
    "“account” refers to a missing record of the kind “creator”" },
  { "INSERT INTO statement SELECT 50, '2026-06', 2, 20, 'S-1', 'CNY', 'draft', 0, 100, 30, 70, 42, 28, 0, 0, 0, 42, 42,"
    " NULL, 0", "S-1 of 2026-06 is not the sum of its lines" },
  { "INSERT INTO statement SELECT 50, '2026-06', 2, 20, 'S-1', 'CNY', 'closed', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0",
    "closed where its month 2026-06 is not" },
  { "INSERT INTO statement SELECT 50, '2026-06', 2, 20, 'S-1', 'CNY', 'draft', 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0",
    "gross − fee" },
  { "INSERT INTO rule_snapshot VALUES (printf ('%064d', 0), 'x')", "have been changed" },
  { "PRAGMA foreign_keys = OFF;"
    " INSERT INTO closed_month VALUES ('2026-06', '2026-07-01T00:00:00Z', printf ('%064d', 0), NULL);"
    " UPDATE account SET creator_id = NULL", "2026-06 is closed, but lines of account" },
  { "INSERT INTO contract SELECT 22, creator_id, 'C-9', kind, currency, residual, '2026-06-30', NULL, 0, NULL, NULL, NULL"
    " FROM contract WHERE id = 20; INSERT INTO term SELECT 31, 22, '4.2', kind, platform, revenue_kind, share, basis, amount,"
    " currency, '2026-06-30', NULL, 1, note FROM term", "share the same revenue on the same days" },
  { "INSERT INTO statement SELECT 50, '2026-06', 2, 20, 'S-1', 'CNY', 'draft', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, 0;"
    " INSERT INTO payment VALUES (60, 3, 50, '2026-07-02', 5, 'CNY', NULL, 'R1', NULL)",
    "The payment of 2026-07-02 (R1) names a statement of another creator" },
  { "UPDATE term SET end_day = '2026-03-31'; INSERT INTO term SELECT 31, contract_id, '4.2', kind, platform, revenue_kind,"
    " share, basis, amount, currency, '2026-04-02', NULL, 2, note FROM term", "No rule holds between the term “4.1”" },
  { "INSERT INTO term SELECT 31, contract_id, '4.2', kind, platform, revenue_kind, share, basis, amount, currency,"
    " '2026-04-02', NULL, 2, note FROM term", "two rules hold" },
};

static char *
check_after (Fixture    *fixture,
             const char *sql)
{
  g_auto(GStrv) steps = troupe_schema_load ();
  g_auto(GStrv) findings = NULL;
  g_autoptr(GError) error = NULL;
  TroupeAgencyFile *file = troupe_agency_file_open (fixture->path, TROUPE_STORE_WRITE, (const char *const *) steps,
                                                    fixture->clock, &error);

  g_assert_no_error (error);
  troupe_connection_execute (file->connection, sql, &error);
  g_assert_no_error (error);
  troupe_agency_file_close (file);
  fixture->store = fixture_await_store (troupe_store_open (fixture->path, TROUPE_STORE_WRITE, fixture->clock));
  findings = fixture_await_boxed (troupe_store_check (fixture->store));
  fixture_close (fixture);
  return g_strjoinv ("\n", findings);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) books = books_new (30);
  g_autofree char *good = NULL;
  gsize length;

  fixture_finish (books_load (fixture, books));
  fixture_close (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &good, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (spoilt); i++)
    {
      g_autofree char *findings = NULL;

      g_assert_true (g_file_set_contents (fixture->path, good, length, NULL));
      findings = check_after (fixture, spoilt[i].sql);
      if (strstr (findings, spoilt[i].words) == NULL)
        g_error ("“%s” does not say “%s”", findings, spoilt[i].words);
    }
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  ADD ("/load/round-trip", test_round_trip);
  ADD ("/load/any-order", test_any_order);
  ADD ("/load/dangling", test_dangling);
  ADD ("/load/refused", test_refused);
  ADD ("/load/overlap", test_overlap);
  ADD ("/load/minimum", test_minimum);
  ADD ("/load/beside", test_beside);
  ADD ("/load/close-beside", test_close_beside);
  ADD ("/load/cancel", test_cancel);
  ADD ("/load/cancel-dump", test_cancel_dump);
  ADD ("/load/check", test_check);
  return g_test_run ();
}
