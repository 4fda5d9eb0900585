/* A report before it leaves: its pages as paper on a desk, or how the file of it begins. */
#pragma once

#include <adwaita.h>

#include "troupe-preview-job.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_REPORT_PREVIEW (troupe_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (TroupeReportPreview, troupe_report_preview, TROUPE, REPORT_PREVIEW, AdwBin)

/* Shows what request would write, once it is there; the answer to an older request is dropped. */
void troupe_report_preview_show (TroupeReportPreview       *self,
                                 TroupeOffice              *office,
                                 const TroupeReportRequest *request);

G_END_DECLS
