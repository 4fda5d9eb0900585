#include "troupe-statement.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeStatement, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeStatement, month, MONTH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, contract_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, number, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, state, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("draft", "closed")),
  TROUPE_FIELD (TroupeStatement, opening, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, gross, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, fee, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, pool, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, earned, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, agency, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, corrections, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, agency_corrections, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, paid, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, closing, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, payable, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeStatement, minimum, MINOR, 0),
  TROUPE_FIELD (TroupeStatement, stale, BOOL, TROUPE_FIELD_REQUIRED),
  { NULL }
};

const TroupeRecordType TROUPE_STATEMENT = { "statement", sizeof (TroupeStatement), fields };
