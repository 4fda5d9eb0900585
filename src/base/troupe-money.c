#include "troupe-money.h"

#include "troupe-error.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* The currencies in use (ISO 4217), by the digits after their point, each list in the alphabet's order. */
static const struct { const char *codes; int exponent; } exponents[] = {
  { "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD "
    "CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON "
    "RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD "
    "TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW ZWG ", 2 },
  { "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ", 0 },
  { "BHD IQD JOD KWD LYD OMR TND ", 3 },
};

static int
compare_codes_cb (const void *a,
                  const void *b)
{
  return memcmp (a, b, 3);
}

int
troupe_currency_exponent (const char *code)
{
  if (code == NULL || strlen (code) != 3)
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (exponents); i++)
    if (bsearch (code, exponents[i].codes, strlen (exponents[i].codes) / 4, 4, compare_codes_cb) != NULL)
      return exponents[i].exponent;

  return -1;
}

char *
troupe_currency_upper (const char *text)
{
  g_autofree char *narrow = troupe_text_narrow (text);
  g_autofree char *upper = g_ascii_strup (narrow, -1);

  return troupe_currency_exponent (upper) >= 0 ? g_steal_pointer (&upper) : g_steal_pointer (&narrow);
}

static int
places_of (const char *code)
{
  int exponent = troupe_currency_exponent (code);

  return exponent < 0 ? 2 : exponent;
}

gint64
troupe_currency_minor (const char *code)
{
  gint64 minor = 1;

  for (int i = places_of (code); i > 0; i--)
    minor *= 10;

  return minor;
}

gint64
troupe_money_from_micros (TroupeWide  micros,
                          const char *currency)
{
  return troupe_divide_half_up (micros * troupe_currency_minor (currency), TROUPE_MICRO);
}

char *
troupe_money_to_string (gint64      minor,
                        const char *currency)
{
  int places = places_of (currency);

  return troupe_decimal_format (minor, places, places);
}

/* "-1234.50" to "−1,234.50". */
static char *
with_separators (const char *plain)
{
  GString *out = g_string_new (NULL);
  const char *digits = *plain == '-' ? plain + 1 : plain;
  gsize whole = strcspn (digits, ".");

  if (digits != plain)
    g_string_append (out, "−");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, digits + whole);

  return g_string_free (out, FALSE);
}

char *
troupe_money_format (gint64      minor,
                     const char *currency)
{
  g_autofree char *plain = NULL;

  if (minor == TROUPE_NONE)
    return g_strdup ("–");
  plain = troupe_money_to_string (minor, currency);

  return with_separators (plain);
}

char *
troupe_micros_format (gint64      micros,
                      const char *unit)
{
  g_autofree char *plain = NULL;

  if (micros == TROUPE_NONE)
    return g_strdup ("–");
  plain = troupe_decimal_format (micros, TROUPE_MICRO_PLACES, MAX (troupe_currency_exponent (unit), 0));

  return with_separators (plain);
}

gboolean
troupe_money_parse (const char  *text,
                    const char  *currency,
                    gint64      *ret_minor,
                    GError     **error)
{
  gint64 cut = 0;

  if (!troupe_decimal_parse (text, places_of (currency), ret_minor, &cut, error))
    return FALSE;
  if (cut != 0)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” has more decimals than %s has"), text, currency);

  return TRUE;
}

gboolean
troupe_money_read (const char  *text,
                   const char  *currency,
                   gint64      *ret_minor,
                   GError     **error)
{
  g_autofree char *plain = troupe_decimal_plain (text);

  if (plain == NULL)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("“%s” is no amount; write it like 1234.50"), text);
  return troupe_money_parse (plain, currency, ret_minor, error);
}

static const char *const capitals[] = { "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖" };

/* Four digits: 1005 is 壹仟零伍. Says whether a 零 must stand before what follows. */
static void
append_group (GString *out,
              int      group,
              gboolean *zero)
{
  static const char *const places[] = { "仟", "佰", "拾", "" };
  int divisor = 1000;

  for (int i = 0; i < 4; i++, divisor /= 10)
    {
      int digit = group / divisor % 10;

      if (digit == 0)
        {
          *zero |= out->len > 0;
          continue;
        }
      if (*zero)
        g_string_append (out, "零");
      *zero = FALSE;
      g_string_append_printf (out, "%s%s", capitals[digit], places[i]);
    }
}

static void
append_yuan (GString *out,
             guint64  yuan)
{
  static const char *const groups[] = { "", "万", "亿", "万亿", "亿亿" };
  gboolean zero = FALSE;

  for (int i = 4; i >= 0; i--)
    {
      guint64 divisor = 1;
      int group;

      for (int k = 0; k < i; k++)
        divisor *= 10000;
      group = yuan / divisor % 10000;
      append_group (out, group, &zero);
      if (group > 0)
        g_string_append (out, groups[i]);
    }
}

char *
troupe_money_capitals (gint64 minor)
{
  GString *out = g_string_new (NULL);
  guint64 fen = minor < 0 ? -(guint64) minor : (guint64) minor;
  int jiao = fen / 10 % 10;

  append_yuan (out, fen / 100);
  if (out->len > 0)
    g_string_append (out, "元");
  else if (fen == 0)
    g_string_append (out, "零元");
  if (jiao > 0)
    g_string_append_printf (out, "%s角", capitals[jiao]);
  else if (fen % 10 > 0 && fen >= 100)
    g_string_append (out, "零");
  g_string_append_printf (out, "%s%s", fen % 10 ? capitals[fen % 10] : "", fen % 10 ? "分" : "整");
  if (minor < 0)
    g_string_prepend (out, "负");

  return g_string_free (out, FALSE);
}
