#include "troupe-edit-effect.h"

#include "troupe-draft.h"
#include "troupe-records.h"

static gboolean
mark_term (TroupeConnection  *connection,
           const TroupeTerm  *term,
           GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "SELECT creator_id FROM contract WHERE id = ?1");
  gint64 creator_id;

  troupe_query_bind_id (query, 1, term->contract_id);
  if (!troupe_query_run_int (query, &creator_id, error))
    return FALSE;
  return creator_id == TROUPE_NONE ||
         troupe_draft_mark_creator (connection, troupe_day_get_month (term->start_day), creator_id, error);
}

/* From the first month in which the account has lines; late ones are booked after it. */
static gboolean
mark_account (TroupeConnection     *connection,
              const TroupeAccount  *account,
              GError              **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT min (month) FROM month_total WHERE account_id = ?1");
  TroupeMonth month = TROUPE_NONE;

  troupe_query_bind_id (query, 1, account->id);
  if (troupe_query_next (query))
    month = troupe_query_get_month (query, 0);
  if (!troupe_query_end (query, error))
    return FALSE;
  return month == TROUPE_NONE || troupe_draft_mark_creator (connection, month, account->creator_id, error);
}

static gboolean
mark_record (TroupeConnection *connection,
             gconstpointer     record,
             GError          **error)
{
  const TroupeRecordType *type = troupe_record_get_type (record);

  if (type == &TROUPE_ACCOUNT)
    return mark_account (connection, record, error);
  if (type == &TROUPE_TERM)
    return mark_term (connection, record, error);
  if (type == &TROUPE_CONTRACT)
    return troupe_draft_mark_creator (connection, troupe_day_get_month (((const TroupeContract *) record)->start_day),
                                      ((const TroupeContract *) record)->creator_id, error);
  if (type == &TROUPE_PAYMENT)
    return troupe_draft_mark_creator (connection, troupe_day_get_month (((const TroupePayment *) record)->day),
                                      ((const TroupePayment *) record)->creator_id, error);
  if (type == &TROUPE_OPENING)
    return troupe_draft_mark_creator (connection, ((const TroupeOpening *) record)->month,
                                      ((const TroupeOpening *) record)->creator_id, error);
  if (type == &TROUPE_FEE_CARD)
    return troupe_draft_mark_stale (connection, troupe_day_get_month (((const TroupeFeeCard *) record)->start_day), 0, error);
  if (type == &TROUPE_UNIT_RATE)
    return troupe_draft_mark_stale (connection, troupe_day_get_month (((const TroupeUnitRate *) record)->start_day), 0, error);
  if (type == &TROUPE_EXCHANGE_RATE)
    return troupe_draft_mark_stale (connection, ((const TroupeExchangeRate *) record)->month, 0, error);
  return TRUE;
}

gboolean
troupe_edit_effect_apply (TroupeConnection       *connection,
                          const TroupeEditTouch  *touch,
                          GError                **error)
{
  return (touch->before == NULL || mark_record (connection, touch->before, error)) &&
         (touch->after == NULL || mark_record (connection, touch->after, error));
}
