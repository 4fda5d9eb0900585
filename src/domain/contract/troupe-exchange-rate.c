#include "troupe-exchange-rate.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"
#include "troupe-money.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeExchangeRate *self = record;

  if (troupe_currency_exponent (self->currency) < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is not a currency code such as CNY or USD"), self->currency);
  if (troupe_currency_exponent (self->unit) < 0 || g_str_equal (self->unit, self->currency))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("An exchange rate needs two different currency codes"));
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeExchangeRate, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeExchangeRate, month, MONTH, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeExchangeRate, unit, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeExchangeRate, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeExchangeRate, rate, RATE, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeExchangeRate, source, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_EXCHANGE_RATE = { "exchange_rate", sizeof (TroupeExchangeRate), fields, validate };
