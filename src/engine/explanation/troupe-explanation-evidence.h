/* The evidence of a statement line: which lines it is, and what each of them says. */
#pragma once

#include "troupe-explanation.h"

G_BEGIN_DECLS

/* Of lines (TroupeLine), those that a statement line settled. Its first and last day alone do not say
 * so: another term may have held for some days between. (transfer full) */
GPtrArray        *troupe_explanation_select_evidence (const TroupeExplanation   *self,
                                                      const TroupeStatementLine *line,
                                                      GPtrArray                 *lines);

/* One of them, and where it stands. */
typedef struct
{
  const TroupeLine *line;
  const char       *file;
  const TroupeLine *before;        /* the revision before it; NULL: there is none */
  const char       *file_before;
  gint64            fee_before;    /* as all before it state it, or TROUPE_NONE */
} TroupeEvidence;

/* What its file states and stated before; and, of lines that were rounded one by one, how it was split. */
TroupeDerivation *troupe_explanation_derive_evidence (const TroupeExplanation   *self,
                                                      const TroupeStatementLine *line,
                                                      const TroupeEvidence      *evidence);

/* What the line's evidence comes to without those that are shown (TroupeLine); NULL: all are. */
TroupeDerivation *troupe_explanation_derive_rest     (const TroupeExplanation   *self,
                                                      const TroupeStatementLine *line,
                                                      GPtrArray                 *shown);

/* Adds what settled the line and its month did not know yet, such as its account, from newer rules. */
void              troupe_explanation_complete_rules  (TroupeRuleSet             *rules,
                                                      TroupeRuleSet             *newer,
                                                      const TroupeStatementLine *line);

G_END_DECLS
