#include "troupe-fee-card.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeFeeCard *self = record;

  if (self->end_day != TROUPE_NONE && self->end_day < self->start_day)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("The last day is before the first"));
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeFeeCard, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeFeeCard, platform, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeFeeCard, revenue_kind, TEXT, 0),
  TROUPE_FIELD (TroupeFeeCard, grade, TEXT, 0),
  TROUPE_FIELD (TroupeFeeCard, share, SHARE, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeFeeCard, start_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeFeeCard, end_day, DAY, 0),
  TROUPE_FIELD (TroupeFeeCard, source, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_FEE_CARD = { "fee_card", sizeof (TroupeFeeCard), fields, validate };
