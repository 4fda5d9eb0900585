/* Private to the store: decides for each line of a file, in the order of evidence, whether it is new,
 * known or a revision (DESIGN.md, idea 1). */
#pragma once

#include "troupe-account-index.h"
#include "troupe-import-result.h"
#include "troupe-packed-line.h"
#include "troupe-row-tally.h"

G_BEGIN_DECLS

typedef struct _TroupeLineMerge TroupeLineMerge;

/* All borrowed until it is freed. import: id, file_name and as_of are looked at. */
TroupeLineMerge *troupe_line_merge_new       (TroupeConnection        *connection,
                                              TroupeWordList          *words,
                                              TroupeAccountIndex      *accounts,
                                              TroupeRowTally          *tally,
                                              const TroupeImport      *import);
void             troupe_line_merge_free      (TroupeLineMerge         *self);

/* Fails when the file contradicts itself or the evidence. */
gboolean         troupe_line_merge_add       (TroupeLineMerge         *self,
                                              const TroupePackedLine  *line,
                                              GError                 **error);
gboolean         troupe_line_merge_finish    (TroupeLineMerge         *self,
                                              GError                 **error);
/* Sets what import says of its lines: how many, and days that cover their months. */
void             troupe_line_merge_count     (TroupeLineMerge         *self,
                                              TroupeImport            *fields);
/* Keys (gint64) of evidence that the file states again, of counted lines with a reference. (transfer none) */
const TroupeLateLines *
                 troupe_line_merge_get_late  (TroupeLineMerge         *self);
GArray          *troupe_line_merge_get_known (TroupeLineMerge         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLineMerge, troupe_line_merge_free)

G_END_DECLS
