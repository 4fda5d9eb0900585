/* A rule set arranged for asking what holds on a day. Borrows the rule set's records. */
#pragma once

#include "troupe-rule-set.h"

G_BEGIN_DECLS

typedef struct _TroupeRuleBook TroupeRuleBook;

/* What is asked, and the days around `day` on which every answer given so far stays the same. */
typedef struct
{
  const TroupeAccount *account;
  const char          *kind;      /* of revenue */
  const char          *unit;
  TroupeMonth          month;
  TroupeDay            day;
  TroupeDay            first;
  TroupeDay            last;
} TroupeRuleQuestion;

TroupeRuleBook           *troupe_rule_book_new                (TroupeRuleSet        *rules);
void                      troupe_rule_book_free               (TroupeRuleBook       *self);

const TroupeCreator      *troupe_rule_book_find_creator       (TroupeRuleBook       *self,
                                                               gint64                id);
const TroupeAccount      *troupe_rule_book_find_account       (TroupeRuleBook       *self,
                                                               gint64                id);

/* NULL when nothing holds on that day. Contracts may overlap, as a supplement does its contract: they are asked
 * one after another from the latest start on, after: behind this one; NULL: the first. */
const TroupeContract     *troupe_rule_book_find_contract      (TroupeRuleBook       *self,
                                                               const TroupeContract *after,
                                                               TroupeRuleQuestion   *question);
const TroupeTerm         *troupe_rule_book_find_share         (TroupeRuleBook       *self,
                                                               gint64                contract_id,
                                                               TroupeRuleQuestion   *question);
const TroupeFeeCard      *troupe_rule_book_find_fee_card      (TroupeRuleBook       *self,
                                                               TroupeRuleQuestion   *question);
const TroupeUnitRate     *troupe_rule_book_find_unit_rate     (TroupeRuleBook       *self,
                                                               TroupeRuleQuestion   *question);
const TroupeExchangeRate *troupe_rule_book_find_exchange_rate (TroupeRuleBook       *self,
                                                               TroupeMonth           month,
                                                               const char           *unit,
                                                               const char           *currency);

/* The creator's contract that started last by day, ended or not; of this currency, or NULL: of any. */
const TroupeContract     *troupe_rule_book_find_last_contract (TroupeRuleBook       *self,
                                                               gint64                creator_id,
                                                               TroupeDay             day,
                                                               const char           *currency);
/* The minimum payout in a currency: the contract's, else of another one of its creator that holds on that day. */
const TroupeTerm         *troupe_rule_book_find_minimum       (TroupeRuleBook       *self,
                                                               const TroupeContract *contract,
                                                               const char           *currency,
                                                               TroupeDay             day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRuleBook, troupe_rule_book_free)

G_END_DECLS
