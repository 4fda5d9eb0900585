#include "troupe-unit-rate.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"
#include "troupe-money.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeUnitRate *self = record;

  if (troupe_currency_exponent (self->currency) < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is not a currency code such as CNY or USD"), self->currency);
  if (self->end_day != TROUPE_NONE && self->end_day < self->start_day)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("The last day is before the first"));
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeUnitRate, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeUnitRate, platform, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeUnitRate, unit, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeUnitRate, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeUnitRate, rate, RATE, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeUnitRate, start_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeUnitRate, end_day, DAY, 0),
  TROUPE_FIELD (TroupeUnitRate, source, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_UNIT_RATE = { "unit_rate", sizeof (TroupeUnitRate), fields, validate };
