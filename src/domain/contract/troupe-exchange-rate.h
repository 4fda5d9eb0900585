/* What one unit of a currency is worth in another, for one month. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  TroupeMonth month;
  const char *unit;   /* the currency that is exchanged */
  const char *currency;   /* the currency that one gets */
  gint64      rate;
  const char *source;
} TroupeExchangeRate;

TROUPE_DECLARE_RECORD (TroupeExchangeRate, TROUPE_EXCHANGE_RATE)

G_END_DECLS
