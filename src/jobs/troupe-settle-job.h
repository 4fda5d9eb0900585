/* A month: settled, explained, closed. */
#pragma once

#include "troupe-month-state.h"
#include "troupe-office.h"
#include "troupe-statement-due.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *statements;    /* TroupeStatement by creator id */
  GPtrArray *creators;      /* TroupeCreator: theirs, and others */
  char     **problems;      /* sentences: whose lines could not be settled, why, what to do */
  char     **remarks;       /* sentences: what was settled all the same, but should be looked at */
  gint64     waiting;       /* lines whose account has no creator */
} TroupeSettleResult;

#define TROUPE_TYPE_SETTLE_RESULT (troupe_settle_result_get_type ())
GType      troupe_settle_result_get_type (void);
TroupeSettleResult *
           troupe_settle_result_ref      (TroupeSettleResult *self);
void       troupe_settle_result_unref    (TroupeSettleResult *self);

/* Writes the drafts of an open month; a closed month is read as it was closed. A month that has not begun
 * and has no evidence is refused. Resolves to a TroupeSettleResult. */
DexFuture *troupe_office_settle          (TroupeOffice       *self,
                                          TroupeMonth         month,
                                          GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Settles and makes final. Refused while anything could not be settled. Resolves to the
 * TroupeSettleResult. */
DexFuture *troupe_office_close_month     (TroupeOffice       *self,
                                          TroupeMonth         month,
                                          GCancellable       *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Settles the closed month again from what it kept and compares it line by line with what was
 * closed: TROUPE_ERROR_DAMAGED names the first difference. Resolves to true. */
DexFuture *troupe_office_verify_month    (TroupeOffice       *self,
                                          TroupeMonth         month) G_GNUC_WARN_UNUSED_RESULT;

/* Why a line's creator part is what it is, down to the first lines of evidence. Resolves to a
 * TROUPE_TYPE_DERIVATION. */
DexFuture *troupe_office_explain         (TroupeOffice       *self,
                                          gint64              statement_line_id,
                                          TroupeLang          lang) G_GNUC_WARN_UNUSED_RESULT;

/* The same for a figure of a statement, by its field: "opening", "gross", "earned", "payable" … */
DexFuture *troupe_office_explain_figure  (TroupeOffice       *self,
                                          gint64              statement_id,
                                          const char         *figure,
                                          TroupeLang          lang) G_GNUC_WARN_UNUSED_RESULT;

/* The evidence of a line, a page of it: G_TYPE_PTR_ARRAY of TroupeLine. */
DexFuture *troupe_office_list_evidence   (TroupeOffice       *self,
                                          gint64              statement_line_id,
                                          guint               offset,
                                          guint               limit) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a G_TYPE_ARRAY of TroupeMonthState, the earliest first. */
DexFuture *troupe_office_list_months     (TroupeOffice       *self) G_GNUC_WARN_UNUSED_RESULT;

/* What is due on the statements from first to last; creator_id 0: of all. Resolves to a G_TYPE_ARRAY of
 * TroupeStatementDue by month and id. */
DexFuture *troupe_office_list_dues       (TroupeOffice       *self,
                                          TroupeMonth         first,
                                          TroupeMonth         last,
                                          gint64              creator_id) G_GNUC_WARN_UNUSED_RESULT;

/* The same of one, inside a fibre. */
gboolean   troupe_office_read_due        (TroupeOffice           *self,
                                          const TroupeStatement  *statement,
                                          TroupeStatementDue     *ret_due,
                                          GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeSettleResult, troupe_settle_result_unref)

G_END_DECLS
