/* Where staged lines come from: a file that is being read, row by row.
 *
 * The store pulls lines on a thread of its own, so that a file of any size passes in constant memory. */
#pragma once

#include <glib-object.h>

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
  const char *(*peek_hash)   (TroupeLineSource *self);   /* optional */
  GPtrArray *(*get_problems) (TroupeLineSource *self);
  double     (*get_progress) (TroupeLineSource *self);
};

/* The next line, or NULL in ret_line after the last. FALSE: the file as a whole is refused. */
gboolean   troupe_line_source_next         (TroupeLineSource        *self,
                                            const TroupeStagedLine **ret_line,
                                            GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* Fills in what the source knows of its import (all but id, time, counts of the store, state); text
 * is borrowed until the source goes. Call it after the last line for rows, days, totals and the hash. */
void       troupe_line_source_describe     (TroupeLineSource *self, TroupeImport *fields);
/* The file's hash as soon as it is known, NULL until then. Any thread may ask, also while lines are
 * being read; borrowed until the source goes. */
const char *troupe_line_source_peek_hash   (TroupeLineSource *self);
/* Rows that failed or deserve a remark so far: TroupeImportRow with outcome failed or warned and
 * without import_id checks. (transfer none) */
GPtrArray *troupe_line_source_get_problems (TroupeLineSource        *self);
/* 0 to 1. */
double     troupe_line_source_get_progress (TroupeLineSource        *self);

G_END_DECLS
