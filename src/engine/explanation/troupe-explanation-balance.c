#include "troupe-explanation-balance.h"

#include "troupe-explanation-line.h"
#include "troupe-money.h"

/* What the parts are made of must be what was settled; a draft may have been overtaken. */
static void
explain_sum (const TroupeExplanation *self,
             const TroupeStatement   *statement,
             TroupeDerivation        *node,
             gint64                   rest)
{
  const char *key = NULL;

  if (rest != 0 && g_str_equal (statement->state, "draft"))
    key = "why.stale";
  else if (node->children->len > 1)
    key = "why.sum";
  if (key != NULL)
    troupe_derivation_explain (node, NULL, g_strdup (troupe_phrase (self->lang, key)));
}

/* --- opening --- */

static void
add_before (const TroupeExplanation *self,
            TroupeDerivation        *node)
{
  const TroupeStatement *before = self->before;
  g_autofree char *label = troupe_phrase_format (self->lang, "why.closing_of", "number", before->number, NULL);
  TroupeDerivation *part = troupe_derivation_new (label, troupe_money_format (before->closing, before->currency));

  troupe_derivation_explain (part, NULL, troupe_month_to_string (before->month));
  troupe_derivation_refer (part, TROUPE_REFERENCE_STATEMENT, before->id);
  troupe_derivation_add (node, part);
}

static void
add_opening (const TroupeExplanation *self,
             TroupeDerivation        *node,
             const TroupeOpening     *opening)
{
  g_autofree char *month = troupe_month_to_string (opening->month);
  g_autofree char *label = troupe_phrase_format (self->lang, "why.opening_of", "month", month, NULL);
  TroupeDerivation *part = troupe_derivation_new (label, troupe_money_format (opening->amount, opening->currency));

  troupe_derivation_explain (part, NULL, g_strdup (opening->note));
  troupe_derivation_add (node, part);
}

TroupeDerivation *
troupe_explanation_derive_opening (const TroupeExplanation *self,
                                   const TroupeStatement   *statement)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.opening"),
                                                  troupe_money_format (statement->opening, statement->currency));
  const char *unknown = statement->opening == 0 ? "why.opening_none" : "why.opening";
  gint64 rest = statement->opening;

  if (self->before != NULL)
    {
      add_before (self, node);
      rest -= self->before->closing;
    }
  for (guint i = 0; self->openings != NULL && i < self->openings->len; i++)
    {
      const TroupeOpening *opening = self->openings->pdata[i];

      add_opening (self, node, opening);
      rest -= opening->amount;
    }
  if (node->children->len == 0)
    troupe_derivation_explain (node, NULL, g_strdup (troupe_phrase (self->lang, unknown)));
  else
    explain_sum (self, statement, node, rest);
  return node;
}

/* --- paid --- */

static char *
write_payment (const TroupeExplanation *self,
               const TroupePayment     *payment)
{
  if (payment->method != NULL && payment->reference != NULL)
    return troupe_phrase_format (self->lang, "why.payment", "method", payment->method, "reference", payment->reference, NULL);
  return g_strdup (payment->method != NULL ? payment->method : payment->reference);
}

/* The statement for which it was paid; mostly the one before, whose number is at hand. */
static char *
write_paid_for (const TroupeExplanation *self,
                const TroupePayment     *payment)
{
  if (self->before == NULL || payment->statement_id != self->before->id)
    return NULL;
  return troupe_phrase_format (self->lang, "why.payment_of", "number", self->before->number, NULL);
}

static TroupeDerivation *
derive_payment (const TroupeExplanation *self,
                const TroupePayment     *payment)
{
  g_autofree char *day = troupe_day_to_string (payment->day);
  TroupeDerivation *node = troupe_derivation_new (day, troupe_money_format (payment->amount, payment->currency));
  char *detail = troupe_explanation_join (self, write_payment (self, payment), write_paid_for (self, payment));

  troupe_derivation_explain (node, NULL, troupe_explanation_join (self, detail, g_strdup (payment->note)));
  if (payment->statement_id != 0)
    troupe_derivation_refer (node, TROUPE_REFERENCE_STATEMENT, payment->statement_id);
  return node;
}

TroupeDerivation *
troupe_explanation_derive_paid (const TroupeExplanation *self,
                                const TroupeStatement   *statement)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.paid"),
                                                  troupe_money_format (statement->paid, statement->currency));
  const char *unknown = statement->paid == 0 ? "why.paid_none" : "why.paid";
  gint64 rest = statement->paid;

  for (guint i = 0; self->payments != NULL && i < self->payments->len; i++)
    {
      const TroupePayment *payment = self->payments->pdata[i];

      troupe_derivation_add (node, derive_payment (self, payment));
      rest -= payment->amount;
    }
  if (node->children->len == 0)
    troupe_derivation_explain (node, NULL, g_strdup (troupe_phrase (self->lang, unknown)));
  else
    explain_sum (self, statement, node, rest);
  troupe_derivation_refer (node, TROUPE_REFERENCE_PAYMENTS, statement->id);
  return node;
}
