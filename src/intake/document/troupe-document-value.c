#include "troupe-document-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-money.h"

#define SHARE_PLACES 2

static int
get_places (TroupeFieldKind kind,
            const char     *currency)
{
  int exponent;

  switch (kind)
    {
    case TROUPE_FIELD_MICROS:
      return TROUPE_MICRO_PLACES;
    case TROUPE_FIELD_RATE:
      return TROUPE_RATE_PLACES;
    case TROUPE_FIELD_SHARE:
      return SHARE_PLACES;
    default:
      exponent = troupe_currency_exponent (currency);
      return exponent < 0 ? 2 : exponent;
    }
}

/* As troupe_decimal_format(), without an allocation for each of millions of amounts. */
static void
append_decimal (GString *out,
                gint64   value,
                int      places,
                int      min_places)
{
  char buffer[40];
  char *end = buffer + sizeof buffer, *p = end;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  for (; places > min_places && rest % 10 == 0; places--)
    rest /= 10;
  for (int i = places; i > 0; i--, rest /= 10)
    *--p = '0' + rest % 10;
  if (places > 0)
    *--p = '.';
  do
    *--p = '0' + rest % 10;
  while (rest /= 10);
  if (value < 0)
    *--p = '-';
  g_string_append_len (out, p, end - p);
}

static void
append_escape (GString *out,
               char     c)
{
  switch (c)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
    }
}

void
troupe_document_text_append (GString    *out,
                             const char *text)
{
  g_string_append_c (out, '"');
  for (const char *run = text; ; run = ++text)
    {
      while ((guchar) *text >= ' ' && *text != '"' && *text != '\\')
        text++;
      g_string_append_len (out, run, text - run);
      if (*text == '\0')
        break;
      append_escape (out, *text);
    }
  g_string_append_c (out, '"');
}

static void
append_hash (GString *out,
             guint64  hash)
{
  char digits[16];

  for (int i = 15; i >= 0; i--, hash >>= 4)
    digits[i] = "0123456789abcdef"[hash & 15];
  g_string_append_len (out, digits, sizeof digits);
}

static void
append_date (GString        *out,
             TroupeFieldKind kind,
             gint64          value)
{
  g_autofree char *time = NULL;
  char buffer[11];

  if (kind == TROUPE_FIELD_DAY)
    troupe_day_print (value, buffer);
  else if (kind == TROUPE_FIELD_MONTH)
    troupe_month_print (value, buffer);
  else
    time = troupe_time_to_string (value);
  g_string_append (out, time != NULL ? time : buffer);
}

void
troupe_document_value_append (GString           *out,
                              const TroupeField *field,
                              gconstpointer      record,
                              const char        *currency)
{
  gint64 value;
  int places;

  if (field->kind == TROUPE_FIELD_TEXT)
    {
      troupe_document_text_append (out, troupe_record_get_text (record, field));
      return;
    }
  value = troupe_record_get_int (record, field);
  if (field->kind == TROUPE_FIELD_BOOL)
    {
      g_string_append (out, value ? "true" : "false");
      return;
    }
  if (field->kind == TROUPE_FIELD_ID || field->kind == TROUPE_FIELD_INT)
    {
      append_decimal (out, value, 0, 0);
      return;
    }
  g_string_append_c (out, '"');
  if (field->kind == TROUPE_FIELD_HASH)
    append_hash (out, value);
  else if (field->kind == TROUPE_FIELD_DAY || field->kind == TROUPE_FIELD_MONTH || field->kind == TROUPE_FIELD_TIME)
    append_date (out, field->kind, value);
  else
    {
      places = get_places (field->kind, currency);
      append_decimal (out, value, places, field->kind == TROUPE_FIELD_MINOR ? places : 0);
    }
  g_string_append_c (out, '"');
}

static gboolean
parse_hash (const char *text,
            gint64     *ret_value,
            GError    **error)
{
  guint64 hash = 0;

  if (strlen (text) != 16 || strspn (text, "0123456789abcdef") != 16)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” is not 16 hexadecimal digits such as 00c5d1f3a9b27e64"), text);
  for (int i = 0; i < 16; i++)
    hash = hash << 4 | g_ascii_xdigit_value (text[i]);
  *ret_value = hash;
  return TRUE;
}

/* Nothing may be rounded away on the way in. */
static gboolean
parse_exact (const char *text,
             int         places,
             gint64     *ret_value,
             GError    **error)
{
  gint64 cut = 0;

  if (!troupe_decimal_parse (text, places, ret_value, &cut, error))
    return FALSE;
  if (cut == 0)
    return TRUE;
  if (places == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” must be a whole number"), text);
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” has more than %d decimals"), text, places);
}

gboolean
troupe_document_value_parse (const TroupeField *field,
                             const char        *text,
                             const char        *currency,
                             gint64            *ret_value,
                             GError           **error)
{
  switch (field->kind)
    {
    case TROUPE_FIELD_DAY:
      return troupe_day_parse (text, ret_value, error);
    case TROUPE_FIELD_MONTH:
      return troupe_month_parse (text, ret_value, error);
    case TROUPE_FIELD_TIME:
      return troupe_time_parse (text, ret_value, error);
    case TROUPE_FIELD_HASH:
      return parse_hash (text, ret_value, error);
    case TROUPE_FIELD_ID:
    case TROUPE_FIELD_INT:
      return parse_exact (text, 0, ret_value, error);
    case TROUPE_FIELD_MINOR:
      if (currency == NULL)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("an amount needs the member “currency” beside it"));
      G_GNUC_FALLTHROUGH;
    default:
      return parse_exact (text, get_places (field->kind, currency), ret_value, error);
    }
}

gboolean
troupe_document_value_accept (const TroupeField *field,
                              TroupeJsonToken    token,
                              GError           **error)
{
  switch (field->kind)
    {
    case TROUPE_FIELD_ID:
    case TROUPE_FIELD_INT:
      return token == TROUPE_JSON_NUMBER ||
             troupe_fail (error, TROUPE_ERROR_FORMAT, _("a number without quotes must stand here"));
    case TROUPE_FIELD_BOOL:
      return token == TROUPE_JSON_TRUE || token == TROUPE_JSON_FALSE ||
             troupe_fail (error, TROUPE_ERROR_FORMAT, _("true or false must stand here"));
    case TROUPE_FIELD_TEXT:
      return token == TROUPE_JSON_STRING ||
             troupe_fail (error, TROUPE_ERROR_FORMAT, _("a text in quotes must stand here"));
    default:
      return token == TROUPE_JSON_STRING ||
             troupe_fail (error, TROUPE_ERROR_FORMAT, _("dates and amounts stand in quotes, like \"2026-10-31\" and \"12.50\""));
    }
}
