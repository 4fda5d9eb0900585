#include "troupe-decimal.h"

#include "troupe-error.h"

#include <string.h>

gint64
troupe_divide_half_up (TroupeWide numerator,
                       TroupeWide denominator)
{
  gboolean negative = (numerator < 0) != (denominator < 0);
  TroupeWide n = numerator < 0 ? -numerator : numerator;
  TroupeWide d = denominator < 0 ? -denominator : denominator;
  TroupeWide quotient = (n + d / 2) / d;

  /* An odd denominator has no exact half, so n + d / 2 is right for it as well. */
  g_assert (quotient <= G_MAXINT64);

  return negative ? -(gint64) quotient : (gint64) quotient;
}

gint64
troupe_scale (gint64 value,
              gint64 numerator,
              gint64 denominator)
{
  return troupe_divide_half_up ((TroupeWide) value * numerator, denominator);
}

typedef struct
{
  char     digits[64]; /* significant digits, no leading zeros */
  int      n;
  int      point;      /* digits before the decimal point, may be negative */
  gboolean negative;
} Number;

static gboolean
scan_exponent (const char *p,
               int        *exponent)
{
  int sign = 1;

  if (*p == '+' || *p == '-')
    sign = *p++ == '-' ? -1 : 1;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (*exponent = 0; g_ascii_isdigit (*p) && *exponent < 1000; p++)
    *exponent = *exponent * 10 + (*p - '0');
  *exponent *= sign;

  return *p == '\0';
}

static gboolean
scan_number (const char *p,
             Number     *number)
{
  gboolean any = FALSE, after_point = FALSE;
  int exponent = 0;

  *number = (Number) { 0 };
  if (*p == '+' || *p == '-')
    number->negative = *p++ == '-';
  for (;; p++)
    {
      if (*p == '.' && !after_point)
        after_point = TRUE;
      else if (g_ascii_isdigit (*p))
        {
          any = TRUE;
          if (number->n == 0 && *p == '0')
            number->point -= after_point;
          else if (number->n < (int) sizeof number->digits)
            {
              number->digits[number->n++] = *p;
              number->point += !after_point;
            }
          else
            number->point += !after_point;
        }
      else
        break;
    }
  if (!any)
    return FALSE;
  if ((*p == 'e' || *p == 'E') && scan_exponent (p + 1, &exponent))
    number->point += exponent;
  else if (*p != '\0')
    return FALSE;

  return TRUE;
}

/* The first `keep` digits as an integer; FALSE when that does not fit. */
static gboolean
take_digits (const Number *number,
             int           keep,
             TroupeWide   *value)
{
  *value = 0;
  if (keep > 38 && number->n > 0)
    return FALSE;
  for (int i = 0; i < keep; i++)
    *value = *value * 10 + (i < number->n ? number->digits[i] - '0' : 0);

  return TRUE;
}

static gboolean
rounds_up (const Number *number,
           int           keep,
           gboolean      odd)
{
  gboolean rest = FALSE;

  if (keep < 0 || keep >= number->n)
    return FALSE;
  for (int i = keep + 1; i < number->n; i++)
    rest |= number->digits[i] != '0';
  if (number->digits[keep] != '5')
    return number->digits[keep] > '5';

  return rest || odd;
}

gboolean
troupe_decimal_parse (const char  *text,
                      int          places,
                      gint64      *ret_value,
                      gint64      *ret_cut,
                      GError     **error)
{
  Number number;
  TroupeWide value, fine;
  int keep;

  if (!scan_number (text, &number))
    return troupe_fail (error, TROUPE_ERROR_NUMBER, "“%s” is not a number", text);
  keep = number.n == 0 ? 0 : number.point + places;
  if (!take_digits (&number, MAX (keep, 0), &value) || value > G_MAXINT64)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, "“%s” is too large a number", text);
  if (ret_cut && take_digits (&number, MAX (number.n == 0 ? 0 : number.point + 12, 0), &fine))
    {
      TroupeWide scale = 1;
      for (int i = places; i < 12; i++)
        scale *= 10;
      value += rounds_up (&number, keep, value & 1);
      *ret_cut = (gint64) (fine - value * scale) * (number.negative ? -1 : 1);
    }
  else
    value += rounds_up (&number, keep, value & 1);
  *ret_value = (gint64) (number.negative ? -value : value);

  return TRUE;
}

char *
troupe_decimal_format (gint64 value,
                       int    places,
                       int    min_places)
{
  char buffer[64];
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;
  char *p = buffer + sizeof buffer - 1;
  gboolean writing = FALSE;

  *p = '\0';
  for (int i = places; i > 0; i--, rest /= 10)
    {
      writing |= rest % 10 != 0 || i <= min_places;
      if (writing)
        *--p = '0' + rest % 10;
    }
  if (writing)
    *--p = '.';
  do
    *--p = '0' + rest % 10;
  while (rest /= 10);
  if (value < 0)
    *--p = '-';

  return g_strdup (p);
}
