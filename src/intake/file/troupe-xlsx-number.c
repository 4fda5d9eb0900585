#include "troupe-xlsx-number.h"

#include "troupe-day.h"

#include <string.h>

/* Decimal digits that every double keeps. */
#define EXACT_DIGITS 15
#define EPOCH_1900   25569   /* 1970-01-01 as Excel counts, with its 29 February 1900 */
#define EPOCH_1904   24107

/* Rounds the digits at text[0 … n), of which one may be the point, half up after keep digits. The
 * first of them is 0, to take a carry. */
static void
round_digits (char *text,
              gsize n,
              int   keep)
{
  gboolean up = FALSE;
  gsize last = 0;
  int digits = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (text[i] == '.')
        continue;
      digits += digits > 0 || text[i] != '0';
      if (digits <= keep)
        last = i;
      if (digits == keep + 1)
        up = text[i] >= '5';
      if (digits > keep)
        text[i] = '0';
    }
  for (gsize i = last + 1; up && i-- > 0;)
    if (text[i] != '.')
      {
        up = text[i] == '9';
        text[i] = up ? '0' : text[i] + 1;
      }
}

static int
count_digits (const char *text,
              gsize       n)
{
  int digits = 0;

  for (gsize i = 0; i < n; i++)
    if (g_ascii_isdigit (text[i]))
      digits += digits > 0 || text[i] != '0';

  return digits;
}

void
troupe_xlsx_append_number (GString    *out,
                           const char *number)
{
  gsize start = out->len + 1, n = strspn (number + (*number == '-'), "0123456789.");
  const char *rest = number + (*number == '-') + n;
  char *digits;

  if (memchr (number, '.', strlen (number)) == NULL || count_digits (number, strlen (number)) <= EXACT_DIGITS)
    {
      g_string_append (out, number);
      return;
    }
  g_string_append (out, *number == '-' ? "-0" : "0");
  start = out->len - 1;
  g_string_append_len (out, number + (*number == '-'), n);
  digits = out->str + start;
  round_digits (digits, n + 1, EXACT_DIGITS);
  while (out->str[out->len - 1] == '0')
    g_string_truncate (out, out->len - 1);
  if (out->str[out->len - 1] == '.')
    g_string_truncate (out, out->len - 1);
  if (out->str[start] == '0' && g_ascii_isdigit (out->str[start + 1]))
    g_string_erase (out, start, 1);
  g_string_append (out, rest);
}

gboolean
troupe_xlsx_append_date (GString    *out,
                         const char *serial,
                         gboolean    from_1904)
{
  gint64 micros, seconds;
  TroupeDay day;
  char text[11];

  if (!troupe_decimal_parse (serial, TROUPE_MICRO_PLACES, &micros, NULL, NULL) || micros < 0)
    return FALSE;
  day = micros / TROUPE_MICRO - (from_1904 ? EPOCH_1904 : EPOCH_1900);
  day += !from_1904 && micros / TROUPE_MICRO < 60;   /* before the day that never was */
  seconds = troupe_divide_half_up ((TroupeWide) (micros % TROUPE_MICRO) * 86400, TROUPE_MICRO);
  day += seconds / 86400;
  seconds %= 86400;
  if (day > troupe_day_new (9999, 12, 31))
    return FALSE;
  troupe_day_print (day, text);
  g_string_append (out, text);
  if (seconds != 0)
    g_string_append_printf (out, " %02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));

  return TRUE;
}

gboolean
troupe_xlsx_is_date_id (int format_id)
{
  return (format_id >= 14 && format_id <= 22) || (format_id >= 27 && format_id <= 36) ||
         (format_id >= 50 && format_id <= 58);
}

gboolean
troupe_xlsx_is_date_format (const char *code)
{
  gboolean in_text = FALSE, in_bracket = FALSE;

  for (const char *p = code; *p != '\0'; p++)
    {
      if (*p == '"')
        in_text = !in_text;
      else if (*p == '[' || *p == ']')
        in_bracket = *p == '[';
      else if (*p == '\\' && p[1] != '\0')
        p++;
      else if (!in_text && !in_bracket && strchr ("yYdD", *p) != NULL)
        return TRUE;
    }

  return FALSE;
}
