/* Private to jobs: one run of the engine over a month of the file; nothing is written. */
#pragma once

#include "troupe-office.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *settled;    /* TroupeSettledStatement by creator id */
  GPtrArray *creators;   /* TroupeCreator: theirs, and others */
  char     **problems;   /* sentences: who, what is missing, what to do */
} TroupeSettleRun;

/* Inside a fibre: reads the rules (of a closed month, those that it was closed with), the balances and
 * the lines, and settles. */
TroupeSettleRun *troupe_settle_run      (TroupeOffice    *office,
                                         TroupeMonth      month,
                                         GCancellable    *cancellable,
                                         GError         **error);
void             troupe_settle_run_free (TroupeSettleRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeSettleRun, troupe_settle_run_free)

G_END_DECLS
