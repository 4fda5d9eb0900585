/* What a window shows while it has no agency: three ways to begin. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_WELCOME_PAGE (troupe_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TroupeWelcomePage, troupe_welcome_page, TROUPE, WELCOME_PAGE, AdwBin)

G_END_DECLS
