/* What could not be settled, each reason once for an account and kind. */
#pragma once

#include "troupe-ruling.h"
#include "troupe-settlement.h"

G_BEGIN_DECLS

typedef struct _TroupeProblemList TroupeProblemList;

TroupeProblemList   *troupe_problem_list_new         (void);
void                 troupe_problem_list_free        (TroupeProblemList        *self);

/* The problem that ruling leaves the lines of question with; count them one by one. */
TroupeSettleProblem *troupe_problem_list_add         (TroupeProblemList        *self,
                                                      const TroupeRuling       *ruling,
                                                      const TroupeRuleQuestion *question);
void                 troupe_settle_problem_count     (TroupeSettleProblem      *self,
                                                      TroupeDay                 day);

/* A balance, but no contract to name on a statement. */
void                 troupe_problem_list_add_balance (TroupeProblemList        *self,
                                                      const TroupeCreator      *creator,
                                                      TroupeDay                 day);

/* Puts the reasons into words and the problems into order. (transfer none) */
GPtrArray           *troupe_problem_list_finish      (TroupeProblemList        *self,
                                                      TroupeRuleBook           *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeProblemList, troupe_problem_list_free)

G_END_DECLS
