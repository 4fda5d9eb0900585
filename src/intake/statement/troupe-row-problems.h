/* Rows that failed or deserve a remark, as ranges, so that a file in which every row is bad takes no
 * more memory than one in which none is. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _TroupeRowProblems TroupeRowProblems;

TroupeRowProblems *troupe_row_problems_new          (void);
void               troupe_row_problems_free         (TroupeRowProblems       *self);
/* outcome is "failed" or "warned" and stays; a row has at most one problem of each. Rows that follow one
 * another with the same problem are one range; beyond a thousand ranges of an outcome rows are only counted. */
void               troupe_row_problems_add          (TroupeRowProblems       *self,
                                                     gint64                   row,
                                                     const char              *outcome,
                                                     const char              *column,
                                                     const char              *reason);
gint64             troupe_row_problems_get_n_failed (const TroupeRowProblems *self);
/* Of TroupeImportRow, by row. (transfer none), until the next is added. */
GPtrArray         *troupe_row_problems_list         (TroupeRowProblems       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRowProblems, troupe_row_problems_free)

G_END_DECLS
