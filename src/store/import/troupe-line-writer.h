/* Private to the store: new lines of evidence, written in its order, with the month totals and drafts
 * that they change. */
#pragma once

#include "troupe-connection.h"
#include "troupe-import-result.h"
#include "troupe-packed-line.h"

G_BEGIN_DECLS

typedef struct _TroupeLineWriter TroupeLineWriter;

TroupeLineWriter *troupe_line_writer_new       (TroupeConnection        *connection,
                                                TroupeWordList          *words,
                                                gint64                   import_id);
void              troupe_line_writer_free      (TroupeLineWriter        *self);

/* Writes line, which is found at place, as its revision; a revision after the first says what the
 * platform now states and its amount is the difference. Booked in the month of its place, or in the
 * first open one. */
gboolean          troupe_line_writer_write     (TroupeLineWriter        *self,
                                                const TroupePackedLine  *line,
                                                gint64                   revision,
                                                gint64                   stated,
                                                GError                 **error);
/* Lines gather before they are written; after this, queries see them. */
gboolean          troupe_line_writer_flush     (TroupeLineWriter        *self,
                                                GError                 **error);
/* Brings totals and drafts up to date with what was written. */
gboolean          troupe_line_writer_finish    (TroupeLineWriter        *self,
                                                GError                 **error);
gint64            troupe_line_writer_get_lines (TroupeLineWriter        *self);
/* The first and last month of their identity, or TROUPE_NONE. */
void              troupe_line_writer_get_span  (TroupeLineWriter        *self,
                                                TroupeMonth             *ret_first,
                                                TroupeMonth             *ret_last);
const TroupeLateLines *
                  troupe_line_writer_get_late  (TroupeLineWriter        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLineWriter, troupe_line_writer_free)

G_END_DECLS
