/* Private to jobs: work that blocks, done beside the main loop. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*TroupeBackgroundFunc) (gpointer   data,
                                          GError   **error);

/* Inside a fibre: runs func on a thread of its own and waits for it; data stays the caller's. */
gboolean troupe_background_run (TroupeBackgroundFunc   func,
                                gpointer               data,
                                GError               **error);

G_END_DECLS
