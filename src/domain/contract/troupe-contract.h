/* A contract with a creator; its dated terms say what is split and how. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      creator_id;
  const char *number;
  const char *kind;
  const char *currency;   /* of its statements */
  const char *residual;   /* who takes what rounding leaves */
  TroupeDay   start_day;
  TroupeDay   end_day;   /* the last day; none: open */
  gint64      renews;
  gint64      notice_days;
  TroupeDay   signed_day;
  const char *note;
} TroupeContract;

TROUPE_DECLARE_RECORD (TroupeContract, TROUPE_CONTRACT)

/* The last day on which it holds: none while it renews by itself, whatever its end_day. */
TroupeDay   troupe_contract_get_last_day   (const TroupeContract *self);
/* Whether it holds on that day: it has begun, and has not ended or renews by itself. */
gboolean    troupe_contract_holds          (const TroupeContract *self, TroupeDay day);
/* Whether by that day it has gone on by itself. Its record does not say for how long. */
gboolean    troupe_contract_has_renewed    (const TroupeContract *self, TroupeDay day);
/* The last day to give notice so that it ends on its end_day; TROUPE_NONE when nothing says so. */
TroupeDay   troupe_contract_get_notice_day (const TroupeContract *self);

G_END_DECLS
