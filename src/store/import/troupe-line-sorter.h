/* Private to the store: lines in any order in, in the order of evidence out, in bounded memory.
 *
 * Lines are gathered into a chunk; a full chunk is sorted and written to a nameless file beside the
 * agency's as a run, by a thread, while the next one fills; and the runs are merged while they are read.
 * A file that fits one chunk is never written. */
#pragma once

#include "troupe-packed-line.h"

G_BEGIN_DECLS

typedef struct _TroupeLineSorter TroupeLineSorter;

/* Runs are spilled into folder; words must outlive the sorter. There are at most two chunks. */
TroupeLineSorter *troupe_line_sorter_new    (const char              *folder,
                                             TroupeWordList          *words,
                                             gsize                    chunk_size);
void              troupe_line_sorter_free   (TroupeLineSorter        *self);

/* Copies line and, unless it is NULL, ref. */
gboolean          troupe_line_sorter_add    (TroupeLineSorter        *self,
                                             const TroupePackedLine  *line,
                                             const char              *ref,
                                             GError                 **error);
/* After the last line. */
gboolean          troupe_line_sorter_finish (TroupeLineSorter        *self,
                                             GError                 **error);
/* The next line in order, or NULL after the last; valid until the next call. */
gboolean          troupe_line_sorter_next   (TroupeLineSorter        *self,
                                             const TroupePackedLine **ret_line,
                                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLineSorter, troupe_line_sorter_free)

G_END_DECLS
