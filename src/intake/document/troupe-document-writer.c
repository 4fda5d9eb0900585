#include "troupe-document-writer.h"

#include "troupe-document-value.h"

#define BUFFER_SIZE (256 * 1024)

struct _TroupeDocumentWriter
{
  GOutputStream *stream;
  GString       *buffer;
  gboolean       begun;   /* a record has been written */
};

static const char head[] =
  "{\"format\":\"troupe\",\"version\":1,"
  "\"note\":\"This document holds sensitive personal data: legal names, identity and bank numbers. Keep it private. "
  "本文件含敏感个人信息（姓名、证件号、银行账号），请妥善保管。\","
  "\"records\":[\n";

TroupeDocumentWriter *
troupe_document_writer_new (GOutputStream *stream)
{
  TroupeDocumentWriter *self = g_new0 (TroupeDocumentWriter, 1);

  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER_SIZE + 4096);
  g_string_append (self->buffer, head);
  return self;
}

void
troupe_document_writer_free (TroupeDocumentWriter *self)
{
  g_object_unref (self->stream);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static const char *
find_currency (const TroupeRecordType *type,
               gconstpointer           record)
{
  const TroupeField *field = troupe_record_find_field (type, "currency");

  return field != NULL ? troupe_record_get_text (record, field) : NULL;
}

static void
append_record (GString       *out,
               gconstpointer  record)
{
  const TroupeRecordType *type = troupe_record_get_type (record);
  const char *currency = find_currency (type, record);

  g_string_append (out, "{\"type\":\"");
  g_string_append (out, type->name);
  g_string_append_c (out, '"');
  for (const TroupeField *field = type->fields; field->name != NULL; field++)
    if (!troupe_field_is_empty (field, record))
      {
        g_string_append (out, ",\"");
        g_string_append (out, field->name);
        g_string_append (out, "\":");
        troupe_document_value_append (out, field, record, currency);
      }
  g_string_append_c (out, '}');
}

static gboolean
flush (TroupeDocumentWriter *self,
       GError              **error)
{
  gboolean written = g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL, error);

  g_string_truncate (self->buffer, 0);
  return written;
}

gboolean
troupe_document_writer_add (gconstpointer record,
                            gpointer      data,
                            GError      **error)
{
  TroupeDocumentWriter *self = data;

  if (self->begun)
    g_string_append (self->buffer, ",\n");
  self->begun = TRUE;
  append_record (self->buffer, record);
  return self->buffer->len < BUFFER_SIZE || flush (self, error);
}

gboolean
troupe_document_writer_finish (TroupeDocumentWriter *self,
                               GError              **error)
{
  g_string_append (self->buffer, self->begun ? "\n]}\n" : "]}\n");
  return flush (self, error);
}
