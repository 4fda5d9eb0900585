/* How far a month has come: one that has evidence or statements. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeMonth month;
  gboolean    settled;     /* it has statements */
  gboolean    stale;       /* some draft no longer fits its evidence or rules */
  gboolean    closed;
  gint64      statements;
  gint64      waiting;     /* lines whose account has no creator */
} TroupeMonthState;

G_END_DECLS
