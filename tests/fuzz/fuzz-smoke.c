/* Some thousand mutations of a target's seeds, as an ordinary test; a failure prints the seed of
 * GLib's generator, which --seed takes back. */
#include "fuzz.h"

#include <string.h>

#define ROUNDS 3000

/* Bytes that mean something to one reader or another. */
static const char *const pieces[] = {
  "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "=", "=\"", "'", "-", "(", ")", "0", "9", ".", "E+18", "%", "万", "亿", "（",
  "\357\273\277",
  "\377\376", "\xff", "Total", "合计", "{", "}", "[", "]", ":", "null", "true", " ~ ", "2026", "Date", "PK\003\004",
  "\037\213",
};

static void
mutate (GString *text)
{
  gsize at = text->len > 0 ? (gsize) g_test_rand_int_range (0, text->len) : 0;
  gsize n = g_test_rand_int_range (0, 9);
  const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      g_string_insert (text, at, piece);
      break;
    case 1:
      g_string_overwrite (text, at, piece);
      break;
    case 2:
      g_string_erase (text, at, MIN (n, text->len - at));
      break;
    case 3:
      g_string_truncate (text, at);
      break;
    case 4:
      g_string_append_len (text, text->str + at, text->len - at);
      break;
    default:
      if (text->len > 0)
        text->str[at] ^= 1 << g_test_rand_int_range (0, 8);
    }
}

static void
test_mutations (void)
{
  gsize n_seeds = 0;

  while (fuzz_seeds[n_seeds] != NULL)
    {
      LLVMFuzzerTestOneInput ((const guint8 *) fuzz_seeds[n_seeds], strlen (fuzz_seeds[n_seeds]));
      n_seeds++;
    }
  for (int round = 0; round < ROUNDS; round++)
    {
      g_autoptr(GString) text = g_string_new (fuzz_seeds[g_test_rand_int_range (0, n_seeds)]);

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        mutate (text);
      LLVMFuzzerTestOneInput ((const guint8 *) text->str, text->len);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/mutations", test_mutations);

  return g_test_run ();
}
