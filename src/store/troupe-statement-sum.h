/* What the statements of months come to, without reading each. */
#pragma once

#include "troupe-statement-due.h"
#include "troupe-store.h"

G_BEGIN_DECLS

/* Of one month and currency; minor units. Statements in a currency that is not that of the books come
 * one by one: each is converted and rounded by itself wherever it is added up, so that all sums agree. */
typedef struct
{
  TroupeMonth month;
  const char *currency;     /* interned */
  gint64      statements;
  gint64      gross;
  gint64      fee;
  gint64      creators;     /* their parts of gross; corrections belong to other months */
  gint64      agency;
  gint64      unpaid;       /* closed statements on which something is due */
  gint64      due;          /* on them: see TroupeStatementDue */
} TroupeStatementSum;

/* creator_id 0: of all. Resolves to a G_TYPE_ARRAY of TroupeStatementSum by month and currency. */
DexFuture *troupe_store_sum_statements (TroupeStore *self,
                                        TroupeMonth  first,
                                        TroupeMonth  last,
                                        gint64       creator_id) G_GNUC_WARN_UNUSED_RESULT;

/* What is due on each of them. Resolves to a G_TYPE_ARRAY of TroupeStatementDue by month and id. */
DexFuture *troupe_store_list_dues      (TroupeStore *self,
                                        TroupeMonth  first,
                                        TroupeMonth  last,
                                        gint64       creator_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
