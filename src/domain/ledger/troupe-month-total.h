/* Derived, never evidence: what a creator's lines of a month come to, by platform, kind and unit. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeMonth month;
  gint64      creator_id;   /* 0: lines that wait for their account to be known */
  const char *platform;     /* interned, as are kind and unit */
  const char *kind;
  const char *unit;
  gint64      amount;       /* micros of unit */
  gint64      lines;
} TroupeMonthTotal;

G_END_DECLS
