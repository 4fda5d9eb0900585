/* Which rows below a header are data, and which are something else: blank lines, the header again,
 * notes, totals, rows that the profile passes over. */
#pragma once

#include "troupe-column-map.h"
#include "troupe-row-reader.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_ROW_DATA,
  TROUPE_ROW_PASSED_OVER,     /* data that the profile does not want; a remark says why */
  TROUPE_ROW_HEADER_AGAIN,    /* two files were put together */
  TROUPE_ROW_FOOTER,
  TROUPE_ROW_NOTE,
  TROUPE_ROW_SENTENCE,        /* words alone, as under a table; the remark has them */
  TROUPE_ROW_BLANK,
} TroupeRowClass;

typedef struct
{
  const TroupeProfile   *profile;
  const TroupeColumnMap *map;
  char                 **titles;    /* the header's cells */
  gboolean               any;       /* a row of data has come already */
  GString               *remark;    /* why a row was passed over */
  int                    column;    /* what the remark is about */
} TroupeRowFilter;

TroupeRowClass troupe_row_filter_classify (TroupeRowFilter *self,
                                           TroupeRow       *row);

G_END_DECLS
