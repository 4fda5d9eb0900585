#include "troupe-term.h"

#include <glib/gi18n-lib.h>
#include "troupe-error.h"
#include "troupe-money.h"

static gboolean
validate_share (const TroupeTerm *self,
                GError          **error)
{
  if (self->share == TROUPE_NONE || self->basis == NULL)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A share term needs a percentage and a basis (gross or net)"));
  if (self->amount != TROUPE_NONE)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A share term has no amount"));
  return TRUE;
}

static gboolean
validate_minimum (const TroupeTerm *self,
                  GError          **error)
{
  if (self->amount == TROUPE_NONE || self->amount < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A minimum payout needs an amount that is not negative"));
  if (self->currency == NULL || troupe_currency_exponent (self->currency) < 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A minimum payout needs a currency"));
  if (self->platform != NULL || self->revenue_kind != NULL || self->share != TROUPE_NONE)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A minimum payout holds for the whole statement"));
  return TRUE;
}

static gboolean
validate (gconstpointer record,
          GError      **error)
{
  const TroupeTerm *self = record;

  if (self->end_day != TROUPE_NONE && self->end_day < self->start_day)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("The term ends before it starts"));
  return g_str_equal (self->kind, "share") ? validate_share (self, error) : validate_minimum (self, error);
}

static const TroupeField fields[] = {
  TROUPE_FIELD (TroupeTerm, id, ID, TROUPE_FIELD_KEY),
  TROUPE_FIELD (TroupeTerm, contract_id, ID, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeTerm, clause, TEXT, 0),
  TROUPE_FIELD (TroupeTerm, kind, TEXT, TROUPE_FIELD_REQUIRED, TROUPE_CHOICES ("share", "minimum_payout")),
  TROUPE_FIELD (TroupeTerm, platform, TEXT, 0),
  TROUPE_FIELD (TroupeTerm, revenue_kind, TEXT, 0),
  TROUPE_FIELD (TroupeTerm, share, SHARE, 0),
  TROUPE_FIELD (TroupeTerm, basis, TEXT, 0, TROUPE_CHOICES ("gross", "net")),
  TROUPE_FIELD (TroupeTerm, amount, MINOR, 0),
  TROUPE_FIELD (TroupeTerm, currency, TEXT, 0),
  TROUPE_FIELD (TroupeTerm, start_day, DAY, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeTerm, end_day, DAY, 0),
  TROUPE_FIELD (TroupeTerm, version, INT, TROUPE_FIELD_REQUIRED),
  TROUPE_FIELD (TroupeTerm, note, TEXT, 0),
  { NULL }
};

const TroupeRecordType TROUPE_TERM = { "term", sizeof (TroupeTerm), fields, validate };

int
troupe_term_get_rank (const TroupeTerm *self)
{
  return (self->platform != NULL ? 2 : 0) + (self->revenue_kind != NULL ? 1 : 0);
}
