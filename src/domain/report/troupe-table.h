/* A table of a report: typed columns, rows of cells, and how each row weighs. Made and filled by its
 * report (troupe-report.h), which owns it and all of its text. */
#pragma once

#include "troupe-cell.h"

G_BEGIN_DECLS

/* No table has more columns. */
#define TROUPE_TABLE_MOST_COLUMNS 24

typedef enum
{
  TROUPE_COLUMN_DIM = 1 << 0,    /* a number that leads to the one that counts */
  TROUPE_COLUMN_SIGN = 1 << 1,   /* says + as well as − */
  TROUPE_COLUMN_DATA = 1 << 2,   /* in XLSX, CSV and JSON, not on paper */
} TroupeColumnFlags;

typedef struct
{
  const char    *id;      /* its name in files: "basis" */
  const char    *label;
  TroupeCellKind kind;
  guint          flags;
} TroupeColumn;

typedef enum { TROUPE_ROW_PLAIN, TROUPE_ROW_TOTAL, TROUPE_ROW_GRAND } TroupeRowStyle;

typedef struct
{
  const char         *id;        /* its name in files: "income" */
  const char         *heading;   /* stands over the first column */
  const char         *note;      /* under it, or none */
  gboolean            half;      /* half the paper's width: two such tables stand side by side */
  const TroupeColumn *columns;
  guint               n_columns;
  GArray             *cells;     /* of TroupeCell, row by row */
  GArray             *styles;    /* of TroupeRowStyle, one a row */
} TroupeTable;

guint             troupe_table_get_n_rows (const TroupeTable *self);
const TroupeCell *troupe_table_get_cell   (const TroupeTable *self,
                                           guint              row,
                                           guint              column);
TroupeRowStyle    troupe_table_get_style  (const TroupeTable *self,
                                           guint              row);

/* The columns that a page shows, those for it that some row fills: their number, and their places in
 * ret_columns. */
guint             troupe_table_list_printed (const TroupeTable *self,
                                             guint              ret_columns[TROUPE_TABLE_MOST_COLUMNS]);
/* A cell as a page shows it: with its sign in a column that says it. */
char             *troupe_table_format_cell  (const TroupeTable *self,
                                             guint              row,
                                             guint              column);

G_END_DECLS
