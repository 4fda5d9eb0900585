/* Private to the store: the lines of all runs in one order, merged on a thread of its own while those before are
 * being stored. */
#pragma once

#include "troupe-line-run.h"

G_BEGIN_DECLS

typedef struct _TroupeRunMerge TroupeRunMerge;

/* spill and words must outlive self, and stay as they are. */
TroupeRunMerge *troupe_run_merge_new  (TroupeSpill             *spill,
                                       TroupeWordList          *words);
void            troupe_run_merge_free (TroupeRunMerge          *self);
/* The next line in order, or NULL after the last; valid until the next call. */
gboolean        troupe_run_merge_next (TroupeRunMerge          *self,
                                       const TroupePackedLine **ret_line,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRunMerge, troupe_run_merge_free)

G_END_DECLS
