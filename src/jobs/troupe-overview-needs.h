/* Private to jobs: what needs somebody, found in what the file says about its months and people. */
#pragma once

#include "troupe-month-state.h"
#include "troupe-overview-job.h"

G_BEGIN_DECLS

/* Inside a fibre. states: every TroupeMonthState of the file. Appends TroupeNeed to overview, whose last
 * month is looked at, the most urgent first, and counts its active creators. */
gboolean troupe_overview_find_needs (TroupeOffice    *office,
                                     GArray          *states,
                                     TroupeOverview  *overview,
                                     GError         **error);

G_END_DECLS
