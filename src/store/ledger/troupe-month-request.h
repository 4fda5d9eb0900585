/* Private to the store: what is asked about a month, on its way to the store's thread. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeMonth    month;
  TroupeMonth    last;      /* of a span of months */
  gpointer       data;
  GDestroyNotify destroy;
  char          *actor;
} TroupeMonthRequest;

TroupeMonthRequest *troupe_month_request_new  (TroupeMonth month);
void                troupe_month_request_free (gpointer    self);

G_END_DECLS
