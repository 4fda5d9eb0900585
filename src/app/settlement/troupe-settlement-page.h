/* A month's close: what is still to do, the statements beside it, and the press that makes it final. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_SETTLEMENT_PAGE (troupe_settlement_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeSettlementPage, troupe_settlement_page, TROUPE, SETTLEMENT_PAGE, TroupePage)

G_END_DECLS
