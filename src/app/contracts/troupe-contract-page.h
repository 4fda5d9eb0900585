/* One contract in plain sentences, and its terms through time. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CONTRACT_PAGE (troupe_contract_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeContractPage, troupe_contract_page, TROUPE, CONTRACT_PAGE, TroupePage)

G_END_DECLS
