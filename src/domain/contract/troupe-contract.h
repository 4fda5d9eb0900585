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

G_END_DECLS
