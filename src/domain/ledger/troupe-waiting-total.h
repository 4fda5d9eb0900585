/* Derived, never evidence: what an account without a creator has brought in, by unit. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64      account_id;
  const char *unit;     /* interned */
  gint64      amount;   /* micros of unit */
  gint64      lines;
} TroupeWaitingTotal;

G_END_DECLS
