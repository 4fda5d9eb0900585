#include "troupe-fiber.h"

#include "troupe-error.h"

#include <gio/gio.h>

/* Jobs format, sort and draw pages inside their fibre: room for pango and for SQLite's parser. */
#define STACK_SIZE (256 * 1024)

DexFuture *
troupe_fiber_spawn (DexFiberFunc   func,
                    gpointer       data,
                    GDestroyNotify destroy)
{
  return dex_scheduler_spawn (dex_scheduler_get_default (), STACK_SIZE, func, data, destroy);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_CANCELLED);
}

static DexFuture *
report_failure_cb (DexFuture *future,
                   gpointer   user_data)
{
  g_autoptr(GError) error = NULL;

  if (dex_future_get_value (future, &error) == NULL && !is_cancelled (error))
    g_warning ("%s", error->message);
  return dex_future_new_true ();
}

void
troupe_fiber_disown (DexFuture *future)
{
  dex_future_disown (dex_future_finally (future, report_failure_cb, NULL, NULL));
}
