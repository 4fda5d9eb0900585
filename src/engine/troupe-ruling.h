/* What settles a line: the contract, the term, the platform's fee and the rates, or what is missing. */
#pragma once

#include "troupe-rule-book.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_RULING_COMPLETE,
  TROUPE_RULING_NO_CONTRACT,
  TROUPE_RULING_NO_SHARE,
  TROUPE_RULING_NO_UNIT_RATE,
  TROUPE_RULING_NO_EXCHANGE_RATE,
} TroupeRulingState;

typedef struct
{
  TroupeRulingState         state;
  const TroupeContract     *contract;
  const TroupeTerm         *term;
  const TroupeFeeCard      *fee_card;        /* NULL: the platform keeps nothing of what it states */
  const TroupeUnitRate     *unit_rate;       /* NULL: the line is in a currency */
  const TroupeExchangeRate *exchange_rate;   /* NULL: it is in the contract's currency */
} TroupeRuling;

/* Asks the books in turn, NULL-ended: what the first does not know the next may. */
void  troupe_ruling_find     (TroupeRuling              *self,
                              TroupeRuleBook           **books,
                              TroupeRuleQuestion        *question);

/* What is missing and what to do, as a sentence for the clerk. */
char *troupe_ruling_describe (const TroupeRuling        *self,
                              const TroupeCreator       *creator,
                              const TroupeRuleQuestion  *question);

G_END_DECLS
