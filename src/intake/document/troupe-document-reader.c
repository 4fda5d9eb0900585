#include "troupe-document-reader.h"

#include <glib/gi18n-lib.h>

#include "troupe-document-record.h"
#include "troupe-error.h"
#include "troupe-record-place.h"

struct _TroupeDocumentReader
{
  TroupeJsonScanner    *scanner;
  char                 *name;
  TroupeDocumentRecord *record;
  GString              *text;     /* of record */
  gint64                number;   /* of the record; the first is 1 */
  gint64                line;
  gboolean              begun;
  gboolean              ended;
};

TroupeDocumentReader *
troupe_document_reader_new (GInputStream *stream,
                            const char   *name)
{
  TroupeDocumentReader *self = g_new0 (TroupeDocumentReader, 1);

  self->scanner = troupe_json_scanner_new (stream);
  self->name = g_strdup (name);
  self->record = troupe_document_record_new ();
  self->text = troupe_document_record_get_text (self->record);
  return self;
}

void
troupe_document_reader_free (TroupeDocumentReader *self)
{
  troupe_json_scanner_free (self->scanner);
  troupe_document_record_free (self->record);
  g_free (self->name);
  g_free (self);
}

static gboolean
expect (TroupeDocumentReader *self,
        TroupeJsonToken       wanted,
        GError              **error)
{
  return troupe_json_scanner_expect (self->scanner, self->text, wanted, error);
}

/* A member beside the records. */
static gboolean
read_outer_value (TroupeDocumentReader *self,
                  const char           *name,
                  gboolean             *is_troupe,
                  GError              **error)
{
  gsize at = self->text->len;
  TroupeJsonToken token;

  if (!troupe_json_scanner_next (self->scanner, self->text, &token, error))
    return FALSE;
  if (g_str_equal (name, "format"))
    *is_troupe = token == TROUPE_JSON_STRING && g_str_equal (self->text->str + at, "troupe");
  else if (g_str_equal (name, "version") && (token != TROUPE_JSON_NUMBER || !g_str_equal (self->text->str + at, "1")))
    return troupe_fail (error, TROUPE_ERROR_NEWER, _("this Troupe reads version 1 of the format; update Troupe"));
  else if (!g_str_equal (name, "version") && !g_str_equal (name, "note") && !g_str_equal (name, "$schema"))
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a document has no member “%s”"), name);
  return TRUE;
}

/* Up to the end of the document or to the value of “records”. */
static gboolean
read_outer_members (TroupeDocumentReader *self,
                    gboolean             *is_troupe,
                    gboolean             *ret_records,
                    GError              **error)
{
  for (gboolean more = TRUE; more;)
    {
      g_autofree char *name = NULL;
      gsize at = self->text->len;

      if (!expect (self, TROUPE_JSON_STRING, error) || !expect (self, TROUPE_JSON_COLON, error))
        return FALSE;
      name = g_strdup (self->text->str + at);
      *ret_records = g_str_equal (name, "records");
      if (*ret_records)
        return TRUE;
      if (!read_outer_value (self, name, is_troupe, error) ||
          !troupe_json_scanner_go_on (self->scanner, self->text, TROUPE_JSON_OBJECT_END, &more, error))
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
  self->begun = TRUE;
  return records ? expect (self, TROUPE_JSON_ARRAY, error)
                 : troupe_fail (error, TROUPE_ERROR_FORMAT, _("the document has no “records”"));
}

static gboolean
read_tail (TroupeDocumentReader *self,
           GError              **error)
{
  gboolean is_troupe = TRUE, records = FALSE, more;

  self->ended = TRUE;
  self->number = 0;   /* of no record any more */
  if (!troupe_json_scanner_go_on (self->scanner, self->text, TROUPE_JSON_OBJECT_END, &more, error) ||
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
  TroupeJsonToken token;

  *ret_more = TRUE;
  if (self->number > 0 &&
      !troupe_json_scanner_go_on (self->scanner, self->text, TROUPE_JSON_ARRAY_END, ret_more, error))
    return FALSE;
  if (!*ret_more)
    return TRUE;
  if (!troupe_json_scanner_next (self->scanner, self->text, &token, error))
    return FALSE;
  *ret_more = token == TROUPE_JSON_OBJECT;
  self->number++;
  self->line = troupe_json_scanner_get_line (self->scanner);
  return *ret_more || (token == TROUPE_JSON_ARRAY_END && self->number == 1) ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("a record must begin with “{”"));
}

static gboolean
locate (TroupeDocumentReader *self,
        gconstpointer         fields,
        GError              **error)
{
  const TroupeRecordType *type = troupe_document_record_get_type (self->record);
  gint64 line = self->number > 0 ? self->line : troupe_json_scanner_get_line (self->scanner);
  TroupeRecordPlace place = { type, type != NULL ? troupe_record_get_id (fields) : 0, self->number, line };

  return troupe_record_place_prefix (&place, self->name, error);
}

static gboolean
read_next (TroupeDocumentReader *self,
           gpointer              fields,
           GError              **error)
{
  gboolean more = FALSE;

  if (!self->begun && !read_head (self, error))
    return FALSE;
  troupe_document_record_clear (self->record);
  if (!open_record (self, &more, error))
    return FALSE;
  return more ? troupe_document_record_read (self->record, self->scanner, fields, error) : read_tail (self, error);
}

gboolean
troupe_document_reader_next (gpointer                  fields,
                             const TroupeRecordType  **ret_type,
                             gpointer                  data,
                             GError                  **error)
{
  TroupeDocumentReader *self = data;

  troupe_document_record_clear (self->record);
  if (!self->ended && !read_next (self, fields, error))
    return locate (self, fields, error);
  *ret_type = troupe_document_record_get_type (self->record);
  return TRUE;
}

gint64
troupe_document_reader_get_line (gpointer data)
{
  return ((TroupeDocumentReader *) data)->line;
}
