/* The parts of a line's explanation, from what the platform said to what each party gets. */
#pragma once

#include "troupe-explanation.h"

G_BEGIN_DECLS

TroupeDerivation *troupe_explanation_derive_gross  (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line);
TroupeDerivation *troupe_explanation_derive_fee    (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line);
/* gross - fee; where there is no fee, the gross itself. */
TroupeDerivation *troupe_explanation_derive_pool   (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line);

/* A product that was rounded. */
typedef struct
{
  char       *operation;   /* "2,469.13 × 50%"; owned */
  TroupeWide  product;     /* in 10^-places of the currency */
  int         places;
} TroupeExactProduct;

/* "2,469.13 × 50% → 1,234.565 rounds to 1,234.57", or the operation alone when it comes out even.
 * Frees the operation. NULL for several lines that were rounded one by one. */
char             *troupe_explanation_write_product (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line,
                                                    TroupeExactProduct         product,
                                                    gint64                     result);

/* Who takes what rounding left. Where the contract is gone the numbers tell, if anything was rounded. */
gboolean          troupe_explanation_is_creator_residual (const TroupeExplanation   *self,
                                                          const TroupeStatementLine *line);

/* Several lines that were rounded one by one. */
gboolean          troupe_explanation_is_by_line    (const TroupeStatementLine *line);

/* "12.50 USD", "2,500 diamonds". */
char             *troupe_explanation_format_amount (const TroupeExplanation   *self,
                                                    gint64                     micros,
                                                    const char                *unit);

/* "first; second", either of which may be NULL and is freed. */
char             *troupe_explanation_join          (const TroupeExplanation   *self,
                                                    char                      *first,
                                                    char                      *second);

/* "Each of the 4 lines is computed and rounded by itself, then they are summed", or NULL. */
char             *troupe_explanation_write_by_line (const TroupeExplanation   *self,
                                                    const TroupeStatementLine *line);

/* "The term for gifts goes before the term for all revenue", of the term that settles the line and the
 * next one that would; NULL where there is no other. */
char             *troupe_explanation_write_precedence (const TroupeExplanation   *self,
                                                       const TroupeStatementLine *line,
                                                       const TroupeTerm          *term);

/* NULL when it is not among them. */
gconstpointer     troupe_explanation_find_rule     (GPtrArray                 *records,
                                                    gint64                     id);

G_END_DECLS
