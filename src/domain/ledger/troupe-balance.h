/* What a creator's statement of a month starts from, in one currency. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      creator_id;
  const char *currency;    /* interned */
  gint64      opening;     /* the closing of the statement before, or the opening record; minor units */
  gint64      paid;        /* payments dated in the month, minor units */
} TroupeBalance;

G_END_DECLS
