/* Private to jobs: what came before a statement and is part of its balance. */
#pragma once

#include "troupe-office.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeStatement *before;     /* the creator's last one in that currency, or NULL */
  GPtrArray       *openings;   /* TroupeOpening since then, by month */
  GPtrArray       *payments;   /* TroupePayment since then, to the end of the month, by day */
} TroupeStatementHistory;

/* Inside a fibre: the same that store/ledger counts as the opening balance and as paid. */
TroupeStatementHistory *troupe_statement_history_load (TroupeOffice            *office,
                                                       const TroupeStatement   *statement,
                                                       GError                 **error);
void                    troupe_statement_history_free (TroupeStatementHistory  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeStatementHistory, troupe_statement_history_free)

G_END_DECLS
