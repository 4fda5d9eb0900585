/* What a creator was owed when the agency's books begin: the opening balance of that month. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      creator_id;
  TroupeMonth month;
  gint64      amount;
  const char *currency;
  const char *note;
} TroupeOpening;

TROUPE_DECLARE_RECORD (TroupeOpening, TROUPE_OPENING)

G_END_DECLS
