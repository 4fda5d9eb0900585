/* One thing that needs somebody: what, for whom, by when, and the one action that helps. */
#pragma once

#include <adwaita.h>

#include "troupe-overview-job.h"

G_BEGIN_DECLS

GtkWidget *troupe_need_row_new (const TroupeNeed *need,
                                const char       *currency);

G_END_DECLS
