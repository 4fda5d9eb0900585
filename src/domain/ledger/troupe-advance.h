/* Money paid to a creator ahead of earnings. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      creator_id;
  TroupeDay   day;
  gint64      amount;
  const char *currency;
  gint64      recoup_share;   /* the part of each month's earnings that may be recouped; none: all */
  const char *note;
} TroupeAdvance;

TROUPE_DECLARE_RECORD (TroupeAdvance, TROUPE_ADVANCE)

G_END_DECLS
