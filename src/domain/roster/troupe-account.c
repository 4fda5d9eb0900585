#include "troupe-account.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeAccount, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeAccount, platform, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAccount, handle, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAccount, name, TEXT, 0),
  TROUPE_FIELD (TroupeAccount, creator_id, ID, 0),
  TROUPE_FIELD (TroupeAccount, grade, TEXT, 0),
  TROUPE_FIELD (TroupeAccount, import_id, ID, 0),
  TROUPE_FIELD (TroupeAccount, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_ACCOUNT = { "account", sizeof (TroupeAccount), fields };
