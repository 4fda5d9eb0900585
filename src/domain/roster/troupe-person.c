#include "troupe-person.h"

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupePerson, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupePerson, kind, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("person", "company")),
  TROUPE_FIELD (TroupePerson, name, TEXT, TROUPE_FIELD_REQUIRED | TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, birth_day, DAY, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, id_number, TEXT, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, phone, TEXT, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, email, TEXT, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, bank_name, TEXT, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, bank_account, TEXT, TROUPE_FIELD_SENSITIVE),
  TROUPE_FIELD (TroupePerson, guardian_id, ID, 0),
  TROUPE_FIELD (TroupePerson, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_PERSON = { "person", sizeof (TroupePerson), fields };
