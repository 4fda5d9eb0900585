/* Private to the store: lines of evidence read fast, without an allocation for each. */
#pragma once

#include "troupe-connection.h"
#include "troupe-line.h"

G_BEGIN_DECLS

/* What settling looks at, of many lines; the other members have no value. Late lines have their month after
 * it; that of the others is the one that books them: a column less is a tenth of the time. */
#define TROUPE_LINE_READER_COLUMNS "account_id, kind, day, amount, fee, unit, per_line"

/* What is the same in line after line. */
typedef struct
{
  TroupeLine  line;
  gboolean    late;
  char        month_text[8];
  char        day_text[9];     /* "2026-10-" */
  TroupeDay   before;          /* the day before the first of that month */
} TroupeLineReader;

/* booked: of all lines; late: of other months than that one. */
void              troupe_line_reader_init (TroupeLineReader *self,
                                           TroupeMonth       booked,
                                           gboolean          late);

/* The row on which query stands, whose columns are those above. Its text is interned. */
const TroupeLine *troupe_line_reader_read (TroupeLineReader *self,
                                           TroupeQuery      *query);

G_END_DECLS
