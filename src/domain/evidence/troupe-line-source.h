/* Where staged lines come from: a file that is read row by row, on a thread of the store's own. */
#pragma once

#include "troupe-import.h"
#include "troupe-import-row.h"

G_BEGIN_DECLS

/* A line before the store has found its account and given it its key. Text is valid until the next
 * call. One row of a file may give several lines; they follow one another. */
typedef struct
{
  gint64      row;          /* as a spreadsheet numbers it; the first is 1 */
  const char *platform;
  const char *handle;
  const char *account_name; /* optional, for an account that is made */
  const char *kind;
  TroupeMonth month;        /* of the identity */
  TroupeDay   day;
  gint64      amount;       /* micros of unit */
  gint64      fee;          /* micros, or TROUPE_NONE */
  const char *unit;
  const char *ref;          /* optional */
  guint64     content;      /* hash of the identity columns' canonical values */
  guint64     key;          /* keyed: hash of the key columns; counted: 0, the store counts */
  gboolean    keyed;
  gboolean    per_line;
  gint64      as_of;        /* month-to-date counters: when they were read, Unix seconds; else TROUPE_NONE */
} TroupeStagedLine;

#define TROUPE_TYPE_LINE_SOURCE (troupe_line_source_get_type ())
G_DECLARE_INTERFACE (TroupeLineSource, troupe_line_source, TROUPE, LINE_SOURCE, GObject)

struct _TroupeLineSourceInterface
{
  GTypeInterface parent;
  gboolean   (*next)         (TroupeLineSource *self, const TroupeStagedLine **ret_line, GError **error);
  void       (*describe)     (TroupeLineSource *self, TroupeImport *fields);
  const char *(*peek_hash)   (TroupeLineSource *self);   /* optional, as the next */
  const char *const *(*get_rivals) (TroupeLineSource *self);
  GPtrArray *(*get_problems) (TroupeLineSource *self);
  double     (*get_progress) (TroupeLineSource *self);
};

/* The next line, or NULL in ret_line after the last. FALSE: the file as a whole is refused. */
gboolean   troupe_line_source_next         (TroupeLineSource *self, const TroupeStagedLine **ret_line,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Fills in what it knows of its import (not id, time, state and the store's counts), after the last line rows, days,
 * totals and the hash too; text is borrowed until the source goes. */
void       troupe_line_source_describe     (TroupeLineSource *self, TroupeImport *fields);
/* The file's hash once it is known, else NULL. Any thread may ask, also while lines are being read. */
const char *troupe_line_source_peek_hash   (TroupeLineSource *self);
/* Profiles whose files state the same money, or NULL: an account's month comes from one of them. */
const char *const *troupe_line_source_get_rivals (TroupeLineSource *self);
/* TroupeImportRow that failed or deserve a remark so far. (transfer none) */
GPtrArray *troupe_line_source_get_problems (TroupeLineSource *self);
double     troupe_line_source_get_progress (TroupeLineSource *self);   /* 0 to 1 */

G_END_DECLS
