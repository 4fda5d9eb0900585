/* Books of an agency as records: loaded into a file, dumped out of one, compared. */
#pragma once

#include "store-fixture.h"

#include "troupe-file-store.h"
#include "troupe-ledger-store.h"

/* Two creators with an account each and one account that waits; lines of a month, one of them late. */
static inline GPtrArray *
books_new (guint lines)
{
  GPtrArray *books = g_ptr_array_new_with_free_func (troupe_record_unref);
  TroupeAgency agency = { .id = 1, .name = "星河", .currency = "CNY", .language = "zh" };
  TroupeImport import = { .id = 4, .time = FIXTURE_TIME, .file_name = "june.csv", .file_hash = "ab", .profile = "twitch",
                          .profile_version = 1, .platform = "twitch", .first_day = TROUPE_NONE, .last_day = TROUPE_NONE,
                          .as_of = TROUPE_NONE, .state = "done" };
  TroupeContract contract = { .id = 20, .creator_id = 2, .number = "HT-2", .kind = "standard", .currency = "CNY",
                              .residual = "agency", .start_day = troupe_day_new (2026, 1, 1), .end_day = TROUPE_NONE,
                              .notice_days = TROUPE_NONE, .signed_day = TROUPE_NONE };
  TroupeTerm term = fixture_make_term (20, "4.1", troupe_day_new (2026, 1, 1), TROUPE_NONE);

  g_ptr_array_add (books, troupe_record_copy (&TROUPE_AGENCY, &agency));
  for (int i = 0; i < 2; i++)
    {
      TroupeCreator creator = { .id = 2 + i, .name = i ? "Momo" : "冬瓜", .status = "active",
                                .joined_day = TROUPE_NONE, .left_day = TROUPE_NONE };

      g_ptr_array_add (books, troupe_record_copy (&TROUPE_CREATOR, &creator));
    }
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_IMPORT, &import));
  for (int i = 0; i < 3; i++)
    {
      TroupeAccount account = { .id = 10 + i, .platform = "twitch", .handle = i == 0 ? "dong" : i == 1 ? "momo" : "who",
                                .creator_id = i < 2 ? 2 + i : 0, .import_id = 4 };

      g_ptr_array_add (books, troupe_record_copy (&TROUPE_ACCOUNT, &account));
    }
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_CONTRACT, &contract));
  contract.id = 21;
  contract.creator_id = 3;
  contract.number = "HT-3";
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_CONTRACT, &contract));
  term.id = 30;
  g_ptr_array_add (books, troupe_record_copy (&TROUPE_TERM, &term));
  for (guint i = 0; i < lines; i++)
    {
      gboolean late = i == 0;
      TroupeLine line = { .month = troupe_month_new (2026, late ? 5 : 6), .account_id = 10 + i * 3 / lines, .kind = "bits",
                          .key = i + 1, .booked = troupe_month_new (2026, 6), .day = troupe_day_new (2026, 6, 1 + i % 30),
                          .amount = 5000 * (i % 7) - 5000, .stated = TROUPE_NONE, .fee = TROUPE_NONE,
                          .unit = i % 3 ? "USD" : "CNY", .content = -(gint64) i - 1, .import_id = 4, .row = i + 2 };

      g_ptr_array_add (books, troupe_record_copy (&TROUPE_LINE, &line));
    }
  return books;
}

typedef struct
{
  GPtrArray *books;
  guint      position;
} BooksSource;

static inline gboolean
books_next (gpointer                  fields,
            const TroupeRecordType  **ret_type,
            gpointer                  data,
            GError                  **error)
{
  BooksSource *self = data;

  *ret_type = NULL;
  if (self->position == self->books->len)
    return TRUE;
  *ret_type = troupe_record_get_type (self->books->pdata[self->position]);
  memcpy (fields, self->books->pdata[self->position++], (*ret_type)->size);
  return TRUE;
}

/* As if the first stood in line 3 of a document. */
static inline gint64
books_get_line (gpointer data)
{
  return ((BooksSource *) data)->position + 2;
}

static inline DexFuture *
books_load (Fixture   *fixture,
            GPtrArray *books)
{
  BooksSource position = { books };
  TroupeRecordSource source = { "books.json", books_next, books_get_line, &position };

  return fixture_wait (troupe_store_load (fixture->store, &source, NULL));
}

static inline gboolean
books_add_cb (gconstpointer   record,
              gpointer        books,
              GError        **error)
{
  g_ptr_array_add (books, troupe_record_copy (troupe_record_get_type (record), record));
  return TRUE;
}

static inline GPtrArray *
books_dump (Fixture *fixture)
{
  GPtrArray *books = g_ptr_array_new_with_free_func (troupe_record_unref);

  fixture_finish (troupe_store_dump (fixture->store, books_add_cb, books, NULL));
  return books;
}

static inline void
books_assert_equal (GPtrArray *a,
                    GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (troupe_record_equal (a->pdata[i], b->pdata[i]));
}

static inline void
books_assert_clean (Fixture *fixture)
{
  g_auto(GStrv) findings = fixture_await_boxed (troupe_store_check (fixture->store));

  if (findings[0] != NULL)
    g_error ("%s", findings[0]);
}

#define JUNE (troupe_month_new (2026, 6))

/* A statement of one line, as settling gives it. */
static inline TroupeSettledStatement *
books_make_settled (gint64 creator_id,
                    gint64 opening,
                    gint64 earned,
                    gint64 paid)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (troupe_record_unref);
  TroupeStatement statement = {
    .month = JUNE, .creator_id = creator_id, .contract_id = 18 + creator_id, .number = "S-1", .currency = "CNY",
    .state = "draft", .opening = opening, .gross = 2 * earned, .pool = 2 * earned, .earned = earned, .agency = earned,
    .paid = paid,
    .closing = opening + earned - paid, .payable = opening + earned - paid, .minimum = TROUPE_NONE,
  };
  TroupeStatementLine line = {
    .kind = "earning", .month = JUNE, .account_id = 8 + creator_id, .platform = "twitch", .revenue_kind = "bits",
    .first_day = troupe_month_get_first (JUNE), .last_day = troupe_month_get_last (JUNE), .rows = 3, .unit = "CNY",
    .amount = 20000 * earned, .unit_rate = TROUPE_NONE, .exchange_rate = TROUPE_NONE, .currency = "CNY", .gross = 2 * earned,
    .fee_share = TROUPE_NONE, .pool = 2 * earned, .term_id = 30, .version = 1, .basis = "net", .share = 5000,
    .creator = earned, .agency = earned,
  };

  g_ptr_array_add (lines, troupe_record_copy (&TROUPE_STATEMENT_LINE, &line));
  return troupe_settled_statement_new (troupe_record_copy (&TROUPE_STATEMENT, &statement), lines);
}

/* Both creators' statements; who earned nothing has none. */
static inline DexFuture *
books_settle (Fixture     *fixture,
              TroupeMonth  month,
              gint64       earned_by_dong,
              gint64       earned_by_momo)
{
  g_autoptr(GPtrArray) settled = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_settled_statement_free);

  if (earned_by_dong != 0)
    g_ptr_array_add (settled, books_make_settled (2, 0, earned_by_dong, 0));
  if (earned_by_momo != 0)
    g_ptr_array_add (settled, books_make_settled (3, 0, earned_by_momo, 0));
  return troupe_store_put_statements (fixture->store, month, settled);
}

static inline void
books_assign_waiting (Fixture *fixture)
{
  TroupeAccount account = { .id = 12, .platform = "twitch", .handle = "who", .creator_id = 3, .import_id = 4 };

  fixture_finish (fixture_save (fixture, &TROUPE_ACCOUNT, &account));
}

static inline DexFuture *
books_close_month (Fixture     *fixture,
                   TroupeMonth  month)
{
  return troupe_store_close_month (fixture->store, month, "Lin");
}
