/* The roster: found as one types, sorted, filtered, with the totals of what is shown. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CREATORS_PAGE (troupe_creators_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeCreatorsPage, troupe_creators_page, TROUPE, CREATORS_PAGE, TroupePage)

G_END_DECLS
