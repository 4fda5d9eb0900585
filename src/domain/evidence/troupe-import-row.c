#include "troupe-import-row.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeImportRow, import_id, ID, TROUPE_FIELD_KEY | TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImportRow, first_row, INT, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeImportRow, last_row, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImportRow, outcome, TEXT, TROUPE_FIELD_KEY,
                TROUPE_CHOICES ("updated", "duplicate", "failed", "waiting", "warned")),
  TROUPE_FIELD (TroupeImportRow, column, TEXT, 0),
  TROUPE_FIELD (TroupeImportRow, reason, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_IMPORT_ROW = { "import_row", sizeof (TroupeImportRow), fields };
