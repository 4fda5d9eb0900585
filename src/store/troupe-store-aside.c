#include "troupe-store-aside.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"

struct _TroupeStoreAside
{
  char      *path;
  GMutex     mutex;
  GCond      done;
  GPtrArray *readings;   /* the cancellables of those that are under way */
  gboolean   ended;
};

typedef struct
{
  TroupeStoreAside *aside;
  TroupeStoreFunc   func;
  gpointer          data;
  GDestroyNotify    destroy;
  GCancellable     *cancellable;   /* whoever asked, or NULL */
  gulong            handler;
  GCancellable     *own;           /* follows it, and the end of the file */
  DexPromise       *promise;
} Reading;

static void
clear_aside (gpointer data)
{
  TroupeStoreAside *self = data;

  g_ptr_array_unref (self->readings);
  g_cond_clear (&self->done);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
}

TroupeStoreAside *
troupe_store_aside_new (const char *path)
{
  TroupeStoreAside *self = g_atomic_rc_box_new0 (TroupeStoreAside);

  self->path = g_strdup (path);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  self->readings = g_ptr_array_new ();
  return self;
}

TroupeStoreAside *
troupe_store_aside_ref (TroupeStoreAside *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
troupe_store_aside_unref (TroupeStoreAside *self)
{
  g_atomic_rc_box_release_full (self, clear_aside);
}

/* Of one moment even while others write: the transaction goes with the connection. */
static DexFuture *
read_file (Reading *self)
{
  GError *error = NULL;
  TroupeConnection *connection = troupe_connection_open (self->aside->path, TRUE, NULL, &error);
  DexFuture *future;

  if (connection == NULL)
    return dex_future_new_for_error (error);
  troupe_connection_set_cancellable (connection, self->own);
  future = troupe_connection_execute (connection, "BEGIN", &error) ? self->func (connection, self->data)
                                                                   : dex_future_new_for_error (error);
  troupe_connection_close (connection);
  return future;
}

static void
reading_free (Reading *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_cancellable_disconnect (self->cancellable, self->handler);
  g_clear_object (&self->cancellable);
  g_object_unref (self->own);
  dex_unref (self->promise);
  troupe_store_aside_unref (self->aside);
  g_free (self);
}

static gpointer
run_reading (gpointer data)
{
  Reading *self = data;
  g_autoptr(DexFuture) future = read_file (self);

  g_mutex_lock (&self->aside->mutex);
  g_ptr_array_remove (self->aside->readings, self->own);
  g_cond_broadcast (&self->aside->done);
  g_mutex_unlock (&self->aside->mutex);
  troupe_store_answer (self->promise, future);
  reading_free (self);
  return NULL;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      own)
{
  g_cancellable_cancel (own);
}

/* FALSE when the file is being closed. */
static gboolean
enter (TroupeStoreAside *self,
       GCancellable     *own)
{
  gboolean open;

  g_mutex_lock (&self->mutex);
  open = !self->ended;
  if (open)
    g_ptr_array_add (self->readings, own);
  g_mutex_unlock (&self->mutex);
  return open;
}

DexFuture *
troupe_store_aside_read (TroupeStoreAside *self,
                         GCancellable     *cancellable,
                         TroupeStoreFunc   func,
                         gpointer          data,
                         GDestroyNotify    destroy)
{
  DexPromise *promise = dex_promise_new ();
  Reading *reading = g_new0 (Reading, 1);

  *reading = (Reading) { troupe_store_aside_ref (self), func, data, destroy };
  reading->promise = dex_ref (promise);
  reading->own = g_cancellable_new ();
  if (g_set_object (&reading->cancellable, cancellable))
    reading->handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), reading->own, NULL);
  if (enter (self, reading->own))
    {
      g_thread_unref (g_thread_new ("store-aside", run_reading, reading));
      return DEX_FUTURE (promise);
    }
  dex_promise_reject (promise, g_error_new (TROUPE_ERROR, TROUPE_ERROR_FAILED, _("%s has been closed"), self->path));
  reading_free (reading);
  return DEX_FUTURE (promise);
}

void
troupe_store_aside_end (TroupeStoreAside *self)
{
  g_mutex_lock (&self->mutex);
  self->ended = TRUE;
  for (guint i = 0; i < self->readings->len; i++)
    g_cancellable_cancel (self->readings->pdata[i]);
  while (self->readings->len > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
