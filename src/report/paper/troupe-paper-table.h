/* The tables of a report on paper. */
#pragma once

#include "troupe-report.h"
#include "troupe-sheet.h"

G_BEGIN_DECLS

/* The widths of the columns of all full tables together, counted from the right, so that the amounts
 * of one stand under those of the other. */
typedef struct
{
  GArray *widths;   /* of double; [0] is the last column */
  double  scale;    /* of the text, below 1 when the columns are crowded */
} TroupeGrid;

TroupeGrid *troupe_grid_new         (const TroupeReport *report,
                                     TroupePen          *pen);
void        troupe_grid_free        (TroupeGrid         *self);

/* Flows over as many pages as it takes, its head again on each. */
void        troupe_paper_table_flow (TroupeSheet        *sheet,
                                     const TroupeGrid   *grid,
                                     const TroupeReport *report,
                                     const TroupeTable  *table);
/* A table of half the width, beside right when that is not NULL. */
void        troupe_paper_table_pair (TroupeSheet        *sheet,
                                     const TroupeTable  *left,
                                     const TroupeTable  *right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeGrid, troupe_grid_free)

G_END_DECLS
