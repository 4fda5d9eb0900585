#include "troupe-month-request.h"

TroupeMonthRequest *
troupe_month_request_new (TroupeMonth month)
{
  TroupeMonthRequest *self = g_new0 (TroupeMonthRequest, 1);

  self->month = month;
  return self;
}

void
troupe_month_request_free (gpointer data)
{
  TroupeMonthRequest *self = data;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->actor);
  g_free (self);
}
