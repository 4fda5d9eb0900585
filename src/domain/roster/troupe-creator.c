#include "troupe-creator.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeCreator *self = record;

  if (self->joined_day != TROUPE_NONE && self->left_day != TROUPE_NONE && self->left_day < self->joined_day)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s: the day of leaving is before the day of joining"), self->name);
  if (self->left_day != TROUPE_NONE && !g_str_equal (self->status, "left"))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s has a day of leaving, so the status must be “left”"), self->name);
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeCreator, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeCreator, name, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeCreator, other_names, TEXT, 0),
  TROUPE_FIELD (TroupeCreator, category, TEXT, 0),
  TROUPE_FIELD (TroupeCreator, team, TEXT, 0),
  TROUPE_FIELD (TroupeCreator, agent, TEXT, 0),
  TROUPE_FIELD (TroupeCreator, status, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("active", "paused", "left")),
  TROUPE_FIELD (TroupeCreator, joined_day, DAY, 0),
  TROUPE_FIELD (TroupeCreator, left_day, DAY, 0),
  TROUPE_FIELD (TroupeCreator, person_id, ID, 0),
  TROUPE_FIELD (TroupeCreator, payee_id, ID, 0),
  TROUPE_FIELD (TroupeCreator, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_CREATOR = { "creator", sizeof (TroupeCreator), fields, validate };
