/* Reads an open document (data/troupe-document.schema.json) record by record, in constant memory.
 *
 * Records may be laid out in any way, with members in any order; what the schema does not know is an
 * error. Errors name the file, line, record and member, and say what to do. */
#pragma once

#include <gio/gio.h>

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct _TroupeDocumentReader TroupeDocumentReader;

/* Refs stream; name is what errors call it. */
TroupeDocumentReader *troupe_document_reader_new  (GInputStream             *stream,
                                                   const char               *name);

/* Fills fields, which has room for any record type, with the next record, checked by itself; text is
 * borrowed until the next call. ret_type is NULL after the last record. This and the next may be handed
 * to troupe_store_load() as they are: data is the reader. TROUPE_ERROR_FORMAT, _INVALID, _NEWER. */
gboolean              troupe_document_reader_next (gpointer                  fields,
                                                   const TroupeRecordType  **ret_type,
                                                   gpointer                  data,
                                                   GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

/* In which the record begins that came last. */
gint64                troupe_document_reader_get_line (gpointer data);

void                  troupe_document_reader_free (TroupeDocumentReader     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeDocumentReader, troupe_document_reader_free)

G_END_DECLS
