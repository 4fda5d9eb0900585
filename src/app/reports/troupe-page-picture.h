/* One page of a report as paper: drawn sharply at the size and scale it has, while it is near what can
 * be seen. To a screen reader it is a picture that says which page it is and what the report comes to. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-preview-job.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_PAGE_PICTURE (troupe_page_picture_get_type ())
G_DECLARE_FINAL_TYPE (TroupePagePicture, troupe_page_picture, TROUPE, PAGE_PICTURE, GtkWidget)

/* Pages count from 0. */
GtkWidget *troupe_page_picture_new      (TroupePreview     *preview,
                                         guint              page);
/* Far from what can be seen it forgets its pixels. */
void       troupe_page_picture_set_near (TroupePagePicture *self,
                                         gboolean           near);
/* As large as paper is, or as wide as there is room. */
void       troupe_page_picture_set_full (TroupePagePicture *self,
                                         gboolean           full);

G_END_DECLS
