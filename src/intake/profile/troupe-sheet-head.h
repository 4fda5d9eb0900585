/* The first rows of a sheet, in which its header is looked for. */
#pragma once

#include "troupe-column-map.h"
#include "troupe-statement-file.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 number;     /* as a spreadsheet numbers it */
  char **cells;      /* cleaned, to show; without those that are empty at the end */
  char **folded;     /* to compare */
  guint  width;      /* with those */
  guint  n_filled;
} TroupeHeadRow;

/* An array of TroupeHeadRow; empty when the sheet is. */
GPtrArray           *troupe_sheet_head_read        (TroupeStatementFile  *file,
                                                    guint                 sheet,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The row that has most of the profile's columns, and where they stand. NULL: there are no rows. */
const TroupeHeadRow *troupe_sheet_head_find_header (GPtrArray            *head,
                                                    const TroupeProfile  *profile,
                                                    TroupeColumnMap      *ret_map);
/* The headers in what is most likely the header, for people. */
char                *troupe_sheet_head_describe    (GPtrArray            *head);

G_END_DECLS
