#include "troupe-day-text.h"

#include "troupe-error.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct { const char *word; int seconds; } units[] = {
  { "hours", 3600 }, { "hour", 3600 }, { "hrs", 3600 }, { "hr", 3600 }, { "h", 3600 }, { "小时", 3600 }, { "时", 3600 },
  { "minutes", 60 }, { "minute", 60 }, { "mins", 60 }, { "min", 60 }, { "m", 60 }, { "分钟", 60 }, { "分", 60 },
  { "seconds", 1 }, { "second", 1 }, { "secs", 1 }, { "sec", 1 }, { "s", 1 }, { "秒", 1 },
  { "days", 86400 }, { "day", 86400 }, { "d", 86400 }, { "天", 86400 },
};

/* Seconds of one such unit; 0: no unit stands here. */
static int
take_unit (const char **p)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*p, units[i].word))
      {
        *p += strlen (units[i].word);
        return units[i].seconds;
      }

  return 0;
}

/* A number with its unit in micros of a second. */
static gboolean
take_piece (const char **p,
            int          seconds_each,
            TroupeWide  *sum)
{
  gsize n = strspn (*p, "0123456789.");
  g_autofree char *digits = g_strndup (*p, n);
  gint64 micros;
  int seconds;

  if (n == 0 || !troupe_decimal_parse (digits, TROUPE_MICRO_PLACES, &micros, NULL, NULL))
    return FALSE;
  *p += n;
  while (**p == ' ')
    (*p)++;
  seconds = take_unit (p);
  if (seconds == 0 && (**p != '\0' || *sum != 0))
    return FALSE;
  while (**p == ' ' || **p == ',')
    (*p)++;
  *sum += (TroupeWide) micros * (seconds == 0 ? seconds_each : seconds);

  return TRUE;
}

/* "0:13:29" */
static gboolean
read_clock (const char *text,
            gint64     *ret_seconds)
{
  g_auto(GStrv) parts = g_strsplit (text, ":", 4);
  guint64 numbers[3];

  if (g_strv_length (parts) != 3)
    return FALSE;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 0, i == 0 ? 1000000 : 59, &numbers[i], NULL))
      return FALSE;
  *ret_seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2];

  return TRUE;
}

gboolean
troupe_duration_read (const char  *text,
                      int          seconds_each,
                      gint64      *ret_seconds,
                      GError     **error)
{
  g_autofree char *simple = troupe_text_fold (text);
  const char *p = simple;
  TroupeWide sum = 0;
  gboolean good = TRUE;

  *ret_seconds = TROUPE_NONE;
  if (*simple == '\0' || g_str_equal (simple, "-"))
    return TRUE;
  if (read_clock (simple, ret_seconds))
    return TRUE;
  while (good && *p != '\0')
    good = take_piece (&p, seconds_each, &sum);
  if (!good || sum / TROUPE_MICRO > G_MAXINT32)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a length of time"), text);
  *ret_seconds = (gint64) (sum / TROUPE_MICRO);

  return TRUE;
}
