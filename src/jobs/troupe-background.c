#include "troupe-background.h"

#include <libdex.h>

typedef struct
{
  TroupeBackgroundFunc func;
  gpointer             data;
  DexPromise          *promise;
} Work;

/* A thread and not a pool's fibre: fonts and workbooks want a whole stack. */
static gpointer
work_thread (gpointer data)
{
  g_autofree Work *work = data;
  g_autoptr(DexPromise) promise = work->promise;
  GError *error = NULL;

  if (work->func (work->data, &error))
    dex_promise_resolve_boolean (promise, TRUE);
  else
    dex_promise_reject (promise, error);
  return NULL;
}

gboolean
troupe_background_run (TroupeBackgroundFunc   func,
                       gpointer               data,
                       GError               **error)
{
  g_autoptr(DexPromise) promise = dex_promise_new ();
  Work *work = g_new (Work, 1);

  *work = (Work) { func, data, dex_ref (promise) };
  g_thread_unref (g_thread_new ("troupe-job", work_thread, work));
  return dex_await (dex_ref (DEX_FUTURE (promise)), error);
}
