#include "troupe-phrase.h"

#include <string.h>

#include "troupe-vocabulary.h"

static const struct { const char *key, *en, *zh; } phrases[] = {
#include "troupe-phrase-table.h"
};

/* Looking up is a binary search. */
static void
test_sorted (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      if (i > 0 && strcmp (phrases[i - 1].key, phrases[i].key) >= 0)
        g_error ("“%s” must stand before “%s”", phrases[i].key, phrases[i - 1].key);
      g_assert_cmpstr (troupe_phrase (TROUPE_LANG_EN, phrases[i].key), ==, phrases[i].en);
      g_assert_cmpstr (troupe_phrase (TROUPE_LANG_ZH, phrases[i].key), ==, phrases[i].zh);
    }
}

static GHashTable *
list_slots (const char *text)
{
  g_autoptr(GRegex) regex = g_regex_new ("\\{[a-z_]+\\}", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  GHashTable *slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (slots, g_match_info_fetch (match, 0));
  return slots;
}

/* Both languages say something, with the same slots and no stray braces. */
static void
test_complete (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr(GHashTable) en = list_slots (phrases[i].en);
      g_autoptr(GHashTable) zh = list_slots (phrases[i].zh);
      GHashTableIter iter;
      gpointer slot;

      if (*phrases[i].en == '\0' || *phrases[i].zh == '\0' || g_hash_table_size (en) != g_hash_table_size (zh))
        g_error ("“%s” lacks a text or a slot in one language", phrases[i].key);
      g_hash_table_iter_init (&iter, en);
      while (g_hash_table_iter_next (&iter, &slot, NULL))
        if (!g_hash_table_contains (zh, slot))
          g_error ("“%s”: no %s in Chinese", phrases[i].key, (const char *) slot);
      g_assert_true (g_utf8_validate (phrases[i].zh, -1, NULL));
    }
}

static void
test_format (void)
{
  g_autofree char *text = troupe_phrase_format (TROUPE_LANG_EN, "sentence.net", "share", "5%", "what", "{share}", NULL);
  g_autofree char *en = troupe_phrase_day (TROUPE_LANG_EN, troupe_day_new (2028, 2, 29));
  g_autofree char *zh = troupe_phrase_day (TROUPE_LANG_ZH, troupe_day_new (2028, 2, 29));

  g_assert_cmpstr (text, ==, "5% of {share}, after the platform’s fee");
  g_assert_cmpstr (en, ==, "29 February 2028");
  g_assert_cmpstr (zh, ==, "2028-02-29");
  g_assert_cmpint (troupe_lang_from_locale ("zh_CN.UTF-8"), ==, TROUPE_LANG_ZH);
  g_assert_cmpint (troupe_lang_from_locale ("en_GB"), ==, TROUPE_LANG_EN);
  g_assert_cmpint (troupe_lang_from_locale (NULL), ==, TROUPE_LANG_EN);
}

static void
check_words (const char *const *words,
             const char      *(*get_label) (TroupeLang, const char *))
{
  for (; *words != NULL; words++)
    {
      g_assert_cmpstr (get_label (TROUPE_LANG_EN, *words), !=, *words);
      g_assert_cmpstr (get_label (TROUPE_LANG_ZH, *words), !=, *words);
    }
  g_assert_cmpstr (get_label (TROUPE_LANG_ZH, "自定义"), ==, "自定义");
}

/* Each built-in word has a label in both languages; a profile's own word is shown as it is. */
static void
test_vocabulary (void)
{
  check_words (troupe_vocabulary_get_platforms (), troupe_platform_get_label);
  check_words (troupe_vocabulary_get_kinds (), troupe_kind_get_label);
  check_words (troupe_vocabulary_get_units (), troupe_unit_get_label);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/sorted", test_sorted);
  g_test_add_func ("/phrase/complete", test_complete);
  g_test_add_func ("/phrase/format", test_format);
  g_test_add_func ("/phrase/vocabulary", test_vocabulary);
  return g_test_run ();
}
