/* One creator: what they earn, what the contract says, what is owed and paid, and where they work. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_CREATOR_PAGE (troupe_creator_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeCreatorPage, troupe_creator_page, TROUPE, CREATOR_PAGE, TroupePage)

G_END_DECLS
