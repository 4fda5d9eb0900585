#include "troupe-advance.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeAdvance, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeAdvance, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAdvance, day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAdvance, amount, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAdvance, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAdvance, recoup_share, SHARE, 0),
  TROUPE_FIELD (TroupeAdvance, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_ADVANCE = { "advance", sizeof (TroupeAdvance), fields };
