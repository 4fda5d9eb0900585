#include "troupe-cost.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeCost, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeCost, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, kind, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, amount, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, borne_by, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("agency", "creator", "off_the_top", "shared")),
  TROUPE_FIELD (TroupeCost, share, SHARE, 0),
  TROUPE_FIELD (TroupeCost, recoupable, BOOL, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCost, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_COST = { "cost", sizeof (TroupeCost), fields };
