#include "troupe-document-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-document-value.h"
#include "troupe-error.h"
#include "troupe-record-noun.h"
#include "troupe-text.h"

#define MAX_MEMBERS 64   /* more than any record has */

/* A record's type may be told last, so all members are kept first. */
typedef struct
{
  const TroupeField *field;
  gsize              name;   /* offsets into text */
  gsize              value;
  TroupeJsonToken    token;
} Member;

struct _TroupeDocumentRecord
{
  GString                *text;
  const TroupeRecordType *type;
  guint                   n_members;
  Member                  members[MAX_MEMBERS];
};

TroupeDocumentRecord *
troupe_document_record_new (void)
{
  TroupeDocumentRecord *self = g_new0 (TroupeDocumentRecord, 1);

  self->text = g_string_new (NULL);
  return self;
}

void
troupe_document_record_free (TroupeDocumentRecord *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

void
troupe_document_record_clear (TroupeDocumentRecord *self)
{
  g_string_truncate (self->text, 0);
  self->type = NULL;
  self->n_members = 0;
}

GString *
troupe_document_record_get_text (TroupeDocumentRecord *self)
{
  return self->text;
}

const TroupeRecordType *
troupe_document_record_get_type (TroupeDocumentRecord *self)
{
  return self->type;
}

/* A member's name, its colon and its value, which may be a string, number, true, false or null. */
static gboolean
read_member (TroupeDocumentRecord *self,
             TroupeJsonScanner    *scanner,
             Member               *member,
             GError              **error)
{
  member->field = NULL;
  member->name = self->text->len;
  if (!troupe_json_scanner_expect (scanner, self->text, TROUPE_JSON_STRING, error) ||
      !troupe_json_scanner_expect (scanner, self->text, TROUPE_JSON_COLON, error))
    return FALSE;
  member->value = self->text->len;
  if (!troupe_json_scanner_next (scanner, self->text, &member->token, error))
    return FALSE;
  if (strchr ("\"0tfn", member->token) != NULL && member->token != TROUPE_JSON_END)
    return TRUE;
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” must be a text, a number, true, false or null"),
                      self->text->str + member->name);
}

static gboolean
read_members (TroupeDocumentRecord *self,
              TroupeJsonScanner    *scanner,
              GError              **error)
{
  gboolean more = TRUE;

  for (; more; self->n_members++)
    {
      if (self->n_members == MAX_MEMBERS)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a record has at most %d members"), MAX_MEMBERS);
      if (!read_member (self, scanner, &self->members[self->n_members], error) ||
          !troupe_json_scanner_go_on (scanner, self->text, TROUPE_JSON_OBJECT_END, &more, error))
        return FALSE;
    }
  return TRUE;
}

static char *
list_types (void)
{
  GString *names = g_string_new (NULL);

  for (const TroupeRecordType *const *type = troupe_record_get_types (); *type != NULL; type++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*type)->name);
  return g_string_free_and_steal (names);
}

static gboolean
take_type (TroupeDocumentRecord *self,
           const Member         *member,
           GError              **error)
{
  const char *word = self->text->str + member->value;
  g_autofree char *names = NULL;

  if (member->token != TROUPE_JSON_STRING)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“type”: a text in quotes must stand here"));
  self->type = troupe_record_find_type (word);
  if (self->type != NULL)
    return TRUE;
  names = list_types ();
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“type” is “%s”; it must be one of: %s"), word, names);
}

static gboolean
find_type (TroupeDocumentRecord *self,
           GError              **error)
{
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->n_members; i++)
    {
      Member *member = &self->members[i];

      if (!g_str_equal (self->text->str + member->name, "type"))
        continue;
      if (!take_type (self, member, error))
        return FALSE;
      memmove (member, member + 1, (--self->n_members - i) * sizeof *member);
      return TRUE;
    }
  names = list_types ();
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“type” is missing. It says what the record is, and must be one of: %s"),
                      names);
}

/* In the document's usual order the field that follows the last one found is the one. */
static const TroupeField *
find_field (const TroupeRecordType *type,
            const TroupeField      *guess,
            const char             *name)
{
  if (guess->name != NULL && g_str_equal (guess->name, name))
    return guess;
  return troupe_record_find_field (type, name);
}

static gboolean
find_fields (TroupeDocumentRecord *self,
             GError              **error)
{
  const TroupeField *guess = self->type->fields;
  guint64 seen = 0;

  for (guint i = 0; i < self->n_members; i++)
    {
      Member *member = &self->members[i];
      const char *name = self->text->str + member->name;
      guint64 bit;

      member->field = find_field (self->type, guess, name);
      if (member->field == NULL)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” is no member of %s; see the schema"), name, self->type->name);
      bit = G_GUINT64_CONSTANT (1) << (member->field - self->type->fields);
      if ((seen & bit) != 0)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” stands there twice"), name);
      seen |= bit;
      guess = member->field + 1;
    }
  return TRUE;
}

/* Most text is plain and needs no copy. */
static gboolean
is_clean (const char *text)
{
  char before = ' ';

  for (; *text > ' ' || (*text == ' ' && before != ' '); text++)
    before = *text;
  return *text == '\0' && before != ' ';
}

static void
clean_text (TroupeDocumentRecord *self,
            Member               *member)
{
  g_autofree char *clean = NULL;
  const char *text = self->text->str + member->value;

  if (is_clean (text) || !g_utf8_validate (text, -1, NULL))
    return;   /* what is not UTF-8 is named by the check */
  clean = troupe_text_clean (text);
  member->value = self->text->len;
  g_string_append_len (self->text, clean, strlen (clean) + 1);
}

static gboolean
convert (TroupeDocumentRecord *self,
         const Member         *member,
         const char           *currency,
         gpointer              fields,
         GError              **error)
{
  const char *text = self->text->str + member->value;
  gint64 value = member->token == TROUPE_JSON_TRUE;

  if (member->token == TROUPE_JSON_NULL ||
      (member->field->kind == TROUPE_FIELD_TEXT && member->token == TROUPE_JSON_STRING && *text == '\0'))
    return TRUE;
  if (!troupe_document_value_accept (member->field, member->token, error) ||
      (member->field->kind != TROUPE_FIELD_TEXT && member->field->kind != TROUPE_FIELD_BOOL &&
       !troupe_document_value_parse (member->field, text, currency, &value, error)))
    {
      g_prefix_error (error, "“%s”: ", member->field->name);
      return FALSE;
    }
  if (member->field->kind == TROUPE_FIELD_TEXT)
    troupe_field_set_text (member->field, fields, text);
  else
    troupe_field_set_int (member->field, fields, value);
  return TRUE;
}

/* Amounts in minor units need the record's currency, so they come last. */
static gboolean
fill (TroupeDocumentRecord *self,
      gpointer              fields,
      GError              **error)
{
  const TroupeField *field = troupe_record_find_field (self->type, "currency");

  for (guint i = 0; i < self->n_members; i++)
    if (self->members[i].token == TROUPE_JSON_STRING && self->members[i].field->kind == TROUPE_FIELD_TEXT &&
        (self->members[i].field->flags & TROUPE_FIELD_VERBATIM) == 0)
      clean_text (self, &self->members[i]);
  for (guint i = 0; i < self->n_members; i++)
    if (self->members[i].field->kind != TROUPE_FIELD_MINOR && !convert (self, &self->members[i], NULL, fields, error))
      return FALSE;
  for (guint i = 0; i < self->n_members; i++)
    if (self->members[i].field->kind == TROUPE_FIELD_MINOR &&
        !convert (self, &self->members[i], field != NULL ? troupe_record_get_text (fields, field) : NULL, fields, error))
      return FALSE;
  return TRUE;
}

/* Says it by the name of the member, which is what its writer sees. */
static gboolean
fail_missing (TroupeDocumentRecord *self,
              const TroupeField    *field,
              GError              **error)
{
  g_autofree char *choices = NULL;

  if (g_str_equal (field->name, "id"))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is missing. Give the record a number that no other %s has."),
                        field->name, troupe_record_type_get_noun (self->type));
  if (field->kind == TROUPE_FIELD_ID)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is missing. Write the “id” of the %s to which the record belongs."),
                        field->name, troupe_field_get_noun (field));
  if (field->choices == NULL)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is missing. Write it, or leave the record out."),
                        field->name);
  choices = g_strjoinv (", ", (char **) field->choices);
  return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is missing. Write one of: %s"), field->name, choices);
}

static gboolean
check (TroupeDocumentRecord *self,
       gconstpointer         fields,
       GError              **error)
{
  const TroupeField *field = self->type->fields;
  g_autoptr(GError) cause = NULL;

  /* in the books an id may still be missing; in a document others refer to it */
  if (field->kind == TROUPE_FIELD_ID && troupe_field_is_empty (field, fields))
    return fail_missing (self, field, error);
  if (troupe_record_check (self->type, fields, &cause))
    return TRUE;
  for (; field->name != NULL; field++)
    if (troupe_field_is_required (field) && troupe_field_is_empty (field, fields))
      return fail_missing (self, field, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
troupe_document_record_read (TroupeDocumentRecord *self,
                             TroupeJsonScanner    *scanner,
                             gpointer              fields,
                             GError              **error)
{
  if (!read_members (self, scanner, error) || !find_type (self, error))
    return FALSE;
  troupe_record_clear (self->type, fields);
  return find_fields (self, error) && fill (self, fields, error) && check (self, fields, error);
}
