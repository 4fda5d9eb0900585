#include "troupe-json-text.h"

#include "troupe-money.h"
#include "troupe-share.h"

struct _TroupeJsonText
{
  GString *out;
  int      depth;
  gboolean first;    /* nothing stands in the innermost object or array yet */
};

TroupeJsonText *
troupe_json_text_new (void)
{
  TroupeJsonText *self = g_new0 (TroupeJsonText, 1);

  self->out = g_string_new (NULL);
  self->first = TRUE;
  return self;
}

void
troupe_json_text_free (TroupeJsonText *self)
{
  g_string_free (self->out, TRUE);
  g_free (self);
}

char *
troupe_json_text_end (TroupeJsonText *self)
{
  char *text = NULL;

  g_string_append_c (self->out, '\n');
  text = g_strdup (self->out->str);
  troupe_json_text_free (self);
  return text;
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (out, "\\%c", *text);
    else if ((guchar) *text < 0x20)
      g_string_append_printf (out, "\\u%04x", *text);
    else
      g_string_append_c (out, *text);
  g_string_append_c (out, '"');
}

static void
append_line (TroupeJsonText *self)
{
  if (self->out->len > 0)
    g_string_append_printf (self->out, "\n%*s", 2 * self->depth, "");
}

static void
begin_member (TroupeJsonText *self,
              const char     *name)
{
  if (!self->first)
    g_string_append_c (self->out, ',');
  append_line (self);
  self->first = FALSE;
  if (name == NULL)
    return;
  append_quoted (self->out, name);
  g_string_append (self->out, ": ");
}

static void
begin (TroupeJsonText *self,
       const char     *name,
       char            bracket)
{
  begin_member (self, name);
  g_string_append_c (self->out, bracket);
  self->depth++;
  self->first = TRUE;
}

static void
end (TroupeJsonText *self,
     char            bracket)
{
  self->depth--;
  if (!self->first)
    append_line (self);
  g_string_append_c (self->out, bracket);
  self->first = FALSE;
}

void
troupe_json_text_begin_object (TroupeJsonText *self,
                               const char     *name)
{
  begin (self, name, '{');
}

void
troupe_json_text_end_object (TroupeJsonText *self)
{
  end (self, '}');
}

void
troupe_json_text_begin_array (TroupeJsonText *self,
                              const char     *name)
{
  begin (self, name, '[');
}

void
troupe_json_text_end_array (TroupeJsonText *self)
{
  end (self, ']');
}

void
troupe_json_text_add_text (TroupeJsonText *self,
                           const char     *name,
                           const char     *text)
{
  begin_member (self, name);
  if (text != NULL)
    append_quoted (self->out, text);
  else
    g_string_append (self->out, "null");
}

void
troupe_json_text_add_int (TroupeJsonText *self,
                          const char     *name,
                          gint64          value)
{
  begin_member (self, name);
  if (value != TROUPE_NONE)
    g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
  else
    g_string_append (self->out, "null");
}

void
troupe_json_text_add_bool (TroupeJsonText *self,
                           const char     *name,
                           gboolean        value)
{
  begin_member (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

/* --- records ------------------------------------------------------------------------------------ */

/* The value of a field that is text in JSON though it is a number in the record. */
static char *
format_number (const TroupeField *field,
               gint64             value,
               const char        *currency)
{
  switch (field->kind)
    {
    case TROUPE_FIELD_HASH:
      return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) value);
    case TROUPE_FIELD_DAY:
      return troupe_day_to_string (value);
    case TROUPE_FIELD_MONTH:
      return troupe_month_to_string (value);
    case TROUPE_FIELD_TIME:
      return troupe_time_to_string (value);
    case TROUPE_FIELD_MICROS:
      return troupe_decimal_format (value, TROUPE_MICRO_PLACES, 0);
    case TROUPE_FIELD_MINOR:
      return troupe_money_to_string (value, currency);
    case TROUPE_FIELD_RATE:
      return troupe_decimal_format (value, TROUPE_RATE_PLACES, 0);
    case TROUPE_FIELD_SHARE:
      return troupe_share_to_string (value);
    default:
      return NULL;
    }
}

static void
add_field (TroupeJsonText    *self,
           const TroupeField *field,
           gconstpointer      record,
           const char        *currency)
{
  g_autofree char *text = NULL;

  if (troupe_field_is_empty (field, record))
    {
      troupe_json_text_add_text (self, field->name, NULL);
      return;
    }
  if (field->kind == TROUPE_FIELD_TEXT)
    {
      troupe_json_text_add_text (self, field->name, troupe_record_get_text (record, field));
      return;
    }
  text = format_number (field, troupe_record_get_int (record, field), currency);
  if (text != NULL)
    troupe_json_text_add_text (self, field->name, text);
  else if (field->kind == TROUPE_FIELD_BOOL)
    troupe_json_text_add_bool (self, field->name, troupe_record_get_int (record, field) != 0);
  else
    troupe_json_text_add_int (self, field->name, troupe_record_get_int (record, field));
}

void
troupe_json_text_add_record (TroupeJsonText *self,
                             gconstpointer   record)
{
  const TroupeRecordType *type = troupe_record_get_type (record);
  const TroupeField *currency = troupe_record_find_field (type, "currency");

  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    add_field (self, field, record, currency != NULL ? troupe_record_get_text (record, currency) : NULL);
}
