#include "troupe-header-text.h"

#include "troupe-text.h"

#include <string.h>

static gboolean
is_dropped (gunichar c)
{
  return c == ' ' || c == '_' || c == ':' || c == '\'' || c == 0x2018 || c == 0x2019;
}

static gunichar
round_bracket (gunichar c)
{
  if (c == '[' || c == 0x3010 || c == 0x3014)
    return '(';
  if (c == ']' || c == 0x3011 || c == 0x3015)
    return ')';

  return c;
}

char *
troupe_header_fold (const char *text)
{
  g_autofree char *folded = troupe_text_fold (text);
  GString *out = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_dropped (c))
        g_string_append_unichar (out, round_bracket (c));
    }

  return g_string_free_and_steal (out);
}

static gsize
measure_unitless (const char *header)
{
  static const char *const units[] = { "(元)", "(个)", NULL };

  for (gsize i = 0; units[i] != NULL; i++)
    if (g_str_has_suffix (header, units[i]))
      return strlen (header) - strlen (units[i]);

  return strlen (header);
}

gboolean
troupe_header_equals_unitless (const char *a,
                               const char *b)
{
  gsize n = measure_unitless (a);

  return n > 0 && n == measure_unitless (b) && strncmp (a, b, n) == 0;
}
