/* What one of a platform's own units (diamond, sound_wave, coin) is worth, from day to day. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *platform;
  const char *unit;
  const char *currency;
  gint64      rate;
  TroupeDay   start_day;
  TroupeDay   end_day;
  const char *source;
} TroupeUnitRate;

TROUPE_DECLARE_RECORD (TroupeUnitRate, TROUPE_UNIT_RATE)

G_END_DECLS
