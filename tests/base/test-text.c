#include "troupe-text.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct { const char *text, *expected; } cases[] = {
    { "", "" }, { "   ", "" }, { " a ", "a" }, { "a \t\r\n b", "a b" }, { "a\u00a0\u3000b", "a b" },
    { "\ufeff达人\u3000昵称 ", "达人 昵称" }, { "zero\u200bwidth", "zero width" }, { "e\u0301", "\u00e9" }, { "Ａ（１）", "Ａ（１）" },
    { "\u00ades\u00adtim\u00adated \u00adrev\u00aden\u00adue\u00ad", "estimated revenue" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = troupe_text_clean (cases[i].text);
      g_autofree char *twice = troupe_text_clean (once);

      g_assert_cmpstr (once, ==, cases[i].expected);
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_fold (void)
{
  static const struct { const char *text, *expected; } cases[] = {
    { "", "" }, { " Date  Of Birth ", "date of birth" }, { "ＡＢＣ（１２３）", "abc(123)" }, { "收入（元）", "收入(元)" },
    { "Straße", "strasse" }, { "ÉCLAIR", "éclair" }, { "E\u0301CLAIR", "éclair" }, { "ﾀﾞｲﾔ", "ダイヤ" }, { "①", "1" },
    { "To\u00adtal", "total" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *once = troupe_text_fold (cases[i].text);
      g_autofree char *twice = troupe_text_fold (once);

      g_assert_cmpstr (once, ==, cases[i].expected);
      g_assert_cmpstr (twice, ==, once);
    }
}

static void
test_shorten (void)
{
  static const struct { const char *text, *expected; } cases[] = {
    { "", "" }, { "abcd", "abcd" }, { "abcde", "abc…" }, { "a长长长", "a长长长" }, { "a长长长长", "a长长…" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = troupe_text_shorten (cases[i].text, 4);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static guint64
hash_text (const char *text,
           guint64     seed)
{
  return troupe_text_hash (text, strlen (text), seed);
}

/* Identities in the file rest on these numbers: they must never change. */
static void
test_hash_is_stable (void)
{
  g_assert_cmphex (hash_text ("", 0), ==, G_GUINT64_CONSTANT (0xf52a15e9a9b5e89b));
  g_assert_cmphex (hash_text ("troupe", 0), ==, G_GUINT64_CONSTANT (0x8fa135807c3e489b));
  g_assert_cmphex (hash_text ("达人", hash_text ("troupe", 0)), ==, G_GUINT64_CONSTANT (0x935282b9b00e4857));
}

static int
compare_hashes (const void *a,
                const void *b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* Short texts that differ in a digit, as amounts and ids do, spread over all bits. */
static void
test_hash_spreads (void)
{
  enum { N = 200000 };
  g_autofree guint64 *hashes = g_new (guint64, N);
  guint high[256] = { 0 };

  for (int i = 0; i < N; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%d", i);
      hashes[i] = hash_text (text, 0);
      high[hashes[i] >> 56]++;
    }
  qsort (hashes, N, sizeof *hashes, compare_hashes);
  for (int i = 1; i < N; i++)
    g_assert_cmphex (hashes[i - 1], !=, hashes[i]);
  for (int i = 0; i < 256; i++)
    g_assert_cmpint (ABS ((int) high[i] - N / 256), <, N / 256 / 4);
  g_assert_cmphex (hash_text ("ab", 0), !=, hash_text ("b", hash_text ("a", 0)));
  g_assert_cmphex (hash_text ("b", hash_text ("a", 0)), !=, hash_text ("a", hash_text ("b", 0)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/hash-is-stable", test_hash_is_stable);
  g_test_add_func ("/text/hash-spreads", test_hash_spreads);

  return g_test_run ();
}
