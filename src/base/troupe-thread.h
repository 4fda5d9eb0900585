/* A thread that works beside its owner and leaves what failed behind. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Waits for *thread, if there is one, and forgets it. FALSE and error: what it left in *failure, which is taken. */
gboolean troupe_thread_wait (GThread **thread,
                             GError  **failure,
                             GError  **error);

G_END_DECLS
