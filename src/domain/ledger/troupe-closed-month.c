#include "troupe-closed-month.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeClosedMonth, month, MONTH, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeClosedMonth, time, TIME, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeClosedMonth, rules, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeClosedMonth, actor, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_CLOSED_MONTH = { "closed_month", sizeof (TroupeClosedMonth), fields };
