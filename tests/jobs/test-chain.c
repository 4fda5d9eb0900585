#include "office-fixture.h"

#include "troupe-derivation.h"
#include "troupe-import-job.h"
#include "troupe-overview-job.h"
#include "troupe-report-job.h"
#include "troupe-settle-job.h"

/* The chain of a month: a file in, drafts, an amendment, a close, late lines, their correction. */

#define OCTOBER  troupe_month_new (2026, 10)
#define NOVEMBER troupe_month_new (2026, 11)

#define COLUMNS "Date,Sub Revenue,Bits Revenue,Ad Revenue\n"
#define WEEK COLUMNS \
  "Thu Oct 01 2026,100.01,0,0\n" \
  "Fri Oct 02 2026,50,20,0\n"

static gint64
add_term (Fixture    *self,
          gint64      contract_id,
          gint64      share,
          const char *start)
{
  TroupeTerm fields;

  troupe_record_clear (&TROUPE_TERM, &fields);
  fields.contract_id = contract_id;
  fields.kind = "share";
  fields.share = share;
  fields.basis = "net";
  fields.version = 1;
  g_assert_true (troupe_day_parse (start, &fields.start_day, NULL));
  return fixture_save (self, &TROUPE_TERM, &fields);
}

static gint64
add_contract (Fixture *self,
              gint64   creator_id)
{
  TroupeContract fields;

  troupe_record_clear (&TROUPE_CONTRACT, &fields);
  fields.creator_id = creator_id;
  fields.number = "C-1";
  fields.kind = "standard";
  fields.currency = "USD";
  fields.residual = "agency";
  fields.start_day = troupe_day_new (2026, 1, 1);
  fields.renews = 1;
  return fixture_save (self, &TROUPE_CONTRACT, &fields);
}

static void
add_rate (Fixture *self)
{
  TroupeExchangeRate fields;

  troupe_record_clear (&TROUPE_EXCHANGE_RATE, &fields);
  fields.month = OCTOBER;
  fields.unit = "USD";
  fields.currency = "CNY";
  fields.rate = 7 * TROUPE_RATE_ONE;
  fixture_save (self, &TROUPE_EXCHANGE_RATE, &fields);
}

static void
add_account (Fixture    *self,
             gint64      creator_id,
             const char *platform,
             const char *handle)
{
  TroupeAccount fields;

  troupe_record_clear (&TROUPE_ACCOUNT, &fields);
  fields.platform = platform;
  fields.handle = handle;
  fields.creator_id = creator_id;
  fixture_save (self, &TROUPE_ACCOUNT, &fields);
}

/* A creator with an account and a contract for 60 percent; returns the term. */
static gint64
set_up_books (Fixture *self)
{
  gint64 creator_id = fixture_add_creator (self, "Mizu Live");

  add_account (self, creator_id, "twitch", "mizu_live");
  return add_term (self, add_contract (self, creator_id), 6000, "2026-01-01");
}

static DexFuture *
start_import (Fixture    *self,
              const char *text,
              const char *handle,
              gboolean    dry_run)
{
  static int n = 0;
  g_autofree char *name = g_strdup_printf ("twitch-%d.csv", ++n);
  g_autofree char *path = NULL;
  TroupeImportRequest request = { .month = TROUPE_NONE, .platform = handle ? "twitch" : NULL, .handle = handle };

  fixture_write (self, name, text, &path);
  request.path = path;
  return troupe_office_import (self->office, &request, FALSE, dry_run, NULL);
}

static gint64
import (Fixture    *self,
        const char *text,
        gint64      new_rows)
{
  g_autoptr(TroupeImportResult) result = fixture_await_boxed (start_import (self, text, "mizu_live", FALSE));

  g_assert_cmpint (result->import->new_rows, ==, new_rows);
  return result->import->id;
}

/* The month's only statement. */
static TroupeStatement *
settle (Fixture     *self,
        TroupeMonth  month,
        gboolean     close)
{
  g_autoptr(TroupeSettleResult) result = fixture_await_boxed (close ? troupe_office_close_month (self->office, month, NULL)
                                                              : troupe_office_settle (self->office, month, NULL));

  g_assert_cmpuint (result->statements->len, ==, 1);
  g_assert_null (result->problems[0]);
  return troupe_record_ref (g_ptr_array_index (result->statements, 0));
}

static void
test_amendment_makes_drafts_stale (Fixture *self)
{
  gint64 term_id = set_up_books (self);
  g_autoptr(TroupeTerm) term = fixture_await_boxed (troupe_office_get (self->office, &TROUPE_TERM, term_id));
  g_autoptr(TroupeStatement) first = NULL;
  g_autoptr(TroupeStatement) stale = NULL;
  g_autoptr(TroupeStatement) second = NULL;
  TroupeTerm fields = *term;

  import (self, WEEK, 2);
  first = settle (self, OCTOBER, FALSE);
  g_assert_cmpint (first->gross, ==, 17001);
  g_assert_cmpint (first->earned, ==, 10201);
  fields.end_day = troupe_day_new (2026, 10, 1);
  fixture_save (self, &TROUPE_TERM, &fields);
  add_term (self, term->contract_id, 5000, "2026-10-02");
  stale = fixture_await_boxed (troupe_office_get (self->office, &TROUPE_STATEMENT, first->id));
  g_assert_cmpint (stale->stale, ==, 1);
  second = settle (self, OCTOBER, FALSE);
  g_assert_cmpint (second->id, ==, first->id);
  g_assert_cmpstr (second->number, ==, first->number);
  g_assert_cmpint (second->stale, ==, 0);
  g_assert_cmpint (second->earned, ==, 6001 + 3500);
}

/* The statement of somebody who was there before, but earned only later, comes where the creator stands. */
static void
test_latecomer (Fixture *self)
{
  gint64 creator_id = fixture_add_creator (self, "Ada");
  g_autoptr(TroupeStatement) only = NULL;
  g_autoptr(TroupeSettleResult) closed = NULL;

  add_term (self, add_contract (self, creator_id), 5000, "2026-01-01");
  add_account (self, creator_id, "twitch", "ada");
  set_up_books (self);
  import (self, WEEK, 2);
  only = settle (self, OCTOBER, FALSE);
  fixture_await (start_import (self, COLUMNS "Sat Oct 03 2026,1,0,0\n", "ada", FALSE));
  closed = fixture_await_boxed (troupe_office_close_month (self->office, OCTOBER, NULL));
  g_assert_cmpuint (closed->statements->len, ==, 2);
  g_assert_cmpint (((TroupeStatement *) closed->statements->pdata[0])->creator_id, ==, creator_id);
  g_assert_cmpint (troupe_record_get_id (closed->statements->pdata[1]), ==, only->id);
  fixture_await (troupe_office_verify_month (self->office, OCTOBER));
}

static void
test_close_and_correct (Fixture *self)
{
  g_autoptr(TroupeStatement) closed = NULL;
  g_autoptr(TroupeStatement) again = NULL;
  g_autoptr(TroupeStatement) later = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  gint64 import_id = 0;

  set_up_books (self);
  import_id = import (self, WEEK, 2);
  fixture_await_error (troupe_office_verify_month (self->office, OCTOBER), TROUPE_ERROR_INVALID, "2026-10");
  closed = settle (self, OCTOBER, TRUE);
  g_assert_cmpstr (closed->state, ==, "closed");
  fixture_await (troupe_office_verify_month (self->office, OCTOBER));
  fixture_await_error (troupe_office_withdraw_import (self->office, import_id), TROUPE_ERROR_CLOSED, "2026-10");

  /* the platform restates a day and adds one: both are late */
  import (self, COLUMNS "Fri Oct 02 2026,40,20,0\nSat Oct 03 2026,1,0,0\n", 1);
  again = settle (self, OCTOBER, FALSE);
  g_assert_true (troupe_record_equal (closed, again));
  later = settle (self, NOVEMBER, FALSE);
  g_assert_cmpint (later->opening, ==, closed->closing);
  g_assert_cmpint (later->earned, ==, 0);
  g_assert_cmpint (later->corrections, ==, -540);
  lines = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_STATEMENT_LINE, "statement_id", later->id));
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (((TroupeStatementLine *) lines->pdata[0])->corrects_id, ==, closed->id);
  fixture_await (troupe_office_verify_month (self->office, OCTOBER));
}

static gboolean
has_leaf (const TroupeDerivation *node,
          const char             *words)
{
  if (node->detail != NULL && strstr (node->detail, words) != NULL)
    return TRUE;
  for (guint i = 0; i < node->children->len; i++)
    if (has_leaf (node->children->pdata[i], words))
      return TRUE;
  return FALSE;
}

/* What a closed month rests on is reversed in an open one. */
static void
test_correct_import (Fixture *self)
{
  g_autoptr(TroupeStatement) closed = NULL;
  g_autoptr(TroupeStatement) later = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TroupeDerivation) why = NULL;
  gint64 import_id = 0;

  set_up_books (self);
  import_id = import (self, WEEK, 2);
  closed = settle (self, OCTOBER, TRUE);
  fixture_await (troupe_office_correct_import (self->office, import_id, NOVEMBER));
  later = settle (self, NOVEMBER, FALSE);
  g_assert_cmpint (later->corrections, ==, -closed->earned);
  g_assert_cmpint (later->closing, ==, 0);
  lines = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_STATEMENT_LINE, "statement_id", later->id));
  why = fixture_await_boxed (troupe_office_explain (self->office, troupe_record_get_id (lines->pdata[0]), TROUPE_LANG_EN));
  g_assert_true (has_leaf (why, "row 3: taken back, before 20.00"));   /* bits; no file states what is left */
}

static void
test_waiting (Fixture *self)
{
  g_autoptr(TroupeImportResult) result = NULL;
  g_autoptr(TroupeSettleResult) settled = NULL;
  g_autoptr(GPtrArray) creators = NULL;
  TroupeAccount fields;
  g_autoptr(TroupeStatement) statement = NULL;

  set_up_books (self);
  result = fixture_await_boxed (start_import (self, WEEK, "mizu_second", FALSE));
  g_assert_cmpint (result->import->waiting_rows, ==, 2);
  g_assert_cmpuint (result->accounts->len, ==, 1);
  settled = fixture_await_boxed (troupe_office_settle (self->office, OCTOBER, NULL));
  g_assert_cmpint (settled->waiting, >, 0);
  g_assert_cmpuint (settled->statements->len, ==, 0);
  fixture_await_error (troupe_office_close_month (self->office, OCTOBER, NULL), TROUPE_ERROR_INVALID, "assigned");
  fields = *(TroupeAccount *) result->accounts->pdata[0];
  creators = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_CREATOR, NULL, 0));
  fields.creator_id = troupe_record_get_id (creators->pdata[0]);
  fixture_save (self, &TROUPE_ACCOUNT, &fields);
  statement = settle (self, OCTOBER, TRUE);
  g_assert_cmpint (statement->earned, ==, 10201);
}

static void
test_preview (Fixture *self)
{
  g_autofree char *path = NULL;
  g_autofree char *strange = NULL;
  TroupeImportRequest request = { .month = TROUPE_NONE };
  g_autoptr(TroupeImportPreview) asking = NULL;
  g_autoptr(TroupeImportPreview) ready = NULL;
  g_autoptr(TroupeImportPreview) unknown = NULL;
  g_autoptr(GPtrArray) imports = NULL;

  fixture_write (self, "a.csv", WEEK "Sat Oct 03 2026,lots,0,0\n", &path);
  fixture_write (self, "b.csv", "colour,shape\nred,round\n", &strange);
  request.path = path;
  asking = fixture_await_boxed (troupe_office_preview_import (self->office, &request, NULL));
  g_assert_cmpstr (asking->profile, ==, "twitch-analytics");
  g_assert_cmpstr (asking->asks[0], ==, "account");
  g_assert_null (asking->result);
  g_assert_cmpuint (asking->lines->len, ==, 0);
  g_assert_cmpuint (asking->sample->len, ==, 3);
  request.platform = "twitch";
  request.handle = "mizu_live";
  ready = fixture_await_boxed (troupe_office_preview_import (self->office, &request, NULL));
  g_assert_null (ready->asks[0]);
  g_assert_null (ready->sample);
  g_assert_cmpuint (ready->lines->len, ==, 3);
  g_assert_cmpint (ready->result->import->new_rows, ==, 2);
  g_assert_cmpint (ready->result->import->failed_rows, ==, 1);
  request.path = strange;
  unknown = fixture_await_boxed (troupe_office_preview_import (self->office, &request, NULL));
  g_assert_null (unknown->profile);
  g_assert_nonnull (unknown->why);
  imports = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_IMPORT, NULL, 0));
  g_assert_cmpuint (imports->len, ==, 0);
  g_assert_cmpfloat (troupe_office_get_import_progress (self->office), ==, -1);
}

/* Each of the first lines says whose it is, the unknown account where it stands, and the facts that one
 * compares are counted. */
static void
test_preview_owners (Fixture *self)
{
  g_autofree char *path = NULL;
  TroupeImportRequest request = { .month = TROUPE_NONE };
  g_autoptr(TroupeImportPreview) preview = NULL;
  TroupeReadLine *first, *second;
  TroupeAccountPlace *place;

  set_up_books (self);
  fixture_write (self, "p.csv", "date,platform,account,kind,amount,unit\n2026-10-01,twitch,mizu_live,bits,5,USD\n"
                                "2026-10-03,twitch,mizu_second,bits,5,USD\n2026-10-03,twitch,mizu_second,ad,1.5,USD\n"
                                "2026-10-03,twitch,mizu_live,ad,1,USD\n2026-10-03,twitch,mizu_second,bits,2.5,USD\n"
                                "Total,,,,13,\n", &path);
  request.path = path;
  preview = fixture_await_boxed (troupe_office_preview_import (self->office, &request, NULL));
  g_assert_cmpuint (preview->lines->len, ==, 5);
  first = g_ptr_array_index (preview->lines, 0);
  second = g_ptr_array_index (preview->lines, 1);
  g_assert_cmpstr (first->creator, ==, "Mizu Live");
  g_assert_null (second->creator);
  g_assert_cmpint (second->row, ==, 3);
  g_assert_cmpstr (second->handle, ==, "mizu_second");
  g_assert_cmpstr (second->kind, ==, "bits");
  g_assert_cmpstr (second->unit, ==, "USD");
  g_assert_cmpint (second->amount, ==, 5 * 1000000);
  g_assert_cmpuint (preview->result->places->len, ==, 1);
  place = &g_array_index (preview->result->places, TroupeAccountPlace, 0);
  g_assert_cmpint (place->account_id, ==, troupe_record_get_id (preview->result->accounts->pdata[0]));
  g_assert_cmpint (place->first_row, ==, 3);
  g_assert_cmpint (place->last_row, ==, 4);
  g_assert_cmpint (place->stretches, ==, 2);
  g_assert_cmpint (preview->result->n_days, ==, 2);
  g_assert_cmpint (preview->result->n_known, ==, 1);
  g_assert_cmpint (preview->result->n_accounts, ==, 2);
  g_assert_cmpstr (preview->result->stated_total, ==, "USD 13");
  g_assert_cmpstr (preview->result->stated_excess, ==, "USD 2");
}

/* Somebody changes their mind while the file is read. */
static void
test_cancel (Fixture *self)
{
  g_autoptr(GString) text = g_string_new ("date,platform,account,kind,amount,unit,reference\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) imports = NULL;
  g_autofree char *path = NULL;
  TroupeImportRequest request = { .month = TROUPE_NONE };
  DexFuture *future = NULL;

  for (int i = 0; i < 200000; i++)
    g_string_append_printf (text, "2026-10-%02d,twitch,mizu_live,bits,%d.25,USD,T%d\n", i % 31 + 1, i, i);
  fixture_write (self, "big.csv", text->str, &path);
  request.path = path;
  future = troupe_office_import (self->office, &request, FALSE, FALSE, cancellable);
  while (dex_future_is_pending (future) && troupe_office_get_import_progress (self->office) <= 0)
    dex_await (dex_timeout_new_usec (100), NULL);
  g_assert_cmpfloat (troupe_office_get_import_progress (self->office), <, 1);
  g_cancellable_cancel (cancellable);
  fixture_await_error (future, TROUPE_ERROR_CANCELLED, "");
  g_assert_cmpfloat (troupe_office_get_import_progress (self->office), ==, -1);
  imports = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_IMPORT, NULL, 0));
  g_assert_cmpuint (imports->len, ==, 0);
}

static void
test_explain (Fixture *self)
{
  g_autoptr(TroupeStatement) statement = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(TroupeDerivation) line = NULL;
  g_autoptr(TroupeDerivation) figure = NULL;
  const TroupeStatementLine *first = NULL;

  set_up_books (self);
  import (self, WEEK, 2);
  statement = settle (self, OCTOBER, FALSE);
  lines = fixture_await_boxed (troupe_office_list (self->office, &TROUPE_STATEMENT_LINE, "statement_id", statement->id));
  g_assert_cmpuint (lines->len, ==, 2);   /* bits and subscriptions; ads were zero */
  first = lines->pdata[0];
  line = fixture_await_boxed (troupe_office_explain (self->office, first->id, TROUPE_LANG_EN));
  g_assert_true (has_leaf (line, "row 3"));
  figure = fixture_await_boxed (troupe_office_explain_figure (self->office, statement->id, "earned", TROUPE_LANG_ZH));
  g_assert_cmpstr (figure->value, ==, "102.01");
  fixture_await_error (troupe_office_explain_figure (self->office, statement->id, "mood", TROUPE_LANG_EN),
                       TROUPE_ERROR_NOT_FOUND, "mood");
}

static void
test_report (Fixture *self)
{
  g_autofree char *folder = g_build_filename (self->folder, "out", NULL);
  TroupeReportRequest request = { .name = "statement", .month = OCTOBER, .format = "pdf", .output = folder };
  g_auto(GStrv) files = NULL;
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  set_up_books (self);
  import (self, WEEK, 2);
  fixture_await_error (troupe_office_report (self->office, &request, NULL, NULL, NULL), TROUPE_ERROR_NOT_FOUND, "settle");
  troupe_record_unref (settle (self, OCTOBER, FALSE));
  g_cancellable_cancel (cancelled);
  g_assert_false (dex_await (troupe_office_report (self->office, &request, NULL, NULL, cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  files = fixture_await_boxed (troupe_office_report (self->office, &request, NULL, NULL, NULL));
  g_assert_cmpuint (g_strv_length (files), ==, 1);
  g_assert_true (g_file_test (files[0], G_FILE_TEST_IS_REGULAR));
}

static const TroupeNeed *
find_need (TroupeOverview *overview,
           TroupeNeedKind  kind)
{
  for (guint i = 0; i < overview->needs->len; i++)
    if (((TroupeNeed *) overview->needs->pdata[i])->kind == kind)
      return overview->needs->pdata[i];
  return NULL;
}

/* Dollars on statements, yuan in the overview: 170.01 x 7. */
static void
test_overview (Fixture *self)
{
  g_autoptr(TroupeOverview) unsettled = NULL;
  g_autoptr(TroupeOverview) closed = NULL;
  const TroupeMonthFigures *figures = NULL;

  set_up_books (self);
  add_rate (self);
  import (self, WEEK, 2);
  unsettled = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
  g_assert_cmpuint (unsettled->months->len, ==, 12);
  g_assert_cmpint (unsettled->creators, ==, 1);
  figures = &g_array_index (unsettled->months, TroupeMonthFigures, 11);
  g_assert_cmpint (figures->gross, ==, 119007);
  g_assert_cmpint (figures->creators, ==, TROUPE_NONE);
  troupe_record_unref (settle (self, OCTOBER, TRUE));
  closed = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
  figures = &g_array_index (closed->months, TroupeMonthFigures, 11);
  g_assert_true (figures->closed);
  g_assert_cmpint (figures->gross, ==, 119007);
  g_assert_cmpint (figures->creators, ==, 71407);
  g_assert_cmpint (figures->agency, ==, 47600);
  g_assert_cmpint (find_need (closed, TROUPE_NEED_PAY)->count, ==, 1);
  g_assert_null (find_need (closed, TROUPE_NEED_WAITING));
}

static void
test_feeless (Fixture *self)
{
  gint64 creator_id = fixture_add_creator (self, "Mizu Live");
  g_autoptr(TroupeOverview) overview = NULL;
  const TroupeNeed *need;

  add_account (self, creator_id, "douyin", "mizu_live");
  add_term (self, add_contract (self, creator_id), 6000, "2026-01-01");
  troupe_import_result_unref (fixture_await_boxed (start_import (self, "date,platform,account,kind,amount,unit\n"
                                                                 "2026-10-03,douyin,mizu_live,gift,10,USD\n"
                                                                 "2026-10-04,douyin,mizu_live,task,10,USD\n", NULL, FALSE)));
  troupe_record_unref (settle (self, OCTOBER, FALSE));
  overview = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
  need = find_need (overview, TROUPE_NEED_FEE);
  g_assert_cmpstr (need->subject, ==, "douyin");
  g_assert_cmpstr (need->revenue_kind, ==, "gift");
  g_assert_cmpint (need->count, ==, 1);
}

/* A file that states a fee of 0 says that the platform kept nothing; one without the column says nothing. */
static void
test_stated_feeless (Fixture *self)
{
  static const struct { const char *file; const char *platform; } cases[] = {
    { "date,platform,account,kind,amount,unit,fee\n2026-10-03,douyin,mizu_live,gift,10,USD,0\n", NULL },
    { "date,platform,account,kind,amount,unit,fee\n2026-10-04,douyin,mizu_live,gift,10,USD,\n", "douyin" },
  };
  gint64 creator_id = fixture_add_creator (self, "水音");

  add_account (self, creator_id, "douyin", "mizu_live");
  add_term (self, add_contract (self, creator_id), 6000, "2026-01-01");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeSettleResult) result = NULL;
      g_autoptr(TroupeOverview) overview = NULL;
      const TroupeNeed *need;

      troupe_import_result_unref (fixture_await_boxed (start_import (self, cases[i].file, NULL, FALSE)));
      result = fixture_await_boxed (troupe_office_settle (self->office, OCTOBER, NULL));
      overview = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
      need = find_need (overview, TROUPE_NEED_FEE);
      g_assert_cmpstr (need != NULL ? need->subject : NULL, ==, cases[i].platform);
      g_assert_cmpuint (g_strv_length (result->remarks), ==, cases[i].platform != NULL);
    }
}

/* Lines without a rate are named, though their creator has a statement. */
static void
test_unsettled (Fixture *self)
{
  static const struct { const char *file; int lines; } cases[] = {
    { "date,platform,account,kind,amount,unit\n2026-10-03,twitch,mizu_live,brand,10,USD\n", 0 },
    { "date,platform,account,kind,amount,unit\n2026-10-04,twitch,mizu_live,brand,10,EUR\n"
      "2026-10-05,twitch,mizu_live,brand,0,EUR\n2026-10-06,twitch,mizu_live,brand,10,USD\n", 1 },
  };

  set_up_books (self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(TroupeOverview) stale = NULL;
      g_autoptr(TroupeOverview) settled = NULL;
      g_autoptr(TroupeSettleResult) result = NULL;
      const TroupeNeed *need;

      troupe_import_result_unref (fixture_await_boxed (start_import (self, cases[i].file, NULL, FALSE)));
      stale = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
      g_assert_null (find_need (stale, TROUPE_NEED_PROBLEM));
      result = fixture_await_boxed (troupe_office_settle (self->office, OCTOBER, NULL));
      g_assert_cmpuint (result->statements->len, ==, 1);
      settled = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
      need = find_need (settled, TROUPE_NEED_PROBLEM);
      g_assert_cmpint (need != NULL ? need->count : 0, ==, cases[i].lines);
    }
}

/* Only those of them count that are left out. */
static void
test_unsettled_part (Fixture *self)
{
  gint64 creator_id = fixture_add_creator (self, "Mizu Live");
  g_autoptr(TroupeSettleResult) result = NULL;
  g_autoptr(TroupeOverview) overview = NULL;
  const TroupeNeed *need;

  add_account (self, creator_id, "twitch", "mizu_live");
  add_term (self, add_contract (self, creator_id), 6000, "2026-10-05");
  troupe_import_result_unref (fixture_await_boxed (start_import (self, "date,platform,account,kind,amount,unit\n"
                                                                 "2026-10-03,twitch,mizu_live,brand,10,USD\n"
                                                                 "2026-10-04,twitch,mizu_live,brand,10,USD\n"
                                                                 "2026-10-06,twitch,mizu_live,brand,10,USD\n", NULL, FALSE)));
  result = fixture_await_boxed (troupe_office_settle (self->office, OCTOBER, NULL));
  g_assert_cmpuint (result->statements->len, ==, 1);
  overview = fixture_await_boxed (troupe_office_look_over (self->office, OCTOBER, 0));
  need = find_need (overview, TROUPE_NEED_PROBLEM);
  g_assert_nonnull (need);
  g_assert_cmpint (need->count, ==, 2);
}

/* A profile of one's own leaves its id in the books, not its file. */
static void
test_profile_title (Fixture *self)
{
  g_auto(GStrv) profiles = fixture_await_boxed (troupe_office_list_profiles (self->office));
  g_autofree char *known = troupe_profile_find_listed_title (profiles, "troupe-plain");
  g_autofree char *own = troupe_profile_find_listed_title (profiles, "ferrylight-douyin");

  g_assert_cmpstr (known, ==, "Troupe: plain table");
  g_assert_cmpstr (own, ==, "Ferrylight douyin (own profile)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  g_test_add_data_func ("/chain/amendment-makes-drafts-stale", test_amendment_makes_drafts_stale, fixture_run);
  g_test_add_data_func ("/chain/latecomer", test_latecomer, fixture_run);
  g_test_add_data_func ("/chain/close-and-correct", test_close_and_correct, fixture_run);
  g_test_add_data_func ("/chain/correct-import", test_correct_import, fixture_run);
  g_test_add_data_func ("/chain/waiting", test_waiting, fixture_run);
  g_test_add_data_func ("/chain/preview", test_preview, fixture_run);
  g_test_add_data_func ("/chain/preview-owners", test_preview_owners, fixture_run);
  g_test_add_data_func ("/chain/cancel", test_cancel, fixture_run);
  g_test_add_data_func ("/chain/explain", test_explain, fixture_run);
  g_test_add_data_func ("/chain/report", test_report, fixture_run);
  g_test_add_data_func ("/chain/overview", test_overview, fixture_run);
  g_test_add_data_func ("/chain/feeless", test_feeless, fixture_run);
  g_test_add_data_func ("/chain/stated-feeless", test_stated_feeless, fixture_run);
  g_test_add_data_func ("/chain/unsettled", test_unsettled, fixture_run);
  g_test_add_data_func ("/chain/unsettled-part", test_unsettled_part, fixture_run);
  g_test_add_data_func ("/chain/profile-title", test_profile_title, fixture_run);

  return g_test_run ();
}
