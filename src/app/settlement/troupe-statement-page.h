/* One statement as paper, with why each amount is what it is, its state and its payments. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_STATEMENT_PAGE (troupe_statement_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeStatementPage, troupe_statement_page, TROUPE, STATEMENT_PAGE, TroupePage)

G_END_DECLS
