/* Private to jobs: the leaves of an explanation, the rows of files. */
#pragma once

#include "troupe-explanation.h"
#include "troupe-office.h"

G_BEGIN_DECLS

/* Inside a fibre: adds the first lines of evidence of line to node, and counts the rest. */
gboolean troupe_explain_evidence (TroupeOffice               *office,
                                  const TroupeExplanation    *explanation,
                                  const TroupeStatementLine  *line,
                                  TroupeDerivation           *node,
                                  GError                    **error);

G_END_DECLS
