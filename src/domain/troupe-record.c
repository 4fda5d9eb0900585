#include "troupe-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-record-noun.h"
#include "troupe-text.h"

/* Every record struct begins with it. */
typedef struct
{
  const TroupeRecordType *type;
} Head;

GType
troupe_record_get_gtype (void)
{
  static gsize gtype = 0;

  if (g_once_init_enter (&gtype))
    g_once_init_leave (&gtype, g_boxed_type_register_static ("TroupeRecord", troupe_record_ref, troupe_record_unref));
  return gtype;
}

const TroupeField *
troupe_record_find_field (const TroupeRecordType *type,
                          const char             *name)
{
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

const TroupeRecordType *
troupe_record_find_type (const char *name)
{
  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    if (g_str_equal ((*type)->name, name))
      return *type;
  return NULL;
}

const TroupeRecordType *
troupe_record_get_type (gconstpointer record)
{
  return ((const Head *) record)->type;
}

gint64
troupe_record_get_int (gconstpointer      record,
                       const TroupeField *field)
{
  return G_STRUCT_MEMBER (gint64, record, field->offset);
}

const char *
troupe_record_get_text (gconstpointer      record,
                        const TroupeField *field)
{
  return G_STRUCT_MEMBER (const char *, record, field->offset);
}

void
troupe_field_set_int (const TroupeField *field,
                      gpointer           fields,
                      gint64             value)
{
  G_STRUCT_MEMBER (gint64, fields, field->offset) = value;
}

void
troupe_field_set_text (const TroupeField *field,
                       gpointer           fields,
                       const char        *text)
{
  G_STRUCT_MEMBER (const char *, fields, field->offset) = text;
}

gint64
troupe_record_get_id (gconstpointer record)
{
  const TroupeField *first = troupe_record_get_type (record)->fields;

  return first->kind == TROUPE_FIELD_ID ? troupe_record_get_int (record, first) : 0;
}

gboolean
troupe_field_is_empty (const TroupeField *field,
                       gconstpointer      record)
{
  if (field->kind == TROUPE_FIELD_TEXT)
    return troupe_record_get_text (record, field) == NULL;
  return troupe_record_get_int (record, field) == (field->kind == TROUPE_FIELD_ID ? 0 : TROUPE_NONE);
}

gboolean
troupe_field_is_required (const TroupeField *field)
{
  return (field->flags & TROUPE_FIELD_REQUIRED) != 0 ||
         ((field->flags & TROUPE_FIELD_KEY) != 0 && field->kind != TROUPE_FIELD_ID);
}

void
troupe_record_clear (const TroupeRecordType *type,
                     gpointer                fields)
{
  ((Head *) fields)->type = type;
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT)
      troupe_field_set_text (field, fields, NULL);
    else
      troupe_field_set_int (field, fields, field->kind == TROUPE_FIELD_ID ? 0 : TROUPE_NONE);
}

static gboolean
check_text (const TroupeRecordType *type,
            const TroupeField      *field,
            const char             *text,
            GError                **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s: the field “%s” is not valid UTF-8 text"),
                        troupe_record_type_get_noun (type), troupe_field_get_noun (field));
  if (field->choices != NULL && !g_strv_contains (field->choices, text))
    {
      g_autofree char *choices = g_strjoinv (", ", (char **) field->choices);

      return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s: “%s” is “%s”; it must be one of: %s"),
                          troupe_record_type_get_noun (type), troupe_field_get_noun (field), text, choices);
    }
  return TRUE;
}

/* What a number must be; NULL: it is. */
static const char *
find_bound (TroupeFieldKind kind,
            gint64          value)
{
  switch (kind)
    {
    case TROUPE_FIELD_ID:
      return value > 0 && value < G_GINT64_CONSTANT (1) << 53 ? NULL : _("a whole number from 1 to 9007199254740991");
    case TROUPE_FIELD_BOOL:
      return value == 0 || value == 1 ? NULL : _("yes or no");
    case TROUPE_FIELD_SHARE:
      return value >= 0 && value <= 10000 ? NULL : _("0 to 100 percent");
    case TROUPE_FIELD_RATE:
      return value > 0 ? NULL : _("more than 0");
    case TROUPE_FIELD_DAY:
      return value >= troupe_day_new (1900, 1, 1) && value <= troupe_day_new (9999, 12, 31) ? NULL
             : _("between the years 1900 and 9999");
    case TROUPE_FIELD_MONTH:
      return value >= troupe_month_new (1900, 1) && value <= troupe_month_new (9999, 12) ? NULL
             : _("between the years 1900 and 9999");
    default:
      return NULL;
    }
}

static gboolean
check_number (const TroupeRecordType *type,
              const TroupeField      *field,
              gint64                  value,
              GError                **error)
{
  const char *bound = find_bound (field->kind, value);

  return bound == NULL || troupe_fail (error, TROUPE_ERROR_INVALID, _("%s: “%s” must be %s"),
                                       troupe_record_type_get_noun (type), troupe_field_get_noun (field), bound);
}

static gboolean
check_field (const TroupeRecordType *type,
             const TroupeField      *field,
             gconstpointer           fields,
             GError                **error)
{
  if (troupe_field_is_empty (field, fields))
    return !troupe_field_is_required (field) ||
           troupe_fail (error, TROUPE_ERROR_INVALID, _("%s: “%s” is missing"),
                        troupe_record_type_get_noun (type), troupe_field_get_noun (field));
  if (field->kind == TROUPE_FIELD_TEXT)
    return check_text (type, field, troupe_record_get_text (fields, field), error);
  return check_number (type, field, troupe_record_get_int (fields, field), error);
}

gboolean
troupe_record_check (const TroupeRecordType  *type,
                     gconstpointer            fields,
                     GError                 **error)
{
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (!check_field (type, field, fields, error))
      return FALSE;
  return type->validate == NULL || type->validate (fields, error);
}

static char *
clean (const TroupeField *field,
       const char        *text)
{
  g_autofree char *cleaned = NULL;

  /* what is not UTF-8 stays as it is, for the check to name it */
  if (text == NULL || (field->flags & TROUPE_FIELD_VERBATIM) != 0 || !g_utf8_validate (text, -1, NULL))
    return g_strdup (text);
  cleaned = troupe_text_clean (text);
  return *cleaned != '\0' ? g_steal_pointer (&cleaned) : NULL;
}

gpointer
troupe_record_new (const TroupeRecordType  *type,
                   gconstpointer            fields,
                   GError                 **error)
{
  g_autofree gpointer cleaned = g_memdup2 (fields, type->size);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT)
      {
        g_ptr_array_add (texts, clean (field, troupe_record_get_text (fields, field)));
        troupe_field_set_text (field, cleaned, texts->pdata[texts->len - 1]);
      }
  ((Head *) cleaned)->type = type;
  return troupe_record_check (type, cleaned, error) ? troupe_record_copy (type, cleaned) : NULL;
}

static gsize
measure_text (const TroupeRecordType *type,
              gconstpointer           fields)
{
  gsize size = 0;

  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT && troupe_record_get_text (fields, field) != NULL)
      size += strlen (troupe_record_get_text (fields, field)) + 1;
  return size;
}

/* A record and its texts are one block: a month has hundreds of thousands of records, and most of their
 * texts are a word. */
gpointer
troupe_record_copy (const TroupeRecordType *type,
                    gconstpointer           fields)
{
  gpointer record = g_atomic_rc_box_alloc (type->size + measure_text (type, fields));
  char *end = (char *) record + type->size;

  memcpy (record, fields, type->size);
  ((Head *) record)->type = type;
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT && troupe_record_get_text (fields, field) != NULL)
      {
        troupe_field_set_text (field, record, end);
        end = g_stpcpy (end, troupe_record_get_text (fields, field)) + 1;
      }
  return record;
}

gpointer
troupe_record_ref (gpointer record)
{
  return g_atomic_rc_box_acquire (record);
}

void
troupe_record_unref (gpointer record)
{
  g_atomic_rc_box_release (record);
}

gboolean
troupe_record_equal (gconstpointer a,
                     gconstpointer b)
{
  const TroupeRecordType *type = troupe_record_get_type (a);

  if (type != troupe_record_get_type (b))
    return FALSE;
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (field->kind == TROUPE_FIELD_TEXT
        ? g_strcmp0 (troupe_record_get_text (a, field), troupe_record_get_text (b, field)) != 0
        : troupe_record_get_int (a, field) != troupe_record_get_int (b, field))
      return FALSE;
  return TRUE;
}
