/* How imports read, and how their rows are gathered. */
#include <locale.h>

#include "troupe-import-problems.h"
#include "troupe-import-text.h"

static TroupeDay
parse (const char *text)
{
  TroupeDay day = TROUPE_NONE;

  g_assert_true (text == NULL || troupe_day_parse (text, &day, NULL));
  return day;
}

static void
test_period (void)
{
  static const struct { const char *first, *last, *text; } cases[] = {
    { "2026-10-20", "2026-10-26", "20 – 26 October 2026" },
    { "2026-10-01", "2026-10-31", "October 2026" },
    { "2026-02-01", "2026-02-28", "February 2026" },
    { "2026-10-01", "2026-10-30", "1 – 30 October 2026" },
    { "2026-10-31", "2026-10-31", "31 October 2026" },
    { "2026-09-30", "2026-10-01", "30 September 2026 – 1 October 2026" },
    { "2025-10-05", "2026-10-05", "5 October 2025 – 5 October 2026" },
    { NULL, NULL, NULL },
    { "2026-10-01", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_import_text_period (parse (cases[i].first), parse (cases[i].last));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_number (void)
{
  static const struct { gint64 number; const char *text; } cases[] = {
    { 0, "0" }, { 999, "999" }, { 1000, "1,000" }, { 1234567, "1,234,567" }, { -1234, "\u22121,234" }, { -999, "\u2212999" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_import_text_number (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_counts (void)
{
  static const struct { TroupeImport import; const char *text; } cases[] = {
    { { .new_rows = 279, .duplicate_rows = 6, .waiting_rows = 2 }, "279 new (2 waiting), 6 already there" },
    { { .new_rows = 1204, .updated_rows = 3, .failed_rows = 1 }, "1,204 new, 3 updated, 1 failed" },
    { { .duplicate_rows = 99 }, "99 already there" },
    { { .rows = 4 }, "no rows" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_import_text_counts (&cases[i].import);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_total (void)
{
  static const struct { const char *total, *text; } cases[] = {
    { "USD 367589.755", "367,589.755 USD" },
    { "CNY -12.5", "\u221212.50 CNY" },
    { "CNY 169668.03; coin 253336408", "169,668.03 CNY + 253,336,408 coins" },
    { "nonsense", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_import_text_total (cases[i].total);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* --- gathering ----------------------------------------------------------------------------------- */

static void
add (GPtrArray  *rows,
     gint64      first,
     gint64      last,
     const char *outcome,
     const char *reason)
{
  TroupeImportRow fields;

  troupe_record_clear (&TROUPE_IMPORT_ROW, &fields);
  fields.import_id = 1;
  fields.first_row = first;
  fields.last_row = last;
  fields.outcome = outcome;
  fields.reason = reason;
  g_ptr_array_add (rows, troupe_record_copy (&TROUPE_IMPORT_ROW, &fields));
}

static void
test_gather (void)
{
  static const struct { const char *outcome, *where; gint64 n; } expected[] = {
    { "failed", "Row 12", 1 },
    { "failed", "Rows 40–41", 2 },
    { "waiting", "Rows 3–8 and 2 more", 9 },
    { "duplicate", "Row 2", 1 },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (troupe_record_unref);
  g_autoptr(GPtrArray) problems = NULL;

  add (rows, 2, 2, "duplicate", "Imported before");
  add (rows, 3, 8, "waiting", "No creator");
  add (rows, 12, 12, "failed", "no day");
  add (rows, 20, 20, "waiting", "No creator");
  add (rows, 30, 31, "waiting", "No creator");
  add (rows, 40, 41, "failed", "no amount");
  problems = troupe_import_problems_gather (rows);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < problems->len; i++)
    {
      TroupeImportProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpstr (problem->outcome, ==, expected[i].outcome);
      g_assert_cmpstr (problem->where, ==, expected[i].where);
      g_assert_cmpint (problem->n, ==, expected[i].n);
    }
}

static void
test_late (void)
{
  const TroupeMonth october = troupe_month_new (2026, 10);
  const struct { TroupeLateLines late; const char *text; } cases[] = {
    { { 0, TROUPE_NONE, TROUPE_NONE, TROUPE_NONE }, NULL },
    { { 3, october, october, october + 1 }, "October 2026 is closed: what comes for it is booked in November 2026" },
    { { 3, october - 1, october, october + 1 },
      "September 2026 to October 2026: what comes for closed months is booked in November 2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_import_text_late (&cases[i].late);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-text/period", test_period);
  g_test_add_func ("/import-text/number", test_number);
  g_test_add_func ("/import-text/counts", test_counts);
  g_test_add_func ("/import-text/total", test_total);
  g_test_add_func ("/import-text/late", test_late);
  g_test_add_func ("/import-problems/gather", test_gather);
  return g_test_run ();
}
