#include "troupe-document-text.h"

char *
troupe_document_format_month (TroupeLang  lang,
                              TroupeMonth month)
{
  int year, number, day;
  g_autofree char *key = NULL;
  g_autofree char *year_text = NULL;

  troupe_day_split (troupe_month_get_first (month), &year, &number, &day);
  key = g_strdup_printf ("month.%02d", number);
  year_text = g_strdup_printf ("%d", year);
  return troupe_phrase_format (lang, "month.of_year", "month", troupe_phrase (lang, key), "year", year_text, NULL);
}

char *
troupe_document_format_days (TroupeDay first,
                             TroupeDay last)
{
  char from[11], to[11];

  troupe_day_print (first, from);
  troupe_day_print (last, to);
  if (first == last)
    return g_strdup (from + 5);
  return g_strdup_printf ("%s – %s", from + 5, to + 5);
}

/* Each word keeps its first letter; a word of Chinese characters is a family name and its given name. */
char *
troupe_document_mask_name (const TroupePerson *person)
{
  g_autoptr(GString) masked = g_string_new (NULL);
  gboolean starts = TRUE;

  if (g_strcmp0 (person->kind, "company") == 0)
    return g_strdup (person->name);
  for (const char *at = person->name; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (starts || c == ' ')
        g_string_append_unichar (masked, c);
      else
        g_string_append_c (masked, '*');
      starts = c == ' ';
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
