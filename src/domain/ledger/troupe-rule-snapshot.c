#include "troupe-rule-snapshot.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeRuleSnapshot, hash, TEXT, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeRuleSnapshot, content, TEXT, TROUPE_FIELD_REQUIRED | TROUPE_FIELD_VERBATIM),
  { NULL }
};

const TroupeRecordType TROUPE_RULE_SNAPSHOT = { "rule_snapshot", sizeof (TroupeRuleSnapshot), fields };
