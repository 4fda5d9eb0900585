/* Platforms' files can be dropped anywhere on the window that it stands in; it lies over the content
 * and shows itself while they hover. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_IMPORT_DROP (troupe_import_drop_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportDrop, troupe_import_drop, TROUPE, IMPORT_DROP, AdwBin)

G_END_DECLS
