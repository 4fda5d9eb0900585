#include "troupe-text.h"

/* Where a word may be parted at the end of a line; web pages leave it in what they export. */
#define SOFT_HYPHEN 0xad

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
is_blank (gunichar c)
{
  /* BOM and zero-width space count as blank: exports carry them unseen */
  return g_unichar_isspace (c) || c == 0xfeff || c == 0x200b;
}

/* In place: the result is never longer. */
static char *
collapse (char *text)
{
  char *out = text;
  gboolean gap = FALSE;

  for (const char *in = text; *in != '\0';)
    {
      const char *next = g_utf8_next_char (in);
      gunichar c = g_utf8_get_char (in);

      if (is_blank (c))
        gap = out != text;
      else if (c != SOFT_HYPHEN)
        {
          if (gap)
            *out++ = ' ';
          gap = FALSE;
          while (in < next)
            *out++ = *in++;
        }
      in = next;
    }
  *out = '\0';
  return text;
}

char *
troupe_text_clean (const char *text)
{
  if (is_ascii (text))
    return collapse (g_strdup (text));
  return collapse (g_utf8_normalize (text, -1, G_NORMALIZE_NFC));
}

char *
troupe_text_fold (const char *text)
{
  g_autofree char *compatible = NULL;

  if (is_ascii (text))
    return collapse (g_ascii_strdown (text, -1));
  compatible = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  return collapse (g_utf8_casefold (compatible, -1));
}

char *
troupe_text_narrow (const char *text)
{
  g_autofree char *clean = troupe_text_clean (text);
  GString *out = g_string_new (NULL);

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (out, c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c);
    }
  return g_string_free (out, FALSE);
}

char *
troupe_text_shorten (const char *text,
                     glong       length)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= length)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, length - 1);

  return g_strconcat (start, "…", NULL);
}

guint64
troupe_text_hash (const void *data,
                  gsize       length,
                  guint64     seed)
{
  const guchar *bytes = data;
  guint64 hash = seed ^ G_GUINT64_CONSTANT (0xcbf29ce484222325);

  /* FNV-1a, then the finaliser of SplitMix64: FNV alone leaves the high bits weak for short text */
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  hash ^= hash >> 30;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash ^= hash >> 27;
  hash *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return hash ^ (hash >> 31);
}
