/* Cells of a creator that are more than a text: the name with its status, and platforms. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Items are TroupeRosterItem. (transfer full) */
GtkListItemFactory *troupe_creator_cells_new_name      (void);
GtkListItemFactory *troupe_creator_cells_new_platforms (void);

/* A small square with the first letter of a platform, named in full for people who point at it and
 * for screen readers. */
GtkWidget          *troupe_platform_badge_new          (const char *platform);

G_END_DECLS
