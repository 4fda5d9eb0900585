#include "troupe-contract.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"
#include "troupe-money.h"

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeContract *self = record;

  if (troupe_currency_exponent (self->currency) < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Contract %s: “%s” is not a currency code such as CNY or USD"),
                        self->number, self->currency);
  if (self->end_day != TROUPE_NONE && self->end_day < self->start_day)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Contract %s ends before it starts"), self->number);
  if (self->notice_days != TROUPE_NONE && (self->notice_days < 0 || self->notice_days > 366))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Contract %s: the notice must be 0 to 366 days"), self->number);
  return TRUE;
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeContract, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeContract, creator_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeContract, number, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeContract, kind, TEXT, TROUPE_FIELD_REQUIRED,
                TROUPE_CHOICES ("standard", "newcomer", "exclusive", "event", "trial")),
  TROUPE_FIELD (TroupeContract, currency, TEXT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeContract, residual, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("agency", "creator")),
  TROUPE_FIELD (TroupeContract, start_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeContract, end_day, DAY, 0),
  TROUPE_FIELD (TroupeContract, renews, BOOL, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeContract, notice_days, INT, 0),
  TROUPE_FIELD (TroupeContract, signed_day, DAY, 0),
  TROUPE_FIELD (TroupeContract, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_CONTRACT = { "contract", sizeof (TroupeContract), fields, validate };

TroupeDay
troupe_contract_get_last_day (const TroupeContract *self)
{
  return self->renews == 1 ? TROUPE_NONE : self->end_day;
}

gboolean
troupe_contract_holds (const TroupeContract *self,
                       TroupeDay             day)
{
  return troupe_day_is_within (day, self->start_day, troupe_contract_get_last_day (self));
}

gboolean
troupe_contract_has_renewed (const TroupeContract *self,
                             TroupeDay             day)
{
  return self->renews == 1 && self->end_day != TROUPE_NONE && self->end_day < day;
}

TroupeDay
troupe_contract_get_notice_day (const TroupeContract *self)
{
  if (self->end_day == TROUPE_NONE || self->notice_days == TROUPE_NONE)
    return TROUPE_NONE;
  return self->end_day - self->notice_days;
}
