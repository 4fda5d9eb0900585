/* Where a record stands in an open document, as people count and call it. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;     /* NULL: not known yet */
  gint64                  id;       /* 0: none */
  gint64                  number;   /* of the record; the first is 1; 0: beside the records */
  gint64                  line;     /* in which it begins */
} TroupeRecordPlace;

/* Puts it before an error: "books.json, line 6, record 5 (contract 4): ". Always FALSE. */
gboolean troupe_record_place_prefix (const TroupeRecordPlace  *self,
                                     const char               *document,
                                     GError                  **error);

G_END_DECLS
