/* The total that a file itself states of its amounts, and what its rows add up to beside it: in a
 * footer or, where the profile knows its parts, as a column. */
#pragma once

#include "troupe-row-values.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeProfile *profile;
  const char *unit;     /* of the rows, interned; "" when they have several, whose sum is no amount */
  TroupeWide  rows[TROUPE_MAX_COLUMNS];     /* sums of the columns whose amounts make the import's total */
  TroupeWide  column;   /* sums of the profile's first total column … */
  TroupeWide  parts;    /* … and of its parts */
  gboolean    checked;  /* there are such parts */
  gboolean    stated[TROUPE_MAX_COLUMNS];   /* the footer has an amount for them, */
  TroupeWide  footer;                       /* which are this much together */
  gint64      footer_row;                   /* 0: the file has no footer with an amount */
} TroupeStatedTotal;

/* Each row of data that could be read. */
void     troupe_stated_total_add_row        (TroupeStatedTotal       *self,
                                             const TroupeRowValues   *values,
                                             const char              *unit);
/* A row of totals; one without an amount says nothing. */
void     troupe_stated_total_read_footer    (TroupeStatedTotal       *self,
                                             const TroupeColumnMap   *map,
                                             const TroupeRow         *row);

/* After the last row: "USD 12.5"; NULL: the file states none. */
char    *troupe_stated_total_format         (const TroupeStatedTotal *self);
/* How much more the rows, or the parts, add up to: "USD -0.5"; NULL: no more and no less. */
char    *troupe_stated_total_format_excess  (const TroupeStatedTotal *self);
/* What to remark at footer_row; NULL when it agrees or there is no footer. */
char    *troupe_stated_total_complain       (const TroupeStatedTotal *self);

G_END_DECLS
