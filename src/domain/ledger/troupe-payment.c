#include "troupe-payment.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  return ((const TroupePayment *) record)->amount != 0 ||
         troupe_fail (error, TROUPE_ERROR_INVALID, _("A payment of nothing is none"));
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupePayment, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupePayment, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupePayment, statement_id, ID, 0),
  TROUPE_FIELD (TroupePayment, day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupePayment, amount, MINOR, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupePayment, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupePayment, method, TEXT, 0),
  TROUPE_FIELD (TroupePayment, reference, TEXT, 0),
  TROUPE_FIELD (TroupePayment, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_PAYMENT = { "payment", sizeof (TroupePayment), fields, validate };
