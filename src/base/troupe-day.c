#include "troupe-day.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Howard Hinnant's days_from_civil: years start in March, so a leap day is the last day. */
static TroupeDay
days_from_civil (gint64 year,
                 int    month,
                 int    day)
{
  gint64 era, of_era, of_year;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  of_era = year - era * 400;
  of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void
troupe_day_split (TroupeDay  day,
                  int       *ret_year,
                  int       *ret_month,
                  int       *ret_day)
{
  gint64 z = day + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 of_era = z - era * 146097;
  gint64 year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  gint64 of_year = of_era - (365 * year + year / 4 - year / 100);
  int shifted = (5 * of_year + 2) / 153;
  int month = shifted + (shifted < 10 ? 3 : -9);

  *ret_day = of_year - (153 * shifted + 2) / 5 + 1;
  *ret_month = month;
  *ret_year = year + era * 400 + (month <= 2);
}

TroupeDay
troupe_day_new (int year,
                int month,
                int day)
{
  TroupeDay result;
  int y, m, d;

  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 0 || year > 9999)
    return TROUPE_NONE;
  result = days_from_civil (year, month, day);
  if (day <= 28)
    return result;
  troupe_day_split (result, &y, &m, &d);

  return d == day ? result : TROUPE_NONE;
}

TroupeMonth
troupe_day_get_month (TroupeDay day)
{
  int y, m, d;

  if (day == TROUPE_NONE)
    return TROUPE_NONE;
  troupe_day_split (day, &y, &m, &d);

  return troupe_month_new (y, m);
}

TroupeMonth
troupe_month_new (int year,
                  int month)
{
  return (TroupeMonth) year * 12 + month - 1;
}

TroupeDay
troupe_month_get_first (TroupeMonth month)
{
  return days_from_civil (month / 12, month % 12 + 1, 1);
}

TroupeDay
troupe_month_get_last (TroupeMonth month)
{
  return troupe_month_get_first (month + 1) - 1;
}

gboolean
troupe_day_is_within (TroupeDay day,
                      TroupeDay first,
                      TroupeDay last)
{
  return day >= first && (last == TROUPE_NONE || day <= last);
}

static gboolean
digits (const char *text,
        int         n,
        int        *ret_value)
{
  *ret_value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *ret_value = *ret_value * 10 + (text[i] - '0');
    }

  return TRUE;
}

gboolean
troupe_day_parse (const char  *text,
                  TroupeDay   *ret_day,
                  GError     **error)
{
  TroupeDay day;
  int y, m, d;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' || !digits (text, 4, &y) ||
      !digits (text + 5, 2, &m) || !digits (text + 8, 2, &d) || (day = troupe_day_new (y, m, d)) == TROUPE_NONE)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a day; write it like 2026-10-31"), text);
  *ret_day = day;

  return TRUE;
}

gboolean
troupe_month_parse (const char   *text,
                    TroupeMonth  *ret_month,
                    GError      **error)
{
  int y, m;

  if (strlen (text) != 7 || text[4] != '-' || !digits (text, 4, &y) || !digits (text + 5, 2, &m) ||
      m < 1 || m > 12)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a month; write it like 2026-10"), text);
  *ret_month = troupe_month_new (y, m);

  return TRUE;
}

static void
print_number (char *at,
              int   width,
              int   value)
{
  for (int i = width - 1; i >= 0; i--, value /= 10)
    at[i] = '0' + value % 10;
}

void
troupe_day_print (TroupeDay day,
                  char      buffer[11])
{
  int y, m, d;

  troupe_day_split (day, &y, &m, &d);
  print_number (buffer, 4, y);
  print_number (buffer + 5, 2, m);
  print_number (buffer + 8, 2, d);
  buffer[4] = buffer[7] = '-';
  buffer[10] = '\0';
}

void
troupe_month_print (TroupeMonth month,
                    char        buffer[8])
{
  print_number (buffer, 4, month / 12);
  print_number (buffer + 5, 2, month % 12 + 1);
  buffer[4] = '-';
  buffer[7] = '\0';
}

char *
troupe_day_to_string (TroupeDay day)
{
  char buffer[11];

  if (day == TROUPE_NONE)
    return NULL;
  troupe_day_print (day, buffer);

  return g_strdup (buffer);
}

char *
troupe_month_to_string (TroupeMonth month)
{
  char buffer[8];

  if (month == TROUPE_NONE)
    return NULL;
  troupe_month_print (month, buffer);

  return g_strdup (buffer);
}

char *
troupe_time_to_string (gint64 seconds)
{
  char day[11];
  int rest = (seconds % 86400 + 86400) % 86400;

  if (seconds == TROUPE_NONE)
    return NULL;
  troupe_day_print ((seconds - rest) / 86400, day);

  return g_strdup_printf ("%sT%02d:%02d:%02dZ", day, rest / 3600, rest / 60 % 60, rest % 60);
}

gboolean
troupe_time_parse (const char  *text,
                   gint64      *ret_seconds,
                   GError     **error)
{
  g_autofree char *day_text = g_strndup (text, 10);
  TroupeDay day;
  int h, m, s;

  if (strlen (text) != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z' ||
      !digits (text + 11, 2, &h) || !digits (text + 14, 2, &m) || !digits (text + 17, 2, &s) ||
      h > 23 || m > 59 || s > 59 || !troupe_day_parse (day_text, &day, NULL))
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a time; write it like 2026-10-31T09:20:00Z"), text);
  *ret_seconds = day * 86400 + h * 3600 + m * 60 + s;

  return TRUE;
}
