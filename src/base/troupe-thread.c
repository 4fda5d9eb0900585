#include "troupe-thread.h"

gboolean
troupe_thread_wait (GThread **thread,
                    GError  **failure,
                    GError  **error)
{
  g_clear_pointer (thread, g_thread_join);
  if (*failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (failure));
  return FALSE;
}
