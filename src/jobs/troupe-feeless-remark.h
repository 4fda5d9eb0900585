/* Private to jobs: revenue that was settled as if its platform kept nothing. */
#pragma once

#include "troupe-feeless-revenue.h"
#include "troupe-office.h"

G_BEGIN_DECLS

/* Inside a fibre: of the drafts of month, without what platforms state after their own part. A GArray of
 * TroupeFeelessRevenue, each platform and kind once. */
GArray *troupe_feeless_remark_find (TroupeOffice  *office,
                                    TroupeMonth    month,
                                    GError       **error);

/* The same as sentences that say what to do. */
char  **troupe_feeless_remark_list (TroupeOffice  *office,
                                    TroupeMonth    month,
                                    GError       **error);

G_END_DECLS
