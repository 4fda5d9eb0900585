/* Why an amount of a statement is what it is, from the statement's own lines: it restates the
 * arithmetic of the settlement exactly, with its rounding and with who takes the rest. */
#pragma once

#include "troupe-derivation.h"
#include "troupe-line.h"
#include "troupe-opening.h"
#include "troupe-payment.h"
#include "troupe-phrase.h"
#include "troupe-rule-set.h"
#include "troupe-statement-line.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeRuleSet         *rules;       /* for names, clauses and sources; for a correction, of its month if at hand */
  TroupeLang             lang;
  GPtrArray             *corrected;   /* TroupeStatement that lines may correct, to name them; or NULL */
  const TroupeStatement *before;      /* whose closing balance opens the statement; or NULL */
  GPtrArray             *openings;    /* TroupeOpening that do so too; or NULL */
  GPtrArray             *payments;    /* TroupePayment that the statement counts as paid, by day; or NULL */
} TroupeExplanation;

/* The creator's part of a line, down to its evidence. The evidence node has no children: it refers to
 * the line, and who shows it lists the lines of evidence when asked. */
TroupeDerivation *troupe_explanation_derive_line   (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line);

/* A figure of a statement by its field: opening, gross, fee, pool, earned, agency, corrections,
 * agency_corrections, paid, closing or payable; NULL for any other. lines: TroupeStatementLine. */
TroupeDerivation *troupe_explanation_derive_figure (const TroupeExplanation   *self,
                                                    const TroupeStatement     *statement,
                                                    GPtrArray                 *lines,
                                                    const char                *figure);

G_END_DECLS
