/* One import: what the file said, what became of its rows, its lines. */
#pragma once

#include "troupe-page.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_IMPORT_PAGE (troupe_import_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportPage, troupe_import_page, TROUPE, IMPORT_PAGE, TroupePage)

G_END_DECLS
