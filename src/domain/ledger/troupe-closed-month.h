/* A closed month: its statements are final and computed by the rules of its snapshot. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  TroupeMonth month;
  gint64      time;
  const char *rules;   /* hash of a rule_snapshot */
  const char *actor;
} TroupeClosedMonth;

TROUPE_DECLARE_RECORD (TroupeClosedMonth, TROUPE_CLOSED_MONTH)

G_END_DECLS
