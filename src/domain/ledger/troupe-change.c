#include "troupe-change.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeChange, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeChange, time, TIME, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeChange, desk, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeChange, actor, TEXT, 0),
  TROUPE_FIELD (TroupeChange, action, TEXT, TROUPE_FIELD_REQUIRED,
                TROUPE_CHOICES ("insert", "update", "delete", "import", "withdraw", "settle", "close", "load", "reveal")),
  TROUPE_FIELD (TroupeChange, object, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeChange, object_id, ID, 0),
  TROUPE_FIELD (TroupeChange, before, TEXT, TROUPE_FIELD_SENSITIVE | TROUPE_FIELD_VERBATIM),
  TROUPE_FIELD (TroupeChange, after, TEXT, TROUPE_FIELD_SENSITIVE | TROUPE_FIELD_VERBATIM),
  TROUPE_FIELD (TroupeChange, batch, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeChange, undo_of, INT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_CHANGE = { "change", sizeof (TroupeChange), fields };
