/* Delimited text (RFC 4180 and what the world makes of it), row by row, in place in a large buffer.
 *
 * A field may be quoted, hold doubled quotes and line ends, and be wrapped as ="…"; a quote inside an
 * unquoted field stands for itself; lines end with LF, CRLF or CR. NUL bytes, fields over 1 MiB and
 * rows over 8 MiB are refused. */
#pragma once

#include "troupe-row-reader.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CSV_READER (troupe_csv_reader_get_type ())
G_DECLARE_FINAL_TYPE (TroupeCsvReader, troupe_csv_reader, TROUPE, CSV_READER, GObject)

/* stream is UTF-8 without BOM; expected_size (0: unknown) is for the progress. */
TroupeRowReader *troupe_csv_reader_new           (GInputStream    *stream,
                                                  char             delimiter,
                                                  goffset          expected_size);
/* Bytes that are read at once, for tests; 256 KiB. */
void             troupe_csv_reader_set_chunk     (TroupeCsvReader *self,
                                                  gsize            chunk);

/* ',', ';' or tab: what parts the columns of this beginning of a text. */
char             troupe_csv_guess_delimiter      (const char      *text,
                                                  gsize            length);

G_END_DECLS
