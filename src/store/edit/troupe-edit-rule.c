#include "troupe-edit-rule.h"

#include <glib/gi18n-lib.h>

#include "troupe-draft.h"
#include "troupe-edit-reference.h"
#include "troupe-edit-scope.h"
#include "troupe-error.h"
#include "troupe-record-label.h"
#include "troupe-record-noun.h"
#include "troupe-records.h"

#define DAY_SECONDS 86400

static const TroupeRecordType *const editable[] = {
  &TROUPE_AGENCY, &TROUPE_PERSON, &TROUPE_CREATOR, &TROUPE_ACCOUNT, &TROUPE_CONTRACT, &TROUPE_TERM,
  &TROUPE_EXCHANGE_RATE, &TROUPE_UNIT_RATE, &TROUPE_FEE_CARD, &TROUPE_COST, &TROUPE_ADVANCE, &TROUPE_OPENING,
  &TROUPE_PAYMENT,
};

gboolean
troupe_edit_rule_allow_type (const TroupeRecordType *type,
                             GError                **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (editable); i++)
    if (type == editable[i])
      return TRUE;
  return troupe_fail (error, TROUPE_ERROR_INVALID, _("Records of the kind “%s” are not edited by hand"),
                      troupe_record_type_get_noun (type));
}

/* Whether all fields are equal but these. */
static gboolean
is_equal_but (const TroupeEditTouch *touch,
              const char *const     *names)
{
  for (const TroupeField *field = touch->type->fields; field->name != NULL; field++)
    {
      gboolean equal = field->kind == TROUPE_FIELD_TEXT
        ? g_strcmp0 (troupe_record_get_text (touch->before, field), troupe_record_get_text (touch->after, field)) == 0
        : troupe_record_get_int (touch->before, field) == troupe_record_get_int (touch->after, field);

      if (!equal && !g_strv_contains (names, field->name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
fail_closed (TroupeMonth   month,
             gconstpointer record,
             GError      **error)
{
  g_autofree char *name = troupe_month_to_string (month);
  g_autofree char *label = troupe_record_label_write (record);

  return troupe_fail (error, TROUPE_ERROR_CLOSED,
                      _("%s is closed, and %s belongs to it. Date the change in an open month instead."), name, label);
}

/* Payments and opening balances are part of the statements of their month. */
static TroupeMonth
get_ledger_month (gconstpointer record)
{
  if (record != NULL && troupe_record_get_type (record) == &TROUPE_PAYMENT)
    return troupe_day_get_month (((const TroupePayment *) record)->day);
  if (record != NULL && troupe_record_get_type (record) == &TROUPE_OPENING)
    return ((const TroupeOpening *) record)->month;
  return G_MAXINT64;
}

static gboolean
allow_ledger (const TroupeEditTouch  *touch,
              TroupeMonth             closed,
              GError                **error)
{
  static const char *const remarks[] = { "statement_id", "method", "reference", "note", NULL };

  if (touch->before != NULL && touch->after != NULL && is_equal_but (touch, remarks))
    return TRUE;
  if (get_ledger_month (touch->before) <= closed)
    return fail_closed (get_ledger_month (touch->before), touch->before, error);
  if (get_ledger_month (touch->after) <= closed)
    return fail_closed (get_ledger_month (touch->after), touch->after, error);
  return TRUE;
}

/* Whether a closed statement has a line that was computed by this rule. */
static gboolean
find_use (TroupeConnection       *connection,
          const TroupeEditTouch  *touch,
          gboolean               *ret_used,
          GError                **error)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT 1 FROM statement_line AS item JOIN statement ON statement.id = item.statement_id"
    " WHERE item.%s_id = ?1 AND statement.state = 'closed' LIMIT 1", touch->type->name);
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);

  troupe_query_bind_id (query, 1, touch->id);
  *ret_used = troupe_query_next (query);
  return troupe_query_end (query, error);
}

/* Such a rule is not rewritten, but it may end after what is closed. */
static gboolean
is_only_ended (const TroupeEditTouch *touch,
               TroupeMonth            closed)
{
  static const char *const remarks[] = { "end_day", "clause", "note", "source", NULL };
  const TroupeField *end = troupe_record_find_field (touch->type, "end_day");
  TroupeDay day;

  if (touch->after == NULL || !is_equal_but (touch, remarks))
    return FALSE;
  day = end != NULL ? troupe_record_get_int (touch->after, end) : TROUPE_NONE;
  return day == TROUPE_NONE || day >= troupe_month_get_last (closed);
}

static gboolean
allow_rule (TroupeConnection       *connection,
            const TroupeEditTouch  *touch,
            TroupeMonth             closed,
            GError                **error)
{
  g_autofree char *label = NULL;
  gboolean used;

  if (touch->before == NULL || is_only_ended (touch, closed))
    return TRUE;
  if (!find_use (connection, touch, &used, error))
    return FALSE;
  if (!used)
    return TRUE;
  label = troupe_record_label_write (touch->before);
  return troupe_fail (error, TROUPE_ERROR_CLOSED,
                      _("Closed statements rest on %s. Let it end on the last day of a closed month or later, "
                        "and add another from then on."), label);
}

/* Late lines are booked on the statements of who has the account: it stays whose statements are closed. */
static gboolean
allow_owner (TroupeConnection       *connection,
             const TroupeEditTouch  *touch,
             GError                **error)
{
  const TroupeAccount *before = touch->before, *after = touch->after;
  g_autofree char *label = NULL;
  g_autoptr(TroupeQuery) query = NULL;

  if (before == NULL || after == NULL || before->creator_id == after->creator_id)
    return TRUE;
  query = troupe_connection_prepare (connection,
    "SELECT creator.name, statement.month FROM statement_line AS item JOIN statement ON statement.id = item.statement_id"
    " JOIN creator ON creator.id = statement.creator_id WHERE item.account_id = ?1 AND statement.state = 'closed'"
    " AND statement.creator_id IS NOT ?2 ORDER BY statement.month DESC LIMIT 1");
  troupe_query_bind_id (query, 1, touch->id);
  troupe_query_bind_id (query, 2, after->creator_id);
  if (!troupe_query_next (query))
    return troupe_query_end (query, error);
  label = troupe_record_label_write (before);
  return troupe_fail (error, TROUPE_ERROR_CLOSED,
                      _("The closed statement of %s for %s has lines of %s, so it cannot become anybody else’s. "
                        "Give the other creator an account of their own instead."),
                      troupe_query_get_text (query, 0), troupe_query_get_text (query, 1), label);
}

static gboolean
allow_closed (TroupeConnection       *connection,
              const TroupeEditTouch  *touch,
              GError                **error)
{
  TroupeMonth closed;

  if (!troupe_draft_get_last_closed (connection, &closed, error))
    return FALSE;
  if (closed == TROUPE_NONE)
    return TRUE;
  if (touch->type == &TROUPE_TERM || touch->type == &TROUPE_FEE_CARD || touch->type == &TROUPE_UNIT_RATE ||
      touch->type == &TROUPE_EXCHANGE_RATE)
    return allow_rule (connection, touch, closed, error);
  if (touch->type == &TROUPE_ACCOUNT)
    return allow_owner (connection, touch, error);
  return allow_ledger (touch, closed, error);
}

/* A payment is recorded when it has been made; somewhere on the earth it may be tomorrow. */
static gboolean
allow_day (TroupeConnection       *connection,
           const TroupeEditTouch  *touch,
           GError                **error)
{
  TroupeDay today = troupe_connection_get_time (connection) / DAY_SECONDS;
  const TroupePayment *payment = touch->type == &TROUPE_PAYMENT ? touch->after : NULL;
  g_autofree char *day = NULL;

  if (payment == NULL || payment->day <= today + 1)
    return TRUE;
  day = troupe_day_to_string (payment->day);
  return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s is still to come; record a payment when it has been made"), day);
}

gboolean
troupe_edit_rule_allow (TroupeConnection       *connection,
                        const TroupeEditTouch  *touch,
                        GError                **error)
{
  if (touch->type == &TROUPE_AGENCY && (touch->after == NULL || touch->id != 1))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("A file holds exactly one agency"));
  return allow_day (connection, touch, error) && allow_closed (connection, touch, error) &&
         (touch->after == NULL || troupe_edit_scope_check_twin (connection, touch->after, error));
}

gboolean
troupe_edit_rule_confirm (TroupeConnection       *connection,
                          const TroupeEditTouch  *touch,
                          GError                **error)
{
  if (touch->after == NULL)
    return troupe_edit_reference_check_removed (connection, touch, error);
  return troupe_edit_reference_check_saved (connection, touch, error) &&
         troupe_edit_scope_check_overlap (connection, touch->after, error) &&
         ((touch->type != &TROUPE_TERM && touch->type != &TROUPE_CONTRACT) ||
          troupe_edit_scope_check_minimum (connection, touch->id, error));
}
