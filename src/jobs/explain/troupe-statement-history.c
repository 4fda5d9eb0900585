#include "troupe-statement-history.h"

#include "troupe-opening.h"
#include "troupe-payment.h"

void
troupe_statement_history_free (TroupeStatementHistory *self)
{
  g_clear_pointer (&self->before, troupe_record_unref);
  g_clear_pointer (&self->openings, g_ptr_array_unref);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_free (self);
}

static gboolean
load_before (TroupeStatementHistory  *self,
             TroupeOffice            *office,
             const TroupeStatement   *statement,
             GError                 **error)
{
  g_autoptr(GPtrArray) statements = dex_await_boxed (troupe_office_list (office, &TROUPE_STATEMENT, "creator_id",
                                                                         statement->creator_id), error);
  TroupeStatement *last = NULL;

  for (guint i = 0; statements != NULL && i < statements->len; i++)
    {
      TroupeStatement *other = statements->pdata[i];

      if (other->month < statement->month && g_str_equal (other->currency, statement->currency) &&
          (last == NULL || other->month > last->month))
        last = other;
    }
  if (last != NULL)
    self->before = troupe_record_ref (last);
  return statements != NULL;
}

/* What is of the statement's currency and of a month after the statement before it, up to its own. */
static gboolean
is_since (const TroupeStatementHistory *self,
          const TroupeStatement        *statement,
          TroupeMonth                   month,
          const char                   *currency)
{
  return month <= statement->month && (self->before == NULL || month > self->before->month) &&
         g_str_equal (currency, statement->currency);
}

static gboolean
load_openings (TroupeStatementHistory  *self,
               TroupeOffice            *office,
               const TroupeStatement   *statement,
               GError                 **error)
{
  self->openings = dex_await_boxed (troupe_office_list (office, &TROUPE_OPENING, "creator_id", statement->creator_id), error);
  for (guint i = self->openings != NULL ? self->openings->len : 0; i > 0; i--)
    {
      const TroupeOpening *opening = self->openings->pdata[i - 1];

      if (!is_since (self, statement, opening->month, opening->currency))
        g_ptr_array_remove_index (self->openings, i - 1);
    }
  return self->openings != NULL;
}

static gint
compare_days_cb (gconstpointer a,
                 gconstpointer b)
{
  const TroupePayment *left = a;
  const TroupePayment *right = b;

  return left->day < right->day ? -1 : left->day > right->day;
}

static gboolean
load_payments (TroupeStatementHistory  *self,
               TroupeOffice            *office,
               const TroupeStatement   *statement,
               GError                 **error)
{
  self->payments = dex_await_boxed (troupe_office_list (office, &TROUPE_PAYMENT, "creator_id", statement->creator_id), error);
  for (guint i = self->payments != NULL ? self->payments->len : 0; i > 0; i--)
    {
      const TroupePayment *payment = self->payments->pdata[i - 1];

      if (!is_since (self, statement, troupe_day_get_month (payment->day), payment->currency))
        g_ptr_array_remove_index (self->payments, i - 1);
    }
  if (self->payments != NULL)
    g_ptr_array_sort_values (self->payments, compare_days_cb);
  return self->payments != NULL;
}

TroupeStatementHistory *
troupe_statement_history_load (TroupeOffice           *office,
                               const TroupeStatement  *statement,
                               GError                **error)
{
  g_autoptr(TroupeStatementHistory) self = g_new0 (TroupeStatementHistory, 1);

  if (!load_before (self, office, statement, error) || !load_openings (self, office, statement, error) ||
      !load_payments (self, office, statement, error))
    return NULL;
  return g_steal_pointer (&self);
}
