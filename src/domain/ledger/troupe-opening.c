#include "troupe-opening.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeOpening, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeOpening, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeOpening, month, MONTH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeOpening, amount, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeOpening, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeOpening, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_OPENING = { "opening", sizeof (TroupeOpening), fields };
