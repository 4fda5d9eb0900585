#include "troupe-agency.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"
#include "troupe-money.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeAgency *self = record;

  if (self->id > 1)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("There is one agency in a file, and its id is 1"));
  if (troupe_currency_exponent (self->currency) < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Agency: “%s” is not a currency code such as CNY or USD"),
                        self->currency);
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeAgency, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeAgency, name, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAgency, legal_name, TEXT, 0),
  TROUPE_FIELD (TroupeAgency, tax_id, TEXT, 0),
  TROUPE_FIELD (TroupeAgency, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeAgency, language, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("zh", "en")),
  TROUPE_FIELD (TroupeAgency, address, TEXT, 0),
  TROUPE_FIELD (TroupeAgency, contact, TEXT, 0),
  TROUPE_FIELD (TroupeAgency, prefix, TEXT, 0),
  TROUPE_FIELD (TroupeAgency, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_AGENCY = { "agency", sizeof (TroupeAgency), fields, validate };
