/* What a platform keeps of the gross, by kind of revenue and creator's grade, from day to day. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *platform;
  const char *revenue_kind;   /* none: every kind */
  const char *grade;   /* none: every grade */
  gint64      share;   /* the platform's part */
  TroupeDay   start_day;
  TroupeDay   end_day;
  const char *source;
} TroupeFeeCard;

TROUPE_DECLARE_RECORD (TroupeFeeCard, TROUPE_FEE_CARD)

G_END_DECLS
