/* Where the lines of an import lie, in the order of its file: found once, so that any page of a million
 * of them is read by key. */
#pragma once

#include "troupe-line.h"
#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct _TroupeImportedLines TroupeImportedLines;

#define TROUPE_TYPE_IMPORTED_LINES (troupe_imported_lines_get_type ())
GType                troupe_imported_lines_get_type (void);
TroupeImportedLines *troupe_imported_lines_ref      (TroupeImportedLines *self);
void                 troupe_imported_lines_unref    (TroupeImportedLines *self);

guint                troupe_imported_lines_get_size (TroupeImportedLines *self);

/* Resolves to a TroupeImportedLines. */
DexFuture           *troupe_store_find_imported     (TroupeStore         *self,
                                                     gint64               import_id,
                                                     GCancellable        *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* At most n lines from the one at first. Resolves to a G_TYPE_PTR_ARRAY of TroupeLine; what was taken
 * back meanwhile is missing. */
DexFuture           *troupe_store_read_imported     (TroupeStore         *self,
                                                     TroupeImportedLines *lines,
                                                     guint                first,
                                                     guint                n) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeImportedLines, troupe_imported_lines_unref)

G_END_DECLS
