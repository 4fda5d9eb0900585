#include "troupe-clock.h"

struct _TroupeClock
{
  _Atomic gint64 fixed;   /* TROUPE_NONE: the real one */
};

TroupeClock *
troupe_clock_new (void)
{
  return troupe_clock_new_fixed (TROUPE_NONE);
}

TroupeClock *
troupe_clock_new_fixed (gint64 seconds)
{
  TroupeClock *self = g_atomic_rc_box_new0 (TroupeClock);

  self->fixed = seconds;
  return self;
}

TroupeClock *
troupe_clock_copy (const TroupeClock *self)
{
  return g_atomic_rc_box_acquire ((TroupeClock *) self);
}

void
troupe_clock_free (TroupeClock *self)
{
  g_atomic_rc_box_release (self);
}

void
troupe_clock_set_time (TroupeClock *self,
                       gint64       seconds)
{
  g_return_if_fail (self->fixed != TROUPE_NONE);

  self->fixed = seconds;
}

gint64
troupe_clock_get_time (const TroupeClock *self)
{
  gint64 fixed = self->fixed;

  return fixed != TROUPE_NONE ? fixed : g_get_real_time () / G_USEC_PER_SEC;
}

TroupeDay
troupe_clock_get_day (const TroupeClock *self)
{
  g_autoptr(GDateTime) now = NULL;
  gint64 fixed = self->fixed;

  if (fixed != TROUPE_NONE)
    now = g_date_time_new_from_unix_utc (fixed);
  else
    now = g_date_time_new_now_local ();
  return troupe_day_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}
