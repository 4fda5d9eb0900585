/* All contracts, and the rates and fee cards that every contract stands on. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CONTRACTS_PAGE (troupe_contracts_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeContractsPage, troupe_contracts_page, TROUPE, CONTRACTS_PAGE, TroupePage)

G_END_DECLS
