/* How people call record types and their fields, in the desk's language: for messages, not documents. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

/* "statement line" */
const char *troupe_record_type_get_noun (const TroupeRecordType *type);

/* "first day" */
const char *troupe_field_get_noun       (const TroupeField      *field);

G_END_DECLS
