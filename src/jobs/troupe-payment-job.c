#include "troupe-payment-job.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-money.h"
#include "troupe-settle-job.h"

/* How a statement stands without the payment that is being edited. */
typedef struct
{
  const TroupeStatement *statement;
  TroupeStatementDue     due;
  gint64                 paid;       /* on it, minor units */
} Standing;

static gboolean
sum_payments (TroupeOffice           *office,
              const TroupeStatement  *statement,
              gint64                 *ret_paid,
              GError                **error)
{
  g_autoptr(GPtrArray) payments = dex_await_boxed (troupe_office_list (office, &TROUPE_PAYMENT, "statement_id",
                                                                       statement->id), error);

  if (payments == NULL)
    return FALSE;
  *ret_paid = 0;
  for (guint i = 0; i < payments->len; i++)
    *ret_paid += ((TroupePayment *) g_ptr_array_index (payments, i))->amount;
  return TRUE;
}

/* Takes the edited payment out, as what replaces it is counted anew. */
static void
take_out (Standing            *self,
          const TroupePayment *stored)
{
  self->paid -= stored->amount;
  if (stored->day <= troupe_month_get_last (self->statement->month))
    return;
  self->due.since -= stored->amount;
  if (self->due.heir_id == 0)
    self->due.due = MAX (MIN (self->statement->payable, self->statement->closing) - self->due.since, 0);
}

/* Where a balance is owed that a later closed statement has taken over. */
static gboolean
fail_carried (TroupeOffice    *office,
              const Standing  *self,
              GError         **error)
{
  const TroupeStatement *statement = self->statement;
  g_autoptr(TroupeStatement) heir = dex_await_boxed (troupe_office_get (office, &TROUPE_STATEMENT, self->due.heir_id), error);
  g_autofree char *owed = NULL;
  TroupeStatementDue there;

  if (heir == NULL || !troupe_office_read_due (office, heir, &there, error))
    return FALSE;
  if (there.due == 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Nothing is owed on statement %s: it is part of statement %s, which "
                                                       "has been paid"), statement->number, heir->number);
  owed = troupe_money_format (there.due, heir->currency);
  return troupe_fail (error, TROUPE_ERROR_INVALID, _("Nothing is owed on statement %s: it is part of statement %s, on which "
                                                     "%s %s is owed"), statement->number, heir->number, heir->currency, owed);
}

/* What is less than the minimum payout waits for the next month. */
static gboolean
fail_below (const Standing  *self,
            GError         **error)
{
  const TroupeStatement *statement = self->statement;
  g_autofree char *balance = troupe_money_format (statement->closing - self->due.since, statement->currency);
  g_autofree char *minimum = troupe_money_format (statement->minimum, statement->currency);

  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("Nothing is paid on statement %s: its balance of %s %s is carried over, because it is below the "
                        "minimum payout of %s"), statement->number, statement->currency, balance, minimum);
}

/* Nobody is paid more than is owed. */
static gboolean
check_due (TroupeOffice    *office,
           const Standing  *self,
           gint64           amount,
           GError         **error)
{
  const TroupeStatement *statement = self->statement;
  g_autofree char *owed = troupe_money_format (self->due.due, statement->currency);
  g_autofree char *since = troupe_money_format (self->due.since, statement->currency);
  g_autofree char *asked = troupe_money_format (amount, statement->currency);

  if (self->due.heir_id != 0)
    return fail_carried (office, self, error);
  if (self->due.due == 0 && statement->closing > self->due.since && statement->minimum != TROUPE_NONE)
    return fail_below (self, error);
  if (self->due.due == 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Nothing is owed on statement %s: %s %s has been paid since its month"),
                        statement->number, statement->currency, since);
  return amount <= self->due.due ||
         troupe_fail (error, TROUPE_ERROR_INVALID, _("%s %s is owed on statement %s; %s would be too much"),
                      statement->currency, owed, statement->number, asked);
}

/* No more comes back than was paid, or than the creator owes. */
static gboolean
check_back (const Standing  *self,
            gint64           amount,
            GError         **error)
{
  const TroupeStatement *statement = self->statement;
  gint64 owed = self->due.heir_id == 0 ? self->due.since - statement->closing : 0;
  g_autofree char *most = troupe_money_format (MAX (self->paid, owed), statement->currency);

  if (amount <= MAX (self->paid, owed))
    return TRUE;
  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      owed > self->paid ? _("%s %s is what the creator owes on statement %s, so no more can come back")
                                        : _("%s %s of statement %s has been paid, so no more can come back"),
                      statement->currency, most, statement->number);
}

gboolean
troupe_office_check_payment (TroupeOffice           *self,
                             const TroupeStatement  *statement,
                             const TroupePayment    *payment,
                             GError                **error)
{
  g_autoptr(TroupePayment) stored = NULL;
  Standing standing = { .statement = statement };

  if (payment->id != 0 && (stored = dex_await_boxed (troupe_office_get (self, &TROUPE_PAYMENT, payment->id), error)) == NULL)
    return FALSE;
  if (stored != NULL && stored->amount == payment->amount && g_strcmp0 (stored->currency, payment->currency) == 0)
    return TRUE;
  if (g_strcmp0 (payment->currency, statement->currency) != 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Statement %s is in %s, and so is its payment"), statement->number,
                        statement->currency);
  if (!troupe_office_read_due (self, statement, &standing.due, error) ||
      !sum_payments (self, statement, &standing.paid, error))
    return FALSE;
  if (stored != NULL && g_strcmp0 (stored->currency, statement->currency) == 0)
    take_out (&standing, stored);
  return payment->amount < 0 ? check_back (&standing, -payment->amount, error)
                             : check_due (self, &standing, payment->amount, error);
}
