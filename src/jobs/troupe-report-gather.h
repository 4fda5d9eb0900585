/* Private to jobs: the reports of a request, made from the file. */
#pragma once

#include "troupe-report-job.h"

G_BEGIN_DECLS

/* Inside a fibre. An array of sealed TroupeReport: a statement for each creator, or the one report of the
 * month. TROUPE_ERROR_NOT_FOUND when the month has nothing to report. */
GPtrArray *troupe_report_gather (TroupeOffice               *office,
                                 const TroupeReportRequest  *request,
                                 GCancellable               *cancellable,
                                 GError                    **error);

G_END_DECLS
