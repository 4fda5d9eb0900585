/* Evidence: what platforms said, imported once, withdrawn or corrected, never edited. */
#pragma once

#include "troupe-import-result.h"
#include "troupe-line-source.h"
#include "troupe-line.h"
#include "troupe-store.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_IMPORT_DRY_RUN = 1 << 0,     /* do everything, then roll back */
  TROUPE_IMPORT_SKIP_BAD = 1 << 1,    /* rows that failed are listed and the rest is taken */
} TroupeImportFlags;

/* Called on the store's thread; the line lives until it returns, its text is interned. FALSE stops. */
typedef gboolean (*TroupeLineFunc) (const TroupeLine *line,
                                    gpointer          data,
                                    GError          **error);

/* Takes all lines of source in one transaction: identity, duplicates, revisions, unknown accounts
 * (made without a creator), month totals, import rows. A failed row refuses the file, naming it,
 * unless SKIP_BAD. Resolves to a TROUPE_TYPE_IMPORT_RESULT. */
DexFuture *troupe_store_import         (TroupeStore        *self,
                                        TroupeLineSource   *source,
                                        TroupeImportFlags   flags,
                                        GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Takes a whole import back: its lines and the accounts that it made and nothing else uses.
 * TROUPE_ERROR_CLOSED while a closed statement or a later revision rests on it; then
 * troupe_store_correct() books the reverse of its lines in that open month and resolves to true.
 * Resolves to how many accounts went, a gint64. */
DexFuture *troupe_store_withdraw       (TroupeStore        *self,
                                        gint64              import_id) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *troupe_store_correct        (TroupeStore        *self,
                                        gint64              import_id,
                                        TroupeMonth         month) G_GNUC_WARN_UNUSED_RESULT;

/* Every line that month settles, its own and late ones, by (month, account, kind): lines of one
 * account and kind follow one another; lines of accounts without a creator are left out. Lines have
 * what settling looks at: month, account_id, kind, booked, day, amount, fee, unit, per_line. func is
 * called on the store's thread. Resolves to true. */
DexFuture *troupe_store_each_line      (TroupeStore        *self,
                                        TroupeMonth         month,
                                        TroupeLineFunc      func,
                                        gpointer            data,
                                        GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The evidence of a statement line: at most limit lines by day and row, after skipping offset.
 * Resolves to a G_TYPE_PTR_ARRAY of TroupeLine. */
DexFuture *troupe_store_list_evidence  (TroupeStore        *self,
                                        gint64              statement_line_id,
                                        guint               offset,
                                        guint               limit) G_GNUC_WARN_UNUSED_RESULT;

/* All that was ever stated in the place of a line, by revision. Resolves to the same. */
DexFuture *troupe_store_list_revisions (TroupeStore        *self,
                                        TroupeLine         *line) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of an import by row, the same way. */
DexFuture *troupe_store_list_imported  (TroupeStore        *self,
                                        gint64              import_id,
                                        guint               offset,
                                        guint               limit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
