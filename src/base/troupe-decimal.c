#include "troupe-decimal.h"

#include "troupe-error.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>

#define CUT_PLACES 12

gint64
troupe_divide_half_up (TroupeWide numerator,
                       TroupeWide denominator)
{
  gboolean negative = (numerator < 0) != (denominator < 0);
  TroupeWide n = numerator < 0 ? -numerator : numerator;
  TroupeWide d = denominator < 0 ? -denominator : denominator;
  TroupeWide quotient;

  /* An odd denominator has no exact half, so n + d / 2 is right for it as well. */
  n += d / 2;
  if (n <= G_MAXINT64 && d <= G_MAXINT64)
    quotient = (gint64) n / (gint64) d;   /* the machine's own division, many times faster */
  else
    quotient = n / d;
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
  for (*exponent = 0; g_ascii_isdigit (*p); p++)
    *exponent = MIN (*exponent * 10 + (*p - '0'), 1000);   /* nothing that large fits anyway */
  *exponent *= sign;

  return *p == '\0';
}

static void
append_digit (Number   *number,
              char      digit,
              gboolean  after_point)
{
  if (number->n == 0 && digit == '0')
    {
      number->point -= after_point;
      return;
    }
  number->point += !after_point;
  if (number->n < (int) sizeof number->digits)
    number->digits[number->n++] = digit;
  else   /* too far out to count, but it still breaks a tie */
    number->digits[number->n - 1] = MAX (number->digits[number->n - 1], digit);
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
  for (; g_ascii_isdigit (*p) || (*p == '.' && !after_point); p++)
    {
      if (*p == '.')
        after_point = TRUE;
      else
        append_digit (number, *p, after_point);
      any |= *p != '.';
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
has_digits_from (const Number *number,
                 int           from)
{
  for (int i = MAX (from, 0); i < number->n; i++)
    if (number->digits[i] != '0')
      return TRUE;

  return FALSE;
}

static gboolean
rounds_up (const Number *number,
           int           keep,
           gboolean      odd)
{
  if (keep < 0 || keep >= number->n)
    return FALSE;
  if (number->digits[keep] != '5')
    return number->digits[keep] > '5';

  return odd || has_digits_from (number, keep + 1);
}

/* Stated minus stored in 10^-12. It rounds away from zero, so that only an exact value has no cut. */
static gint64
measure_cut (const Number *number,
             TroupeWide    value,
             int           places)
{
  int keep = number->n == 0 ? 0 : MAX (number->point + CUT_PLACES, 0);
  TroupeWide stated;

  if (!take_digits (number, keep, &stated))
    return 0;   /* cannot be: a value that fits has at most 19 + 12 digits */
  for (int i = places; i < CUT_PLACES; i++)
    value *= 10;
  if (stated >= value)
    stated += has_digits_from (number, keep);

  return (gint64) (number->negative ? value - stated : stated - value);
}

gboolean
troupe_decimal_parse (const char  *text,
                      int          places,
                      gint64      *ret_value,
                      gint64      *ret_cut,
                      GError     **error)
{
  Number number;
  TroupeWide value;
  int keep;

  if (!scan_number (text, &number))
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is not a number"), text);
  keep = number.n == 0 ? 0 : number.point + places;
  if (!take_digits (&number, MAX (keep, 0), &value) ||
      (value += rounds_up (&number, keep, value & 1)) > G_MAXINT64)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is too large a number"), text);
  if (ret_cut)
    *ret_cut = measure_cut (&number, value, places);
  *ret_value = (gint64) (number.negative ? -value : value);

  return TRUE;
}

char *
troupe_decimal_plain (const char *text)
{
  g_autofree char *narrow = g_utf8_validate (text, -1, NULL) ? troupe_text_narrow (text) : NULL;
  g_autoptr(GString) plain = NULL;

  if (narrow == NULL ||
      !g_regex_match_simple ("^[-+\u2212]?([0-9]+|[0-9]{1,3}([, ])[0-9]{3}(\\2[0-9]{3})*)([.][0-9]*)?$", narrow, 0, 0))
    return NULL;
  plain = g_string_new (narrow);
  g_string_replace (plain, ",", "", 0);
  g_string_replace (plain, " ", "", 0);
  g_string_replace (plain, "\u2212", "-", 1);
  return g_string_free (g_steal_pointer (&plain), FALSE);
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
