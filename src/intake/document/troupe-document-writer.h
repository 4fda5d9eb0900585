/* Writes an open document: the whole agency as JSON, one record a line, in constant memory.
 *
 * Members stand in the order of the record type's table; those without a value are left out, so that
 * equal books give equal bytes. The format is data/troupe-document.schema.json. */
#pragma once

#include <gio/gio.h>

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct _TroupeDocumentWriter TroupeDocumentWriter;

/* Refs stream. */
TroupeDocumentWriter *troupe_document_writer_new    (GOutputStream         *stream);

/* May be handed to troupe_store_dump() as it is: data is the writer. Records come in the order of
 * troupe_record_get_types(). */
gboolean              troupe_document_writer_add    (gconstpointer          record,
                                                     gpointer               data,
                                                     GError               **error);

/* Writes the end; without it the document is not valid JSON. Does not close the stream. */
gboolean              troupe_document_writer_finish (TroupeDocumentWriter  *self,
                                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

void                  troupe_document_writer_free   (TroupeDocumentWriter  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeDocumentWriter, troupe_document_writer_free)

G_END_DECLS
