#include "troupe-phrase.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *key;
  const char *en;
  const char *zh;
} Phrase;

/* Sorted by key (tests check it). */
static const Phrase phrases[] = {
#include "troupe-phrase-table.h"
};

TroupeLang
troupe_lang_from_locale (const char *locale)
{
  return locale != NULL && g_str_has_prefix (locale, "zh") ? TROUPE_LANG_ZH : TROUPE_LANG_EN;
}

static int
compare_cb (const void *key,
            const void *phrase)
{
  return strcmp (key, ((const Phrase *) phrase)->key);
}

const char *
troupe_phrase (TroupeLang  lang,
               const char *key)
{
  const Phrase *phrase = bsearch (key, phrases, G_N_ELEMENTS (phrases), sizeof *phrases, compare_cb);

  if (phrase == NULL)
    g_error ("no phrase “%s”", key);
  return lang == TROUPE_LANG_ZH ? phrase->zh : phrase->en;
}

char *
troupe_phrase_format (TroupeLang  lang,
                      const char *key,
                      const char *name,
                      ...)
{
  g_autoptr(GString) text = g_string_new (troupe_phrase (lang, key));
  va_list args;

  va_start (args, name);
  for (; name != NULL; name = va_arg (args, const char *))
    {
      g_autofree char *slot = g_strdup_printf ("{%s}", name);

      g_string_replace (text, slot, va_arg (args, const char *), 0);
    }
  va_end (args);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
troupe_phrase_day (TroupeLang lang,
                   TroupeDay  day)
{
  g_autofree char *key = NULL;
  int year, month, number;

  if (lang == TROUPE_LANG_ZH)
    return troupe_day_to_string (day);
  troupe_day_split (day, &year, &month, &number);
  key = g_strdup_printf ("month.%02d", month);
  return g_strdup_printf ("%d %s %d", number, troupe_phrase (lang, key), year);
}
