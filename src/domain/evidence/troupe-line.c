#include "troupe-line.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeLine, month, MONTH, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeLine, account_id, ID, TROUPE_FIELD_KEY | TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, kind, TEXT, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeLine, key, HASH, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeLine, revision, INT, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeLine, booked, MONTH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, amount, MICROS, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, stated, MICROS, 0),
  TROUPE_FIELD (TroupeLine, fee, MICROS, 0),
  TROUPE_FIELD (TroupeLine, unit, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, ref, TEXT, 0),
  TROUPE_FIELD (TroupeLine, content, HASH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, import_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, row, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeLine, per_line, BOOL, TROUPE_FIELD_REQUIRED),
  { NULL }
};

const TroupeRecordType TROUPE_LINE = { "line", sizeof (TroupeLine), fields };
