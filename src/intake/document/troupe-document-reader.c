#include "troupe-document-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-document-value.h"
#include "troupe-error.h"
#include "troupe-text.h"

#define MAX_MEMBERS 64   /* more than any record has */

/* A member of the record that is being read. Its type may be told last, so all are kept first. */
typedef struct
{
  const TroupeField *field;
  gsize              name;   /* offsets into text */
  gsize              value;
  TroupeJsonToken    token;
} Member;

struct _TroupeDocumentReader
{
  TroupeJsonScanner      *scanner;
  char                   *name;
  GString                *text;   /* of the record that was read last, borrowed by the caller */
  const TroupeRecordType *type;
  gint64                  record; /* the first is 1 */
  gint64                  line;
  gboolean                begun;
  gboolean                ended;
  guint                   n_members;
  Member                  members[MAX_MEMBERS];
};

TroupeDocumentReader *
troupe_document_reader_new (GInputStream *stream,
                            const char   *name)
{
  TroupeDocumentReader *self = g_new0 (TroupeDocumentReader, 1);

  self->scanner = troupe_json_scanner_new (stream);
  self->name = g_strdup (name);
  self->text = g_string_new (NULL);
  return self;
}

void
troupe_document_reader_free (TroupeDocumentReader *self)
{
  troupe_json_scanner_free (self->scanner);
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
expect (TroupeDocumentReader *self,
        TroupeJsonToken       wanted,
        GError              **error)
{
  TroupeJsonToken token;

  if (!troupe_json_scanner_next (self->scanner, self->text, &token, error))
    return FALSE;
  if (token == TROUPE_JSON_END && wanted != token)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the document ends too early; it may have been cut off"));
  if (token == wanted)
    return TRUE;
  if (wanted == TROUPE_JSON_END)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("something follows after the end of the document"));
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%c” is expected here"), wanted);
}

/* A member's name, its colon and its value, which may be a string, number, true, false or null. */
static gboolean
read_member (TroupeDocumentReader *self,
             Member               *member,
             GError              **error)
{
  member->field = NULL;
  member->name = self->text->len;
  if (!expect (self, TROUPE_JSON_STRING, error) || !expect (self, TROUPE_JSON_COLON, error))
    return FALSE;
  member->value = self->text->len;
  if (!troupe_json_scanner_next (self->scanner, self->text, &member->token, error))
    return FALSE;
  if (strchr ("\"0tfn", member->token) != NULL && member->token != TROUPE_JSON_END)
    return TRUE;
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” must be a text, a number, true, false or null"),
                      self->text->str + member->name);
}

/* After a member: whether another one follows. */
static gboolean
read_separator (TroupeDocumentReader *self,
                TroupeJsonToken       end,
                gboolean             *ret_more,
                GError              **error)
{
  TroupeJsonToken token;

  if (!troupe_json_scanner_next (self->scanner, self->text, &token, error))
    return FALSE;
  *ret_more = token == TROUPE_JSON_COMMA;
  return *ret_more || token == end ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("“,” or “%c” is expected here"), end);
}

static gboolean
check_outer_member (TroupeDocumentReader *self,
                    const Member         *member,
                    gboolean             *is_troupe,
                    GError              **error)
{
  const char *name = self->text->str + member->name, *value = self->text->str + member->value;

  if (g_str_equal (name, "format"))
    *is_troupe = member->token == TROUPE_JSON_STRING && g_str_equal (value, "troupe");
  else if (g_str_equal (name, "version") && (member->token != TROUPE_JSON_NUMBER || !g_str_equal (value, "1")))
    return troupe_fail (error, TROUPE_ERROR_NEWER, _("this Troupe reads version 1 of the format; update Troupe"));
  else if (!g_str_equal (name, "version") && !g_str_equal (name, "note") && !g_str_equal (name, "$schema"))
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a document has no member “%s”"), name);
  return TRUE;
}

/* Members of the document itself, up to its end or to the value of “records”. */
static gboolean
read_outer_members (TroupeDocumentReader *self,
                    gboolean             *is_troupe,
                    gboolean             *ret_records,
                    GError              **error)
{
  for (gboolean more = TRUE; more;)
    {
      Member member = { .name = self->text->len };

      if (!expect (self, TROUPE_JSON_STRING, error) || !expect (self, TROUPE_JSON_COLON, error))
        return FALSE;
      *ret_records = g_str_equal (self->text->str + member.name, "records");
      if (*ret_records)
        return TRUE;
      member.value = self->text->len;
      if (!troupe_json_scanner_next (self->scanner, self->text, &member.token, error) ||
          !check_outer_member (self, &member, is_troupe, error) ||
          !read_separator (self, TROUPE_JSON_OBJECT_END, &more, error))
        return FALSE;
    }
  return TRUE;
}

/* From the beginning to the bracket that opens the records. */
static gboolean
read_head (TroupeDocumentReader *self,
           GError              **error)
{
  gboolean is_troupe = FALSE, records = FALSE;

  if (!expect (self, TROUPE_JSON_OBJECT, error) || !read_outer_members (self, &is_troupe, &records, error))
    return FALSE;
  if (!is_troupe)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("this is no Troupe document: it must begin with \"format\": \"troupe\""));
  return records ? expect (self, TROUPE_JSON_ARRAY, error)
                 : troupe_fail (error, TROUPE_ERROR_FORMAT, _("the document has no “records”"));
}

static gboolean
read_tail (TroupeDocumentReader *self,
           GError              **error)
{
  gboolean is_troupe = TRUE, records = FALSE, more;

  self->ended = TRUE;
  if (!read_separator (self, TROUPE_JSON_OBJECT_END, &more, error) ||
      (more && !read_outer_members (self, &is_troupe, &records, error)))
    return FALSE;
  if (records)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“records” stands there twice"));
  return expect (self, TROUPE_JSON_END, error);
}

/* Up to the brace that opens the next record, or the bracket that closes the records. */
static gboolean
open_record (TroupeDocumentReader *self,
             gboolean             *ret_more,
             GError              **error)
{
  TroupeJsonToken token = TROUPE_JSON_COMMA;

  if (self->record > 0 && !read_separator (self, TROUPE_JSON_ARRAY_END, ret_more, error))
    return FALSE;
  if (self->record > 0 && !*ret_more)
    return TRUE;
  if (!troupe_json_scanner_next (self->scanner, self->text, &token, error))
    return FALSE;
  *ret_more = token == TROUPE_JSON_OBJECT;
  self->record++;
  self->line = troupe_json_scanner_get_line (self->scanner);
  return *ret_more || (token == TROUPE_JSON_ARRAY_END && self->record == 1) ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("a record must begin with “{”"));
}

static gboolean
read_members (TroupeDocumentReader *self,
              GError              **error)
{
  gboolean more = TRUE;

  for (self->n_members = 0; more; self->n_members++)
    {
      if (self->n_members == MAX_MEMBERS)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a record has at most %d members"), MAX_MEMBERS);
      if (!read_member (self, &self->members[self->n_members], error) ||
          !read_separator (self, TROUPE_JSON_OBJECT_END, &more, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_type (TroupeDocumentReader *self,
           GError              **error)
{
  for (guint i = 0; i < self->n_members; i++)
    {
      Member *member = &self->members[i];
      const char *word = self->text->str + member->value;

      if (!g_str_equal (self->text->str + member->name, "type"))
        continue;
      if (member->token == TROUPE_JSON_STRING)
        self->type = troupe_record_find_type (word);
      if (self->type == NULL)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“type” is none that the format knows; see its schema"));
      memmove (member, member + 1, (--self->n_members - i) * sizeof *member);
      return TRUE;
    }
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“type” is missing"));
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
find_fields (TroupeDocumentReader *self,
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
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a %s has no member “%s”; see the schema"), self->type->name, name);
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
clean_text (TroupeDocumentReader *self,
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
convert (TroupeDocumentReader *self,
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
fill (TroupeDocumentReader *self,
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

static gboolean
check (TroupeDocumentReader *self,
       gconstpointer         fields,
       GError              **error)
{
  /* in the books an id may still be missing; in a document others refer to it */
  if (self->type->fields[0].kind == TROUPE_FIELD_ID && troupe_field_is_empty (&self->type->fields[0], fields))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is missing"), self->type->fields[0].name);
  return troupe_record_check (self->type, fields, error);
}

/* Says where: the file, the line, and the record as people count and call it. */
static gboolean
locate (TroupeDocumentReader *self,
        gconstpointer         fields,
        GError              **error)
{
  gint64 line = self->record > 0 ? self->line : troupe_json_scanner_get_line (self->scanner);
  gint64 id = self->type != NULL ? troupe_record_get_id (fields) : 0;

  if (id != 0)
    g_prefix_error (error, _("%s, line %" G_GINT64_FORMAT ", record %" G_GINT64_FORMAT " (%s %" G_GINT64_FORMAT "): "),
                    self->name, line, self->record, self->type->name, id);
  else if (self->type != NULL)
    g_prefix_error (error, _("%s, line %" G_GINT64_FORMAT ", record %" G_GINT64_FORMAT " (%s): "),
                    self->name, line, self->record, self->type->name);
  else if (self->record > 0)
    g_prefix_error (error, _("%s, line %" G_GINT64_FORMAT ", record %" G_GINT64_FORMAT ": "), self->name, line, self->record);
  else
    g_prefix_error (error, _("%s, line %" G_GINT64_FORMAT ": "), self->name, line);
  return FALSE;
}

static gboolean
read_record (TroupeDocumentReader *self,
             gpointer              fields,
             GError              **error)
{
  if (!read_members (self, error) || !find_type (self, error))
    return FALSE;
  troupe_record_clear (self->type, fields);
  return find_fields (self, error) && fill (self, fields, error) && check (self, fields, error);
}

gboolean
troupe_document_reader_next (gpointer                  fields,
                             const TroupeRecordType  **ret_type,
                             gpointer                  data,
                             GError                  **error)
{
  TroupeDocumentReader *self = data;
  gboolean more = FALSE;

  g_string_truncate (self->text, 0);
  self->type = *ret_type = NULL;
  if (self->ended)
    return TRUE;
  if (!self->begun && !read_head (self, error))
    return locate (self, fields, error);
  self->begun = TRUE;
  g_string_truncate (self->text, 0);
  if (!open_record (self, &more, error))
    return locate (self, fields, error);
  if (!more)
    return read_tail (self, error) || locate (self, fields, error);
  if (!read_record (self, fields, error))
    return locate (self, fields, error);
  *ret_type = self->type;
  return TRUE;
}
