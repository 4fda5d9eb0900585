#include "troupe-import.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeImport, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeImport, time, TIME, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, file_name, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, file_hash, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, profile, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, profile_version, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, platform, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, first_day, DAY, 0),
  TROUPE_FIELD (TroupeImport, last_day, DAY, 0),
  TROUPE_FIELD (TroupeImport, as_of, TIME, 0),
  TROUPE_FIELD (TroupeImport, rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, new_rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, updated_rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, duplicate_rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, failed_rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, waiting_rows, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, lines, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeImport, total, TEXT, 0),
  TROUPE_FIELD (TroupeImport, state, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("done", "withdrawn")),
  TROUPE_FIELD (TroupeImport, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_IMPORT = { "import", sizeof (TroupeImport), fields };
