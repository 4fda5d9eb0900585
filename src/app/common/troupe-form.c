#include "troupe-form.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "troupe-money.h"
#include "troupe-share.h"
#include "troupe-text.h"

char *
troupe_form_format (const TroupeField *field,
                    gconstpointer      fields,
                    const char        *currency)
{
  gint64 value;

  if (troupe_field_is_empty (field, fields))
    return NULL;
  if (field->kind == TROUPE_FIELD_TEXT)
    return g_strdup (troupe_record_get_text (fields, field));
  value = troupe_record_get_int (fields, field);
  switch (field->kind)
    {
    case TROUPE_FIELD_DAY:
      return troupe_day_to_string (value);
    case TROUPE_FIELD_MONTH:
      return troupe_month_to_string (value);
    case TROUPE_FIELD_SHARE:
      return troupe_share_to_string (value);
    case TROUPE_FIELD_RATE:
      return troupe_decimal_format (value, TROUPE_RATE_PLACES, 0);
    case TROUPE_FIELD_MINOR:
      return troupe_money_to_string (value, currency);
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

/* 2026-10-31 as people write it: 2026/1/5, 20261031. TROUPE_NONE: a day that is none; FALSE: no day at all. */
static gboolean
read_day (const char *text,
          TroupeDay  *ret_day)
{
  int year, month, day;

  if (g_regex_match_simple ("^[0-9]{8}$", text, 0, 0))
    sscanf (text, "%4d%2d%2d", &year, &month, &day);
  else if (g_regex_match_simple ("^[0-9]{4}([-/.])[0-9]{1,2}\\1[0-9]{1,2}$", text, 0, 0))
    sscanf (text, "%4d%*c%2d%*c%2d", &year, &month, &day);
  else
    return FALSE;
  *ret_day = troupe_day_new (year, month, day);
  return TRUE;
}

/* "52.5 %" without its sign; else as it is. */
static char *
read_plain (const TroupeField *field,
            const char        *text)
{
  g_autofree char *number = g_strdup (text);

  if (field->kind == TROUPE_FIELD_SHARE && g_str_has_suffix (number, "%"))
    number[strlen (number) - 1] = '\0';
  return troupe_decimal_plain (number);
}

/* What was typed is kept as it is or refused, never rounded. */
static gboolean
parse_decimal (const char *text,
               int         places,
               gint64     *ret_value)
{
  gint64 cut = 0;

  return troupe_decimal_parse (text, places, ret_value, &cut, NULL) && cut == 0;
}

static gboolean
parse_number (const TroupeField *field,
              const char        *text,
              gpointer           fields,
              gint64            *ret_value)
{
  const TroupeField *currency = troupe_record_find_field (*(const TroupeRecordType **) fields, "currency");
  g_autofree char *plain = read_plain (field, text);

  if (field->kind == TROUPE_FIELD_DAY)
    return read_day (text, ret_value) && *ret_value != TROUPE_NONE;
  if (field->kind == TROUPE_FIELD_MONTH)
    return troupe_month_parse (text, ret_value, NULL);
  if (plain == NULL)
    return FALSE;
  switch (field->kind)
    {
    case TROUPE_FIELD_SHARE:
      return troupe_share_parse (plain, ret_value, NULL);
    case TROUPE_FIELD_RATE:
      return parse_decimal (plain, TROUPE_RATE_PLACES, ret_value);
    case TROUPE_FIELD_MINOR:
      return troupe_money_parse (plain, currency != NULL ? troupe_record_get_text (fields, currency) : NULL, ret_value, NULL);
    default:
      return parse_decimal (plain, 0, ret_value);
    }
}

static gboolean
has_wrong_comma (const TroupeField *field,
                 const char        *text)
{
  g_autofree char *typed = troupe_text_narrow (text);
  g_autofree char *plain = read_plain (field, typed);
  gboolean number = field->kind != TROUPE_FIELD_DAY && field->kind != TROUPE_FIELD_MONTH;

  return number && plain == NULL && g_regex_match_simple ("^[-+0-9., %\u2212]*,[-+0-9., %\u2212]*$", typed, 0, 0);
}

static gboolean
has_no_such_day (const TroupeField *field,
                 const char        *text)
{
  g_autofree char *typed = troupe_text_narrow (text);
  TroupeDay day;

  return field->kind == TROUPE_FIELD_DAY && read_day (typed, &day) && day == TROUPE_NONE;
}

/* A percentage but for its decimals. */
static gboolean
has_more_decimals (const TroupeField *field,
                   const char        *text)
{
  g_autofree char *typed = troupe_text_narrow (text);
  g_autofree char *plain = read_plain (field, typed);
  gint64 cut = 0, share;

  return field->kind == TROUPE_FIELD_SHARE && plain != NULL && troupe_decimal_parse (plain, 2, &share, &cut, NULL) &&
         cut != 0 && share >= 0 && share <= TROUPE_SHARE_WHOLE;
}

const char *
troupe_form_get_advice (const TroupeField *field,
                        const char        *text)
{
  if (has_wrong_comma (field, text))
    return _("%s: a comma only parts thousands, decimals begin with a point, as in 1,200.50");
  if (has_no_such_day (field, text))
    return _("%s: there is no such day");
  if (has_more_decimals (field, text))
    return _("%s: a percentage has at most two decimals");
  switch (field->kind)
    {
    case TROUPE_FIELD_DAY:
      return _("%s: please write the day as 2026-10-31");
    case TROUPE_FIELD_MONTH:
      return _("%s: please write the month as 2026-10");
    case TROUPE_FIELD_SHARE:
      return _("%s: please write a percentage from 0 to 100, such as 52.5");
    case TROUPE_FIELD_MINOR:
      return _("%s: please write an amount such as 1,200.50");
    default:
      return _("%s: please write a number");
    }
}

/* An exchange rate is of a currency too, its "unit". */
static char *
read_text (const TroupeField *field,
           const char        *text)
{
  if (g_str_equal (field->name, "currency") || g_str_equal (field->name, "unit"))
    return troupe_currency_upper (text);
  return g_strstrip (g_strdup (text));
}

gboolean
troupe_form_parse (const TroupeField *field,
                   const char        *text,
                   gpointer           fields,
                   GPtrArray         *store)
{
  g_autofree char *trimmed = field->kind == TROUPE_FIELD_TEXT ? read_text (field, text) : troupe_text_narrow (text);
  gint64 value;

  if (field->kind == TROUPE_FIELD_TEXT)
    {
      char *kept = *trimmed != '\0' ? g_steal_pointer (&trimmed) : NULL;

      g_ptr_array_add (store, kept);
      troupe_field_set_text (field, fields, kept);
      return TRUE;
    }
  if (*trimmed == '\0')
    value = field->kind == TROUPE_FIELD_ID ? 0 : TROUPE_NONE;
  else if (!parse_number (field, trimmed, fields, &value))
    return FALSE;
  troupe_field_set_int (field, fields, value);
  return TRUE;
}
