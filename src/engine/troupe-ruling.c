#include "troupe-ruling.h"

#include <glib/gi18n-lib.h>

#include "troupe-money.h"
#include "troupe-vocabulary.h"

static const TroupeTerm *
find_share (const TroupeContract *contract,
            TroupeRuleBook      **books,
            TroupeRuleQuestion   *question)
{
  const TroupeTerm *term = NULL;

  for (; *books != NULL && term == NULL; books++)
    term = troupe_rule_book_find_share (*books, contract->id, question);
  return term;
}

/* The first contract that shares what is asked about: a supplement may speak only of some revenue. Where none
 * does, the first. */
static void
find_term (TroupeRuling       *self,
           TroupeRuleBook    **books,
           TroupeRuleQuestion *question)
{
  for (TroupeRuleBook **book = books; *book != NULL && self->contract == NULL; book++)
    {
      const TroupeContract *contract = NULL;

      while (self->term == NULL && (contract = troupe_rule_book_find_contract (*book, contract, question)) != NULL)
        {
          self->term = find_share (contract, books, question);
          if (self->term != NULL || self->contract == NULL)
            self->contract = contract;
        }
    }
}

static void
find_unit_rate (TroupeRuling       *self,
                TroupeRuleBook    **books,
                TroupeRuleQuestion *question)
{
  for (; *books != NULL && self->unit_rate == NULL; books++)
    self->unit_rate = troupe_rule_book_find_unit_rate (*books, question);
}

static const char *
get_source_currency (const TroupeRuling       *self,
                     const TroupeRuleQuestion *question)
{
  return self->unit_rate != NULL ? self->unit_rate->currency : question->unit;
}

static gboolean
find_rates (TroupeRuling       *self,
            TroupeRuleBook    **books,
            TroupeRuleQuestion *question)
{
  const char *source;

  if (troupe_currency_exponent (question->unit) < 0)
    {
      self->state = TROUPE_RULING_NO_UNIT_RATE;
      find_unit_rate (self, books, question);
      if (self->unit_rate == NULL)
        return FALSE;
    }
  source = get_source_currency (self, question);
  if (g_str_equal (source, self->contract->currency))
    return TRUE;
  self->state = TROUPE_RULING_NO_EXCHANGE_RATE;
  for (; *books != NULL && self->exchange_rate == NULL; books++)
    self->exchange_rate = troupe_rule_book_find_exchange_rate (*books, question->month, source, self->contract->currency);
  return self->exchange_rate != NULL;
}

void
troupe_ruling_find (TroupeRuling       *self,
                    TroupeRuleBook    **books,
                    TroupeRuleQuestion *question)
{
  *self = (TroupeRuling) { .state = TROUPE_RULING_NO_CONTRACT };
  find_term (self, books, question);
  if (self->contract == NULL)
    return;
  self->state = TROUPE_RULING_NO_SHARE;
  if (self->term == NULL)
    return;
  /* a closed month had no fee where it has no card: today's cards do not speak for it */
  self->fee_card = troupe_rule_book_find_fee_card (*books, question);
  if (find_rates (self, books, question))
    self->state = TROUPE_RULING_COMPLETE;
}

static char *
describe_lines (const TroupeRuleQuestion *question)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  const TroupeAccount *account = question->account;

  /* Translators: platform, account and kind of revenue, e.g. “Douyin nanzhi.sings, Gifts” */
  return g_strdup_printf (_("%s %s, %s"), troupe_platform_get_label (lang, account->platform),
                          account->name != NULL ? account->name : account->handle,
                          troupe_kind_get_label (lang, question->kind));
}

char *
troupe_ruling_describe (const TroupeRuling       *self,
                        const TroupeCreator      *creator,
                        const TroupeRuleQuestion *question)
{
  g_autofree char *lines = describe_lines (question);
  g_autofree char *day = troupe_day_to_string (question->day);
  g_autofree char *month = troupe_month_to_string (question->month);

  switch (self->state)
    {
    case TROUPE_RULING_NO_CONTRACT:
      return g_strdup_printf (_("%s has no contract on %s, so nobody can say what is due for %s. Add a contract that "
                                "covers that day, or give the account to another creator."), creator->name, day, lines);
    case TROUPE_RULING_NO_SHARE:
      return g_strdup_printf (_("Contract %s of %s has no share for %s on %s. Add a term that covers that day."),
                              self->contract->number, creator->name, lines, day);
    case TROUPE_RULING_NO_UNIT_RATE:
      return g_strdup_printf (_("Nothing says what one “%s” is worth on %s, which %s of %s needs. Add a unit rate that "
                                "covers that day."), question->unit, day, lines, creator->name);
    case TROUPE_RULING_NO_EXCHANGE_RATE:
      return g_strdup_printf (_("There is no exchange rate from %s to %s for %s, which %s of %s needs. Add it to the "
                                "rates of that month."), get_source_currency (self, question),
                              self->contract->currency, month, lines, creator->name);
    case TROUPE_RULING_COMPLETE:
      break;
    }
  g_return_val_if_reached (NULL);
}
