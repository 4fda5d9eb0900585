#include <glib/gstdio.h>

#include "troupe-decimal.h"
#include "troupe-line-sorter.h"

#define LINES 5000

typedef struct
{
  const char *name;
  gsize       chunk_size;
} Case;

/* From everything in one chunk to a run for every line. */
static const Case cases[] = {
  { "memory", 64 * 1024 * 1024 }, { "two-runs", 300 * 1024 }, { "many-runs", 8 * 1024 }, { "tiny", 1 },
};

static TroupePackedLine
make_line (GRand          *rand,
           TroupeWordList *words,
           gint64          row)
{
  static const char *const kinds[] = { "gift", "ad", "subscription" };

  TroupePackedLine line = {
    .place = {
      .month = 24320 + g_rand_int_range (rand, 0, 2), .account_id = g_rand_int_range (rand, 1, 9),
      .key = g_rand_int_range (rand, -20, 20),
    },
    .content = g_rand_int_range (rand, 0, 2), .amount = g_rand_int_range (rand, 0, 2), .fee = TROUPE_NONE,
    .row = row, .day = 20000,
  };

  g_assert_true (troupe_word_list_add (words, kinds[g_rand_int_range (rand, 0, 3)], &line.place.kind));
  g_assert_true (troupe_word_list_add (words, g_rand_boolean (rand) ? "USD" : "CNY", &line.place.unit));
  return line;
}

static char *
make_ref (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return NULL;
    case 1:
      return g_strdup ("");
    case 2:
      return g_strnfill (g_rand_int_range (rand, 1, 40), 'x');
    default:
      /* longer than any buffer of a run */
      return g_rand_int_range (rand, 0, 200) == 0 ? g_strnfill (70000, 'y')
                                                  : g_strdup_printf ("TX%d", g_rand_int_range (rand, 0, 3));
    }
}

static void
test_sort (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *folder = g_dir_make_tmp ("troupe-sorter-XXXXXX", NULL);
  g_autoptr(TroupeWordList) words = troupe_word_list_new ();
  g_autoptr(TroupeLineSorter) sorter = troupe_line_sorter_new (folder, words, test->chunk_size);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GPtrArray) refs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GByteArray) last = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  const TroupePackedLine *line;
  int count = 0;

  for (int i = 0; i < LINES; i++)
    {
      TroupePackedLine packed = make_line (rand, words, i);

      g_ptr_array_add (refs, make_ref (rand));
      troupe_line_sorter_add (sorter, &packed, refs->pdata[i], &error);
      g_assert_no_error (error);
    }
  troupe_line_sorter_finish (sorter, &error);
  g_assert_no_error (error);

  for (; troupe_line_sorter_next (sorter, &line, &error) && line != NULL; count++)
    {
      g_assert_cmpstr (line->ref_size > 0 ? line->ref : NULL, ==, refs->pdata[line->row]);
      if (last->len > 0)
        g_assert_cmpint (troupe_packed_line_compare ((TroupePackedLine *) last->data, line, words), <, 0);
      g_byte_array_set_size (last, 0);
      g_byte_array_append (last, (const guint8 *) line, troupe_packed_line_size (line));
    }
  g_assert_no_error (error);
  g_assert_cmpint (count, ==, LINES);

  /* nothing was left in the folder, not even while the sorter lives */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_no_folder (void)
{
  g_autoptr(TroupeWordList) words = troupe_word_list_new ();
  g_autoptr(TroupeLineSorter) sorter = troupe_line_sorter_new ("/nowhere/at/all", words, 1);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GError) error = NULL;
  TroupePackedLine line = make_line (rand, words, 1);

  g_assert_true (troupe_line_sorter_add (sorter, &line, NULL, &error));
  g_assert_false (troupe_line_sorter_add (sorter, &line, NULL, &error));
  g_assert_nonnull (g_strrstr (error->message, "No such file"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/sorter/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_sort);
    }
  g_test_add_func ("/sorter/no-folder", test_no_folder);
  return g_test_run ();
}
