/* Private to the store: sorted lines in a nameless file, written and read once from first to last. */
#pragma once

#include "troupe-packed-line.h"

G_BEGIN_DECLS

typedef struct _TroupeSpill TroupeSpill;
typedef struct _TroupeLineRun TroupeLineRun;

/* A file in folder that no name leads to: it goes with the process, whatever ends that. */
TroupeSpill      *troupe_spill_new       (const char              *folder,
                                          GError                 **error);
void              troupe_spill_free      (TroupeSpill             *self);

/* Lines follow one another until end, which says where the run lies. */
gboolean          troupe_spill_write     (TroupeSpill             *self,
                                          const TroupePackedLine  *line,
                                          GError                 **error);
gboolean          troupe_spill_end_run   (TroupeSpill             *self,
                                          GError                 **error);
guint             troupe_spill_get_runs  (TroupeSpill             *self);

/* Reads run number with a buffer of this size, which grows for a line that is longer. */
TroupeLineRun    *troupe_line_run_new    (TroupeSpill             *spill,
                                          guint                    number,
                                          gsize                    buffer_size);
void              troupe_line_run_free   (TroupeLineRun           *self);
/* NULL after the last line; valid until the next call. */
gboolean          troupe_line_run_next   (TroupeLineRun           *self,
                                          const TroupePackedLine **ret_line,
                                          GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeSpill, troupe_spill_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLineRun, troupe_line_run_free)

G_END_DECLS
