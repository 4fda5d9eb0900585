/* From one row of a statement to its lines. */
#pragma once

#include "troupe-line-source.h"
#include "troupe-row-values.h"

G_BEGIN_DECLS

/* What holds for all rows of the file. Text is borrowed and must outlive the parser. */
typedef struct
{
  const TroupeProfile   *profile;
  const TroupeColumnMap *map;
  const char            *platform;    /* of the account that was chosen, or NULL */
  const char            *handle;
  const char            *unit;        /* NULL: a column says */
  const char            *currency;    /* that was chosen, or NULL: what is money must be in it */
  int                    day;         /* the column that says when; NO_COLUMN: month does */
  TroupeMonth            month;       /* NONE: a column says */
  TroupeDayOrder         day_order;
  TroupeDay              today;       /* 0: unknown */
  gint64                 as_of;       /* NONE: the end of the row's period */
  gboolean               whole_rows;  /* see TroupeRowValues */
  char                  *remark;      /* on the whole file, (transfer full); or NULL */
} TroupeRowContext;

typedef struct
{
  TroupeStagedLine staged;     /* text is valid as long as the row */
  gint64           cut;        /* of the amount, in 10^-12 */
  gboolean         in_total;
} TroupeParsedLine;

typedef struct _TroupeRowParser TroupeRowParser;

TroupeRowParser       *troupe_row_parser_new        (const TroupeRowContext *context);
void                   troupe_row_parser_free       (TroupeRowParser        *self);
/* The row's lines: an array of TroupeParsedLine, (transfer none) until the next row. NULL: the row
 * cannot be read; the error says why, without naming row and column. */
GArray                *troupe_row_parser_parse      (TroupeRowParser        *self,
                                                     TroupeRow              *row,
                                                     GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* The row's values: what it remarks, which column an error is about. */
const TroupeRowValues *troupe_row_parser_get_values (TroupeRowParser        *self);
/* The days that the row is about. */
void                   troupe_row_parser_get_days   (TroupeRowParser        *self,
                                                     TroupeDay              *ret_first,
                                                     TroupeDay              *ret_last);
/* The unit of its amounts, valid until the next row. */
const char            *troupe_row_parser_get_unit   (TroupeRowParser        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRowParser, troupe_row_parser_free)

G_END_DECLS
