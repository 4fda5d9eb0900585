/* Private to the store: lines of evidence read fast, without an allocation for each. */
#pragma once

#include "troupe-connection.h"
#include "troupe-line.h"

G_BEGIN_DECLS

/* What is the same in line after line. */
typedef struct
{
  TroupeLine  line;
  char        month_text[8];
  char        booked_text[8];
  char        day_text[9];     /* "2026-10-" */
  TroupeDay   first;           /* the day before the first that begins so */
  GHashTable *words;           /* kinds and units that were met */
} TroupeLineReader;

void              troupe_line_reader_init  (TroupeLineReader *self);
void              troupe_line_reader_clear (TroupeLineReader *self);

/* The row on which query stands, whose columns are those of line in the order of its fields. Its ref
 * is valid until the next step, kind and unit until the reader is cleared. */
const TroupeLine *troupe_line_reader_read  (TroupeLineReader *self,
                                            TroupeQuery      *query);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TroupeLineReader, troupe_line_reader_clear)

G_END_DECLS
