/* What became of rows of an imported file that are not simply new: first to last row, one reason. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      import_id;
  gint64      first_row;
  gint64      last_row;
  const char *outcome;
  const char *column;
  const char *reason;
} TroupeImportRow;

TROUPE_DECLARE_RECORD (TroupeImportRow, TROUPE_IMPORT_ROW)

G_END_DECLS
