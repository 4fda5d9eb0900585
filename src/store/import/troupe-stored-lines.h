/* Private to the store: the evidence that a file's lines meet, read beside them in the same order. */
#pragma once

#include "troupe-connection.h"
#include "troupe-line-writer.h"

G_BEGIN_DECLS

/* A line with all its revisions. */
typedef struct
{
  gint64      revision;     /* the last */
  gint64      first;        /* amount of revision 0 */
  gint64      first_fee;
  gint64      stated;       /* what all revisions come to: what the platform stated last */
  gint64      fee;
  TroupeDay   day;          /* this and what follows: of the last revision */
  const char *unit;
  const char *ref;
  gint64      content;
  gint64      per_line;
  gint64      import_id;
  gboolean    reversed;     /* the last revision takes back one of its own import */
} TroupeStoredLine;

typedef struct _TroupeStoredLines TroupeStoredLines;

/* writer, which is borrowed, is flushed where its lines may be met. */
TroupeStoredLines *troupe_stored_lines_new  (TroupeConnection        *connection,
                                             TroupeWordList          *words,
                                             TroupeLineWriter        *writer);
void               troupe_stored_lines_free (TroupeStoredLines       *self);

/* The line at place, or NULL in ret_line; valid until the next call. Places that rise are met by one
 * scan, whatever lies between; others cost a search each. */
gboolean           troupe_stored_lines_find (TroupeStoredLines       *self,
                                             const TroupeLinePlace   *place,
                                             const TroupeStoredLine **ret_line,
                                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeStoredLines, troupe_stored_lines_free)

G_END_DECLS
