/* Private to the open document: the members of one record, from text to fields. */
#pragma once

#include "troupe-json-scanner.h"
#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct _TroupeDocumentRecord TroupeDocumentRecord;

TroupeDocumentRecord   *troupe_document_record_new      (void);
void                    troupe_document_record_free     (TroupeDocumentRecord *self);

/* Forgets the record before, whose text fields may have borrowed. */
void                    troupe_document_record_clear    (TroupeDocumentRecord *self);

/* Where the scanner may put what it reads, until clear. */
GString                *troupe_document_record_get_text (TroupeDocumentRecord *self);

/* Reads the members after the brace that opened the record, and fills fields by the type that they
 * name. Errors name the member. */
gboolean                troupe_document_record_read     (TroupeDocumentRecord *self,
                                                         TroupeJsonScanner    *scanner,
                                                         gpointer              fields,
                                                         GError              **error) G_GNUC_WARN_UNUSED_RESULT;

/* NULL until the members have said it; then fields are clear at least. */
const TroupeRecordType *troupe_document_record_get_type (TroupeDocumentRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeDocumentRecord, troupe_document_record_free)

G_END_DECLS
