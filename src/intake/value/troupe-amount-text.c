#include "troupe-amount-text.h"

#include "troupe-error.h"
#include "troupe-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands before or behind a number, and the units that it may mean. */
typedef struct
{
  const char *mark;
  const char *units;
} Mark;

static const Mark signs[] = {
  { "人民币", "CNY" }, { "rmb", "CNY" }, { "us$", "USD" }, { "hk$", "HKD" }, { "nt$", "TWD" }, { "r$", "BRL" }, { "¥", "CNY JPY" },
  { "$", "USD CAD AUD NZD HKD TWD SGD MXN ARS CLP COP BRL" }, { "€", "EUR" }, { "£", "GBP" }, { "₩", "KRW" }, { NULL },
};
static const Mark words[] = {
  { "元", "CNY HKD TWD" }, { "人民币", "CNY" }, { "音浪", "sound_wave" }, { "钻石", "diamond" }, { "diamonds", "diamond" },
  { "diamond", "diamond" }, { "coins", "coin" }, { "coin", "coin" }, { NULL },
};

/* What is read nearly always, without a copy: [-]digits[.digits], at most 18 digits and the places. */
static gboolean
read_plain (const char         *text,
            TroupeAmountForm    form,
            gint64             *ret_value,
            TroupeAmountNotes  *notes)
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
  notes->doubtful = after == 3 && n <= 3 && text[*text == '-'] != '0';
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

/* The currency that three letters are the code of, or NULL. */
static const char *
find_currency (const char *letters)
{
  char code[4] = { 0 };

  for (int i = 0; i < 3; i++)
    code[i] = g_ascii_toupper (letters[i]);

  return troupe_currency_exponent (code) >= 0 ? g_intern_string (code) : NULL;
}

/* A currency code at either end: "usd12.5", "12.5cny". */
static char *
drop_code (char               *text,
           TroupeAmountNotes  *notes)
{
  gsize length = strlen (text);

  if (length <= 3)
    return text;
  notes->units = find_currency (text);
  if (notes->units != NULL)
    return text + 3;
  notes->units = find_currency (text + length - 3);
  if (notes->units != NULL)
    text[length - 3] = '\0';

  return text;
}

static void
note_units (TroupeAmountNotes *notes,
            const char        *units)
{
  if (notes->units == NULL)
    notes->units = units;
}

/* Signs, brackets and units off both ends; what stays should be digits and separators. */
static char *
strip_ends (char               *text,
            gboolean           *negative,
            int                *exponent,
            TroupeAmountNotes  *notes)
{
  gboolean again = TRUE;

  if (*text == '(' && drop_suffix (text, ")"))
    {
      *negative = TRUE;
      text++;
    }
  text = drop_code (text, notes);
  for (const Mark *word = words; word->mark != NULL; word++)
    if (drop_suffix (text, word->mark))
      note_units (notes, word->units);
  while (again)
    {
      again = FALSE;
      for (const Mark *sign = signs; sign->mark != NULL && !again; sign++)
        if ((again = drop_prefix (&text, sign->mark)))
          note_units (notes, sign->units);
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
plain_digits (char               *text,
              char                decimal,
              TroupeAmountNotes  *notes)
{
  char separator = decimal == '.' ? ',' : '.';
  char *point = strchr (text, decimal), *out = text;

  notes->parted = point != strrchr (text, decimal) && strchr (text, separator) == NULL;
  notes->doubtful = !notes->parted && point != NULL && point - text <= 3 && strlen (point) == 4 && *text != '0' &&
                    strchr (text, separator) == NULL;
  if (notes->parted)
    separator = decimal;   /* a sign that stands twice parts thousands */
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
troupe_amount_read (const char         *text,
                    TroupeAmountForm    form,
                    gint64             *ret_value,
                    TroupeAmountNotes  *ret_notes,
                    GError            **error)
{
  g_autofree char *simple = NULL, *number = NULL;
  g_autoptr(GError) local = NULL;
  gboolean negative = FALSE;
  int exponent = 0;
  char *digits;

  *ret_notes = (TroupeAmountNotes) { 0 };
  if (read_plain (text, form, ret_value, ret_notes))
    return TRUE;
  simple = simplify (text);
  *ret_value = TROUPE_NONE;
  if (is_empty (simple))
    return TRUE;
  digits = strip_ends (simple, &negative, &exponent, ret_notes);
  if (!plain_digits (digits, form.decimal, ret_notes) || (*digits == '-' && negative) || strlen (digits) > 60)
    return fail (text, digits, error);
  number = exponent ? g_strdup_printf ("%se%d", digits, exponent) : g_strdup (digits);
  if (!troupe_decimal_parse (number, form.places, ret_value, &ret_notes->cut, &local))
    {
      if (g_str_has_suffix (local->message, "too large a number"))
        return troupe_fail (error, TROUPE_ERROR_NUMBER, _("the amount “%s” is too large"), text);
      return fail (text, digits, error);
    }
  if (negative)
    {
      *ret_value = -*ret_value;
      ret_notes->cut = -ret_notes->cut;
    }

  return TRUE;
}
