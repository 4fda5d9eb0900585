/* The demonstration agency: the same each time, without a finding, and with everything that it is to show. */
#include "office-fixture.h"

#include "troupe-document-reader.h"
#include "troupe-file-job.h"
#include "troupe-import-job.h"
#include "troupe-settle-job.h"

typedef union
{
  TroupeStatementLine largest;
  guchar              room[1024];
} Fields;

/* What the books hold, counted from their own document. */
typedef struct
{
  int creators, left, paused, minors, guardians, payees, statements, drafts;
  int late, revisions, refunds, stated_fees, per_line, strangers, waiting, withdrawn, payments, unpaid, openings, carried;
  int dollar_contracts, residual_creators, gross_terms, platform_terms, kind_terms, both_terms, amendments, minimums;
  int mid_month, closed_months, unit_rates, exchange_rates, dated_cards, graded_cards, duplicates, changes, lines;
  gint64 gross[12];   /* of CNY statements, by month */
} Count;

static void
count_roster (Count         *count,
              gconstpointer  record)
{
  const TroupePerson *person = record;
  const TroupeCreator *creator = record;
  const TroupeAccount *account = record;

  if (person->type == &TROUPE_PERSON)
    {
      count->minors += person->birth_day != TROUPE_NONE && person->birth_day > troupe_day_new (2008, 11, 3);
      count->guardians += person->guardian_id != 0;
    }
  else if (creator->type == &TROUPE_CREATOR)
    {
      count->creators++;
      count->left += g_str_equal (creator->status, "left");
      count->paused += g_str_equal (creator->status, "paused");
      count->payees += creator->payee_id != 0;
    }
  else if (account->type == &TROUPE_ACCOUNT)
    count->strangers += account->creator_id == 0;
}

static void
count_term (Count            *count,
            const TroupeTerm *term)
{
  int year, month, day;

  troupe_day_split (term->start_day, &year, &month, &day);
  count->minimums += g_str_equal (term->kind, "minimum_payout");
  count->gross_terms += g_strcmp0 (term->basis, "gross") == 0;
  count->platform_terms += term->platform != NULL && term->revenue_kind == NULL;
  count->kind_terms += term->platform == NULL && term->revenue_kind != NULL;
  count->both_terms += term->platform != NULL && term->revenue_kind != NULL;
  count->amendments += term->version > 1;
  count->mid_month += term->version > 1 && day > 1;
}

static void
count_rules (Count         *count,
             gconstpointer  record)
{
  const TroupeContract *contract = record;
  const TroupeFeeCard *card = record;

  if (contract->type == &TROUPE_CONTRACT)
    {
      count->dollar_contracts += g_str_equal (contract->currency, "USD");
      count->residual_creators += g_str_equal (contract->residual, "creator");
    }
  else if (contract->type == &TROUPE_TERM)
    count_term (count, record);
  else if (card->type == &TROUPE_FEE_CARD)
    {
      count->dated_cards += card->end_day != TROUPE_NONE;
      count->graded_cards += card->grade != NULL;
    }
  count->unit_rates += contract->type == &TROUPE_UNIT_RATE;
  count->exchange_rates += contract->type == &TROUPE_EXCHANGE_RATE;
}

static void
count_evidence (Count         *count,
                gconstpointer  record)
{
  const TroupeImport *import = record;
  const TroupeLine *line = record;

  if (import->type == &TROUPE_IMPORT)
    {
      count->withdrawn += g_str_equal (import->state, "withdrawn");
      count->duplicates += import->duplicate_rows;
      count->waiting += import->waiting_rows;
    }
  else if (line->type == &TROUPE_LINE)
    {
      count->lines++;
      count->late += line->booked != line->month;
      count->revisions += line->revision > 0;
      count->refunds += line->amount < 0 && line->revision == 0;
      count->stated_fees += line->fee != TROUPE_NONE;
      count->per_line += line->per_line;
    }
}

static void
count_months (Count         *count,
              gconstpointer  record)
{
  const TroupeStatement *statement = record;

  if (statement->type == &TROUPE_STATEMENT)
    {
      count->statements++;
      count->drafts += g_str_equal (statement->state, "draft");
      count->carried += statement->closing > 0 && statement->payable == 0;
      count->unpaid += statement->opening > 0 && statement->paid == 0;
      if (g_str_equal (statement->currency, "CNY"))
        count->gross[statement->month - troupe_month_new (2025, 11)] += statement->gross;
    }
  count->payments += statement->type == &TROUPE_PAYMENT;
  count->openings += statement->type == &TROUPE_OPENING;
  count->closed_months += statement->type == &TROUPE_CLOSED_MONTH;
  count->changes += statement->type == &TROUPE_CHANGE;
}

static void
count_document (Count      *count,
                const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr(TroupeDocumentReader) reader = troupe_document_reader_new (G_INPUT_STREAM (stream), path);
  const TroupeRecordType *type;
  g_autoptr(GError) error = NULL;
  Fields fields;

  while (troupe_document_reader_next (&fields, &type, reader, &error) && type != NULL)
    {
      count_roster (count, &fields);
      count_rules (count, &fields);
      count_evidence (count, &fields);
      count_months (count, &fields);
    }
  g_assert_no_error (error);
}

/* Makes the agency and closes it again, leaving its document. */
static void
make_document (const char *file,
               const char *document)
{
  TroupeOffice *office = fixture_await_office (troupe_office_create_demo (file, troupe_clock_new_fixed (TROUPE_DEMO_TIME)));
  g_auto(GStrv) findings = NULL;

  fixture_await (troupe_office_dump (office, document, NULL));
  findings = fixture_await_boxed (troupe_office_check (office));
  for (guint i = 0; findings != NULL && findings[i] != NULL; i++)
    g_test_message ("%s", findings[i]);
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
  fixture_await (troupe_office_close (office));
  g_object_unref (office);
}

static char *
read_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_each_time (Fixture *self)
{
  g_autofree char *first = g_build_filename (self->folder, "first.json", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second.json", NULL);
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.troupe", NULL);
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;

  make_document (file, first);
  make_document (other, second);
  first_text = read_file (first);
  second_text = read_file (second);
  g_assert_true (g_str_equal (first_text, second_text));
}

/* Loaded into an empty file, the document comes out of it as it went in. */
static void
test_load (Fixture *self)
{
  g_autofree char *first = g_build_filename (self->folder, "first.json", NULL);
  g_autofree char *second = g_build_filename (self->folder, "second.json", NULL);
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  g_autofree char *other = g_build_filename (self->folder, "other.troupe", NULL);
  g_autofree char *first_text = NULL;
  g_autofree char *second_text = NULL;
  g_auto(GStrv) findings = NULL;
  g_autoptr(TroupeOffice) office = NULL;

  make_document (file, first);
  office = fixture_await_office (troupe_office_create (other, NULL, troupe_clock_new_fixed (TROUPE_DEMO_TIME)));
  fixture_await (troupe_office_load (office, first, NULL));
  fixture_await (troupe_office_dump (office, second, NULL));
  findings = fixture_await_boxed (troupe_office_check (office));
  g_assert_cmpuint (g_strv_length (findings), ==, 0);
  fixture_await (troupe_office_close (office));
  first_text = read_file (first);
  second_text = read_file (second);
  g_assert_true (g_str_equal (first_text, second_text));
}

static void
test_shows_everything (Fixture *self)
{
  g_autofree char *document = g_build_filename (self->folder, "demo.json", NULL);
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  Count count = { 0 };

  make_document (file, document);
  count_document (&count, document);
  g_test_message ("%d lines, %d statements, %d payments, %d late, %d revisions, %d refunds", count.lines, count.statements,
                  count.payments, count.late, count.revisions, count.refunds);
  g_assert_cmpint (count.creators, ==, 60);
  g_assert_cmpint (count.left, ==, 1);
  g_assert_cmpint (count.paused, ==, 1);
  g_assert_cmpint (count.minors, ==, 1);
  g_assert_cmpint (count.guardians, ==, 1);
  g_assert_cmpint (count.payees, >, 5);
  g_assert_cmpint (count.strangers, ==, 2);
  g_assert_cmpint (count.closed_months, ==, 11);
  g_assert_cmpint (count.exchange_rates, ==, 12);
  g_assert_cmpint (count.lines, >, 15000);
  g_assert_cmpint (count.lines, <, 45000);
  const struct { const char *name; int n; } present[] = {
    { "late lines", count.late }, { "revisions", count.revisions }, { "refunds", count.refunds },
    { "fees stated by the file", count.stated_fees }, { "lines rounded by themselves", count.per_line },
    { "waiting rows", count.waiting }, { "withdrawn imports", count.withdrawn }, { "duplicates", count.duplicates },
    { "payments", count.payments }, { "openings", count.openings }, { "balances carried over", count.carried },
    { "unpaid statements", count.unpaid }, { "drafts", count.drafts }, { "dollar contracts", count.dollar_contracts },
    { "creators who take the rest", count.residual_creators }, { "terms on the gross", count.gross_terms },
    { "terms of a platform", count.platform_terms }, { "terms of a kind", count.kind_terms },
    { "terms of both", count.both_terms }, { "amendments", count.amendments }, { "within a month", count.mid_month },
    { "minimum payouts", count.minimums }, { "unit rates", count.unit_rates }, { "dated fee cards", count.dated_cards },
    { "graded fee cards", count.graded_cards }, { "changes", count.changes },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (present); i++)
    if (present[i].n == 0)
      g_error ("the demonstration agency shows no %s", present[i].name);
  for (int i = 0; i < 12; i++)
    {
      g_test_message ("month %d: %" G_GINT64_FORMAT, i, count.gross[i] / 100);
      g_assert_cmpint (count.gross[i], >, 90000000);
      g_assert_cmpint (count.gross[i], <, 400000000);
    }
}

/* Every record but most lines, which are all alike and would take long. */
static void
test_schema (Fixture *self)
{
  static const char script[] =
    "import json, jsonschema, sys\n"
    "schema, document = (json.load (open (path)) for path in sys.argv[1:])\n"
    "document['records'] = [r for i, r in enumerate (document['records']) if r['type'] != 'line' or i % 50 == 0]\n"
    "for error in jsonschema.Draft202012Validator (schema).iter_errors (document): print (error.message)\n";
  g_autofree char *schema = g_build_filename (g_getenv ("TROUPE_SOURCE"), "data", "troupe-document.schema.json", NULL);
  g_autofree char *document = g_build_filename (self->folder, "demo.json", NULL);
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  const char *argv[] = { "python3", "-c", script, schema, document, NULL };
  g_autoptr(GSubprocess) python = NULL;
  g_autofree char *output = NULL;
  g_autoptr(GError) error = NULL;

  make_document (file, document);
  python = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (python, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (python));
  g_assert_cmpstr (output, ==, "");
}

static gint64
find_gross (GPtrArray *statements,
            gint64     creator_id)
{
  for (guint i = 0; i < statements->len; i++)
    if (((TroupeStatement *) statements->pdata[i])->creator_id == creator_id)
      return ((TroupeStatement *) statements->pdata[i])->gross;
  g_assert_not_reached ();
}

static gint64
settle_gross (TroupeOffice *office,
              gint64        creator_id)
{
  g_autoptr(TroupeSettleResult) result =
    fixture_await_boxed (troupe_office_settle (office, troupe_month_new (2026, 10), NULL));

  g_assert_cmpuint (g_strv_length (result->problems), ==, 0);
  g_assert_cmpint (result->waiting, ==, 24);
  return find_gross (result->statements, creator_id);
}

/* The newcomer's first import: Twitch's last days of October, which the agency does not have yet. */
static void
test_first_import (Fixture *self)
{
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  g_autofree char *path = g_test_build_filename (
    G_TEST_DIST, "fixtures", "demo", "Channel Analytics and Revenue by day from Wed Oct 28 2026 to Sat Oct 31 2026.csv", NULL);
  TroupeImportRequest request = { .path = path, .month = TROUPE_NONE, .platform = "twitch", .handle = "junipervale" };
  g_autoptr(TroupeOffice) office =
    fixture_await_office (troupe_office_create_demo (file, troupe_clock_new_fixed (TROUPE_DEMO_TIME)));
  g_autoptr(TroupeImportResult) result = NULL;
  g_autoptr(GPtrArray) creators = NULL;
  gint64 creator_id = 0, before;

  creators = fixture_await_boxed (troupe_office_list (office, &TROUPE_CREATOR, NULL, 0));
  for (guint i = 0; i < creators->len; i++)
    if (g_str_equal (((TroupeCreator *) creators->pdata[i])->name, "Juniper Vale"))
      creator_id = ((TroupeCreator *) creators->pdata[i])->id;
  before = settle_gross (office, creator_id);
  result = fixture_await_boxed (troupe_office_import (office, &request, FALSE, FALSE, NULL));
  g_assert_cmpint (result->import->new_rows, ==, 4);
  g_assert_cmpint (result->import->duplicate_rows + result->import->updated_rows + result->import->failed_rows, ==, 0);
  g_assert_cmpstr (result->import->total, ==, "USD 1456.3");
  /* 1,456.30 dollars at 6.9874 are 10,175.75 yuan; each kind is rounded by itself */
  g_assert_cmpint (ABS (settle_gross (office, creator_id) - before - 1017575), <, 5);
  fixture_await (troupe_office_close (office));
}

static void
test_months_hold (Fixture *self)
{
  g_autofree char *file = g_build_filename (self->folder, "demo.troupe", NULL);
  g_autoptr(TroupeOffice) office =
    fixture_await_office (troupe_office_create_demo (file, troupe_clock_new_fixed (TROUPE_DEMO_TIME)));

  for (TroupeMonth month = troupe_month_new (2025, 11); month < troupe_month_new (2026, 10); month++)
    fixture_await (troupe_office_verify_month (office, month));
  fixture_await (troupe_office_close (office));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/demo/shows-everything", test_shows_everything, fixture_run);
  g_test_add_data_func ("/demo/same-each-time", test_same_each_time, fixture_run);
  g_test_add_data_func ("/demo/load", test_load, fixture_run);
  g_test_add_data_func ("/demo/schema", test_schema, fixture_run);
  g_test_add_data_func ("/demo/first-import", test_first_import, fixture_run);
  g_test_add_data_func ("/demo/months-hold", test_months_hold, fixture_run);
  return g_test_run ();
}
