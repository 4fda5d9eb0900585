#include "troupe-form.h"

#include <glib/gi18n.h>

#include "troupe-money.h"
#include "troupe-share.h"

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

/* Thousands by comma or space are how people type; a comma as the decimal sign is not guessed. */
static char *
strip_thousands (const char *text)
{
  g_autoptr(GString) plain = g_string_new (text);

  g_string_replace (plain, ",", "", 0);
  g_string_replace (plain, " ", "", 0);
  g_string_replace (plain, "\u2212", "-", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
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
  g_autofree char *plain = strip_thousands (text);

  switch (field->kind)
    {
    case TROUPE_FIELD_DAY:
      return troupe_day_parse (text, ret_value, NULL);
    case TROUPE_FIELD_MONTH:
      return troupe_month_parse (text, ret_value, NULL);
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

const char *
troupe_form_get_advice (const TroupeField *field)
{
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

gboolean
troupe_form_parse (const TroupeField *field,
                   const char        *text,
                   gpointer           fields,
                   GPtrArray         *store)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
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
