/* A statement as lines of evidence: a file, read as its profile says. It is a TroupeLineSource.
 *
 * Rows that cannot be read are listed among the problems as failed and passed over; whoever pulls the
 * lines decides whether the file is then refused. A keyed profile states zeros too, so that an amount
 * that becomes zero is seen; a counted one leaves them out. The import's note says how many rows state
 * no amount. */
#pragma once

#include "troupe-line-source.h"
#include "troupe-profile-match.h"

G_BEGIN_DECLS

/* What the clerk chose; NULL and TROUPE_NONE: the file and its profile decide. */
typedef struct
{
  TroupeMonth month;
  const char *currency;
  const char *platform;   /* with handle: the account that the file belongs to */
  const char *handle;
  gint64      as_of;      /* when month-to-date counters were read, Unix seconds; the file's name goes before */
  TroupeDay   today;      /* 0: unknown. A row of a day more than a year later, or before 2000, is a mistake */
} TroupeStatementOptions;

#define TROUPE_STATEMENT_OPTIONS_INIT { TROUPE_NONE, NULL, NULL, NULL, TROUPE_NONE, 0 }

#define TROUPE_TYPE_STATEMENT_READER (troupe_statement_reader_get_type ())
G_DECLARE_FINAL_TYPE (TroupeStatementReader, troupe_statement_reader, TROUPE, STATEMENT_READER, GObject)

/* TROUPE_ERROR_ASK, naming the option, when something must be chosen first. */
TroupeStatementReader *troupe_statement_reader_new          (TroupeStatementFile           *file,
                                                             TroupeProfileMatch            *match,
                                                             const TroupeStatementOptions  *options,
                                                             GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
/* The file's first n data rows: an array of char **, the row's number and a cell for each of the match's
 * columns. */
GPtrArray             *troupe_statement_reader_list_sample  (TroupeStatementFile           *file,
                                                             TroupeProfileMatch            *match,
                                                             guint                          n,
                                                             GError                       **error) G_GNUC_WARN_UNUSED_RESULT;
/* How many rows failed so far; the problems list ranges of rows and stop growing at a thousand. */
gint64                 troupe_statement_reader_get_n_failed (TroupeStatementReader         *self);
/* After the last line: how many days of its period the file has rows of. */
gint64                 troupe_statement_reader_count_days   (TroupeStatementReader         *self);
/* After the last line: the file's own total, "USD 12.5", or NULL when it states none; and how much more its
 * rows add up to, NULL when that is equal. */
char                  *troupe_statement_reader_get_stated_total
                                                            (TroupeStatementReader         *self,
                                                             char                         **ret_excess);

G_END_DECLS
