/* All statements of a month, from the items and balances of every creator. */
#pragma once

#include "troupe-balance.h"
#include "troupe-problem-list.h"
#include "troupe-statement-draft.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeMonth        month;
  const char        *prefix;
  TroupeRuleBook    *book;
  TroupeProblemList *problems;
} TroupeStatementRun;

/* items: TroupeItem in order; balances: TroupeBalance. TroupeSettledStatement by creator and
 * currency, of those whom no problem stops; adds the problem of a balance without contract. */
GPtrArray *troupe_statement_run_build (const TroupeStatementRun *self,
                                       GPtrArray                *items,
                                       GArray                   *balances,
                                       GError                  **error);

G_END_DECLS
