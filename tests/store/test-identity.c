/* The identity of evidence as laws: whatever the files, their order and their chunks. */
#include "evidence-fixture.h"

#define FILES   5
#define KINDS_OF_LINE 40

typedef struct
{
  const char *name;
  guint       contents;    /* how many hashes there are: few of them collide */
  gsize       chunk_size;
} Case;

static const Case cases[] = {
  { "good-hash", 1000000, 1 << 20 }, { "weak-hash", 3, 1 << 20 }, { "one-hash", 1, 1 << 20 }, { "small-chunks", 1000000, 500 },
  { "weak-hash-in-small-chunks", 2, 500 },
};

/* A line that differs from every other number in what it says. */
static void
write_line (GString    *text,
            int         row,
            int         number,
            const Case *test)
{
  g_string_append_printf (text, "%d %c %s 2026-%02d-%02d %d content=%u\n", row, 'a' + number % 3, number % 2 ? "gift" : "ad",
                          8 + number % 2, 1 + number % 20, number * 7, number * 31 % test->contents);
}

/* A file with counts[n] lines of number n, in a random order. */
static char *
write_file (const int  *counts,
            GRand      *rand,
            const Case *test)
{
  GString *text = g_string_new (NULL);
  int left[KINDS_OF_LINE], total = 0;

  for (int i = 0; i < KINDS_OF_LINE; i++)
    total += left[i] = counts[i];
  for (int row = 1; row <= total;)
    {
      int number = g_rand_int_range (rand, 0, KINDS_OF_LINE);

      if (left[number]-- > 0)
        write_line (text, row++, number, test);
    }
  return g_string_free_and_steal (text);
}

static void
import_file (Fixture    *fixture,
             const char *text,
             const Case *test)
{
  g_autoptr(TroupeLineSource) source = file_source_new (text, TROUPE_NONE);

  fixture_finish (troupe_store_import_in_chunks (fixture->store, source, 0, test->chunk_size, NULL));
}

/* What the evidence must come to: of each line as many as the file with most of it has. */
static char *
list_expected (int counts[FILES][KINDS_OF_LINE])
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (int number = 0; number < KINDS_OF_LINE; number++)
    {
      int most = 0;

      for (int i = 0; i < FILES; i++)
        most = MAX (most, counts[i][number]);
      if (most > 0)
        g_ptr_array_add (lines, g_strdup_printf ("%c %s 2026-%02d-%02d %d: %d\n", 'a' + number % 3, number % 2 ? "gift" : "ad",
                                                 8 + number % 2, 1 + number % 20, number * 7, most));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **) lines->pdata);
}

static char *
list_lines (Fixture *fixture)
{
  return fixture_query (fixture, "SELECT handle || ' ' || kind || ' ' || day || ' ' || amount || ': ' || count (*) "
                                 "FROM line JOIN account ON account.id = account_id "
                                 "GROUP BY handle, kind, day, amount "
                                 "ORDER BY handle || ' ' || kind || ' ' || day || ' ' || amount || ': '");
}

static void
test_any_order (Fixture       *fixture,
                gconstpointer  data)
{
  const Case *test = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (99);
  int counts[FILES][KINDS_OF_LINE];
  g_autofree char *expected = NULL, *lines = NULL, *again = NULL;

  for (int i = 0; i < FILES; i++)
    {
      g_autofree char *text = NULL;

      for (int number = 0; number < KINDS_OF_LINE; number++)
        counts[i][number] = g_rand_int_range (rand, 0, 4);
      text = write_file (counts[i], rand, test);
      import_file (fixture, text, test);
      fixture_check_totals (fixture);
    }
  expected = list_expected (counts);
  lines = list_lines (fixture);
  g_assert_cmpstr (lines, ==, expected);

  for (int i = FILES - 1; i >= 0; i--)
    {
      g_autofree char *text = write_file (counts[i], rand, test);

      import_file (fixture, text, test);
    }
  again = list_lines (fixture);
  g_assert_cmpstr (again, ==, expected);
  fixture_check_totals (fixture);
}

/* The same files in two orders and chunk sizes give the same evidence, keys included. */
static void
test_same_evidence (Fixture       *fixture,
                    gconstpointer  data)
{
  const Case big = { "", 1000000, 1 << 20 }, small = { "", 1000000, 300 };
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *first = NULL, *second = NULL;
  Fixture other = { 0 };
  char *files[FILES];

  fixture_set_up (&other, NULL);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *handle = g_strdup_printf ("%c", 'a' + i);

      fixture_add_account (fixture, handle, 0);
      fixture_add_account (&other, handle, 0);
    }
  for (int i = 0; i < FILES; i++)
    {
      int counts[KINDS_OF_LINE];

      for (int number = 0; number < KINDS_OF_LINE; number++)
        counts[number] = g_rand_int_range (rand, 0, 4);
      files[i] = write_file (counts, rand, &big);
      import_file (fixture, files[i], &big);
    }
  for (int i = FILES - 1; i >= 0; i--)
    {
      import_file (&other, files[i], &small);
      g_free (files[i]);
    }
#define EVIDENCE "SELECT concat_ws (' ', month, account_id, kind, key, revision, day, amount, unit, content) FROM line"
  first = fixture_query (fixture, EVIDENCE);
  second = fixture_query (&other, EVIDENCE);
  g_assert_cmpstr (first, ==, second);
  fixture_tear_down (&other, NULL);
}

/* Keyed: whatever was stated in between, the lines come to what was stated last. */
static void
test_revisions (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  gint64 expected = 0, amounts[30];
  g_autofree char *sum = NULL, *wanted = NULL;

  for (int i = 0; i < 12; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (int key = 0; key < 30; key++)
        {
          amounts[key] = g_rand_int_range (rand, -2, 3);
          g_string_append_printf (text, "%d %c gift 2026-09-05 %d key=K%d\n", key + 1, 'a' + key % 4, (int) amounts[key], key);
        }
      fixture_import_id (fixture, text->str);
      fixture_check_totals (fixture);
    }
  for (int key = 0; key < 30; key++)
    expected += amounts[key];
  sum = fixture_query (fixture, "SELECT sum (amount) FROM line");
  wanted = g_strdup_printf ("%d\n", (int) expected);
  g_assert_cmpstr (sum, ==, wanted);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  dex_init ();
  for (int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/identity/any-order/", cases[i].name, NULL);

      g_test_add (name, Fixture, &cases[i], fixture_set_up, test_any_order, fixture_tear_down);
    }
  g_test_add ("/identity/same-evidence", Fixture, NULL, fixture_set_up, test_same_evidence, fixture_tear_down);
  g_test_add ("/identity/revisions", Fixture, NULL, fixture_set_up, test_revisions, fixture_tear_down);
  return g_test_run ();
}
