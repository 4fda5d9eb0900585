/* All that decides a month: the rules, and whom they bind. What the store reads, the engine uses, and
 * a closed month keeps. Arrays of records, each sorted by id. */
#pragma once

#include "troupe-account.h"
#include "troupe-contract.h"
#include "troupe-creator.h"
#include "troupe-exchange-rate.h"
#include "troupe-fee-card.h"
#include "troupe-term.h"
#include "troupe-unit-rate.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *creators;         /* TroupeCreator */
  GPtrArray *accounts;         /* TroupeAccount; those without a creator wait and are left out */
  GPtrArray *contracts;        /* TroupeContract */
  GPtrArray *terms;            /* TroupeTerm */
  GPtrArray *fee_cards;        /* TroupeFeeCard */
  GPtrArray *unit_rates;       /* TroupeUnitRate */
  GPtrArray *exchange_rates;   /* TroupeExchangeRate, of the month */
} TroupeRuleSet;

/* Empty arrays that own their records. */
TroupeRuleSet *troupe_rule_set_new   (void);
TroupeRuleSet *troupe_rule_set_ref   (TroupeRuleSet *self);
void           troupe_rule_set_unref (TroupeRuleSet *self);

#define TROUPE_TYPE_RULE_SET (troupe_rule_set_get_type ())
GType          troupe_rule_set_get_type (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRuleSet, troupe_rule_set_unref)

G_END_DECLS
