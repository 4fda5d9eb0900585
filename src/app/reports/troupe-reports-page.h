/* What is handed out, month by month: which report, in which form, where to. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_REPORTS_PAGE (troupe_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeReportsPage, troupe_reports_page, TROUPE, REPORTS_PAGE, TroupePage)

G_END_DECLS
