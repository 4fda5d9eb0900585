#include "troupe-amount-text.h"

#include "troupe-error.h"
#include "troupe-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const signs[] = { "rmb", "us$", "hk$", "nt$", "r$", "¥", "$", "€", "£", "₩", NULL };
static const char *const units[] = { "元", "人民币", "音浪", "钻石", "diamonds", "diamond", "coins", "coin", NULL };

/* What is read nearly always, without a copy: [-]digits[.digits], at most 18 digits and the places. */
static gboolean
read_plain (const char       *text,
            TroupeAmountForm  form,
            gint64           *ret_value)
{
  const char *p = text + (*text == '-');
  gint64 value = 0;
  int n = 0, after = 0;

  for (; g_ascii_isdigit (*p); p++, n++)
    value = value * 10 + (*p - '0');
  if (n == 0 || n > 11)
    return FALSE;
  if (*p == '.' && form.decimal == '.')
    for (p++; g_ascii_isdigit (*p) && after < form.places; p++, after++)
      value = value * 10 + (*p - '0');
  if (*p != '\0')
    return FALSE;
  for (; after < form.places; after++)
    value *= 10;
  *ret_value = *text == '-' ? -value : value;

  return TRUE;
}

static gboolean
is_empty (const char *text)
{
  static const char *const nothing[] = { "", "-", "--", "/", "—", "–", "−", "n/a", NULL };

  return g_strv_contains (nothing, text);
}

/* Compatible forms (full-width digits, brackets, signs), lower case, no blanks, one kind of minus. */
static char *
simplify (const char *text)
{
  g_autofree char *compatible = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *lower = g_utf8_strdown (compatible, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212 || c == 0x2013 || c == 0xfe63)
        g_string_append_c (out, '-');
      else if (!g_unichar_isspace (c) && c != 0xfeff && c != 0x200b)
        g_string_append_unichar (out, c);
    }

  return g_string_free_and_steal (out);
}

static gboolean
drop_prefix (char       **text,
             const char  *prefix)
{
  if (!g_str_has_prefix (*text, prefix))
    return FALSE;
  *text += strlen (prefix);

  return TRUE;
}

static gboolean
drop_suffix (char       *text,
             const char *suffix)
{
  if (!g_str_has_suffix (text, suffix))
    return FALSE;
  text[strlen (text) - strlen (suffix)] = '\0';

  return TRUE;
}

/* A currency code at either end: "usd12.5", "12.5cny". */
static char *
drop_code (char *text)
{
  gsize length = strlen (text);
  char code[4] = { 0 };

  if (length <= 3)
    return text;
  for (int i = 0; i < 3; i++)
    code[i] = g_ascii_toupper (text[i]);
  if (troupe_currency_exponent (code) >= 0)
    return text + 3;
  for (int i = 0; i < 3; i++)
    code[i] = g_ascii_toupper (text[length - 3 + i]);
  if (troupe_currency_exponent (code) >= 0)
    text[length - 3] = '\0';

  return text;
}

/* Signs, brackets and units off both ends; what stays should be digits and separators. */
static char *
strip_ends (char     *text,
            gboolean *negative,
            int      *exponent)
{
  gboolean again = TRUE;

  if (*text == '(' && drop_suffix (text, ")"))
    {
      *negative = TRUE;
      text++;
    }
  for (gsize i = 0; units[i] != NULL; i++)
    drop_suffix (text, units[i]);
  text = drop_code (text);
  while (again)
    {
      again = FALSE;
      for (gsize i = 0; signs[i] != NULL && !again; i++)
        again = drop_prefix (&text, signs[i]);
      if (*text == '-' && text[1] != '-' && text[1] != '+')
        {
          *negative = TRUE;
          again = drop_prefix (&text, "-");
        }
    }
  if (drop_suffix (text, "万"))
    *exponent = 4;
  else if (drop_suffix (text, "亿"))
    *exponent = 8;

  return text;
}

/* Whether every group after the first has three digits, and the first one to three. */
static gboolean
is_grouped (const char *text,
            const char *end,
            char        separator)
{
  int digits = 0;
  gboolean first = TRUE;

  for (; text < end; text++)
    if (*text == separator)
      {
        if (first ? digits < 1 || digits > 3 : digits != 3)
          return FALSE;
        first = FALSE;
        digits = 0;
      }
    else
      digits++;

  return first || digits == 3;
}

/* Takes out the separators of thousands and makes the decimal sign a point. */
static gboolean
plain_digits (char *text,
              char  decimal)
{
  char separator = decimal == '.' ? ',' : '.';
  char *point, *out = text;

  if (strchr (text, decimal) != strrchr (text, decimal) && strchr (text, separator) == NULL)
    separator = decimal;   /* 1.000.000: a sign that stands twice parts thousands */
  point = separator == decimal ? NULL : strchr (text, decimal);
  if (!is_grouped (text, point ? point : text + strlen (text), separator))
    return strchr (text, separator) == NULL;
  for (char *in = text; *in != '\0'; in++)
    if (in == point)
      *out++ = '.';
    else if (*in != separator || (point && in > point))
      *out++ = *in;
  *out = '\0';

  return TRUE;
}

static gboolean
fail (const char  *text,
      const char  *digits,
      GError     **error)
{
  if (g_ascii_isdigit (digits[0]) && strchr (digits, '(') != NULL)
    return troupe_fail (error, TROUPE_ERROR_NUMBER, _("the amount “%s” carries a remark; write the amount alone"), text);

  return troupe_fail (error, TROUPE_ERROR_NUMBER, _("the amount “%s” is not a number"), text);
}

gboolean
troupe_amount_read (const char       *text,
                    TroupeAmountForm  form,
                    gint64           *ret_value,
                    gint64           *ret_cut,
                    GError          **error)
{
  g_autofree char *simple = NULL, *number = NULL;
  g_autoptr(GError) local = NULL;
  gboolean negative = FALSE;
  int exponent = 0;
  char *digits;

  *ret_cut = 0;
  if (read_plain (text, form, ret_value))
    return TRUE;
  simple = simplify (text);
  *ret_value = TROUPE_NONE;
  if (is_empty (simple))
    return TRUE;
  digits = strip_ends (simple, &negative, &exponent);
  if (!plain_digits (digits, form.decimal) || (*digits == '-' && negative) || strlen (digits) > 60)
    return fail (text, digits, error);
  number = exponent ? g_strdup_printf ("%se%d", digits, exponent) : g_strdup (digits);
  if (!troupe_decimal_parse (number, form.places, ret_value, ret_cut, &local))
    {
      if (g_str_has_suffix (local->message, "too large a number"))
        return troupe_fail (error, TROUPE_ERROR_NUMBER, _("the amount “%s” is too large"), text);
      return fail (text, digits, error);
    }
  if (negative)
    {
      *ret_value = -*ret_value;
      *ret_cut = -*ret_cut;
    }

  return TRUE;
}
