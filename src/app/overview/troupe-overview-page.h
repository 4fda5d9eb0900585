/* The state of the agency in five seconds. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_OVERVIEW_PAGE (troupe_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeOverviewPage, troupe_overview_page, TROUPE, OVERVIEW_PAGE, TroupePage)

G_END_DECLS
