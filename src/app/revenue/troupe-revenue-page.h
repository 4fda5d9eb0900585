/* Revenue: the files that came in, and the accounts that nobody knows yet. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_REVENUE_PAGE (troupe_revenue_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRevenuePage, troupe_revenue_page, TROUPE, REVENUE_PAGE, TroupePage)

G_END_DECLS
