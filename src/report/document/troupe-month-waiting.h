/* Lines of a month whose accounts belong to no creator yet: the platforms' bills are what is booked and these. */
#pragma once

#include "troupe-month-report.h"

G_BEGIN_DECLS

/* Adds a table of them, by account and unit; none where nothing waits. */
void troupe_month_waiting_add (TroupeReport            *report,
                               const TroupeMonthSource *source);

G_END_DECLS
