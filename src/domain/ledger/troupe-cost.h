/* A cost of a creator: production, samples, venue, traffic, crew, training. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      creator_id;
  TroupeDay   day;
  const char *kind;
  gint64      amount;
  const char *currency;
  const char *borne_by;
  gint64      share;   /* shared: the creator's part */
  gint64      recoupable;
  const char *note;
} TroupeCost;

TROUPE_DECLARE_RECORD (TroupeCost, TROUPE_COST)

G_END_DECLS
