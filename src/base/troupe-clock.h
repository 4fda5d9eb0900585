/* The clock: what time it is, or what a test or a picture says it is. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef struct _TroupeClock TroupeClock;

TroupeClock *troupe_clock_new       (void);
/* Stands still at these Unix seconds and reads days in UTC. */
TroupeClock *troupe_clock_new_fixed (gint64             seconds);
/* The same clock for another owner, on any thread: it moves when this one is moved. */
TroupeClock *troupe_clock_copy      (const TroupeClock *self);
void         troupe_clock_free      (TroupeClock       *self);
/* Moves a clock that stands still. */
void         troupe_clock_set_time  (TroupeClock       *self,
                                     gint64             seconds);
gint64       troupe_clock_get_time  (const TroupeClock *self);
/* Today, in the time zone of the desk. */
TroupeDay    troupe_clock_get_day   (const TroupeClock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeClock, troupe_clock_free)

G_END_DECLS
