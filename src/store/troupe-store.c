#include "troupe-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "troupe-agency-file.h"
#include "troupe-error.h"
#include "troupe-record-sql.h"
#include "troupe-schema.h"
#include "troupe-store-aside.h"

struct _TroupeStore
{
  GObject       parent;
  char         *path;
  GAsyncQueue  *tasks;
  TroupeStoreAside *aside;
  gint64        last_old_change;
  gboolean      read_only;
  gboolean      closed;     /* guarded by the queue's lock */
  GFileMonitor *monitor;   /* of the log, where another process may write */
};

G_DEFINE_FINAL_TYPE (TroupeStore, troupe_store, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  TroupeStoreFunc func;          /* NULL: the last one */
  gpointer        data;
  GDestroyNotify  destroy;
  GCancellable   *cancellable;
  DexPromise     *promise;
  gboolean        writes;
  gboolean        removes;       /* the last one: the file goes as well */
} Task;

/* What the thread owns; it outlives the object by what is still queued. */
typedef struct
{
  char             *path;
  TroupeStoreMode   mode;
  gboolean          creates;
  TroupeAgency     *agency;
  TroupeClock      *clock;
  DexPromise       *opened;
  TroupeAgencyFile *file;
  GAsyncQueue      *tasks;
  TroupeStoreAside *aside;
  gint64            last_old_change;
  GWeakRef          store;
} Worker;

static void
task_free (Task *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->cancellable);
  dex_clear (&self->promise);
  g_free (self);
}

static void
worker_free (Worker *self)
{
  g_clear_pointer (&self->file, troupe_agency_file_close);
  g_clear_pointer (&self->aside, troupe_store_aside_unref);
  g_clear_pointer (&self->agency, troupe_record_unref);
  g_clear_pointer (&self->clock, troupe_clock_free);
  g_weak_ref_clear (&self->store);
  g_async_queue_unref (self->tasks);
  dex_clear (&self->opened);
  g_free (self->path);
  g_free (self);
}

static gboolean
emit_changed_cb (gpointer store)
{
  g_signal_emit (store, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
tell_change (Worker *self)
{
  TroupeStore *store = g_weak_ref_get (&self->store);

  if (store != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, emit_changed_cb, store, g_object_unref);
}

/* A file that is only read belongs to somebody who writes it: every transaction goes into its log. */
static gboolean
watch_log_cb (gpointer data)
{
  TroupeStore *self = data;
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr(GFile) log = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (emit_changed_cb), self, G_CONNECT_SWAPPED);
  return G_SOURCE_REMOVE;
}

static DexFuture *
run_write (Worker *self,
           Task   *task)
{
  TroupeConnection *connection = self->file->connection;
  DexFuture *future;
  GError *error = NULL;

  if (troupe_connection_is_read_only (connection))
    return dex_future_new_reject (TROUPE_ERROR, TROUPE_ERROR_READ_ONLY,
                                  _("%s is open for reading only. Close it elsewhere, or ask for permission to change it."),
                                  self->path);
  if (!troupe_connection_begin (connection, &error))
    return dex_future_new_for_error (error);
  future = task->func (connection, task->data);
  if (!dex_future_is_resolved (future))
    {
      troupe_connection_rollback (connection);
      return future;
    }
  if (!troupe_connection_commit (connection, &error))
    {
      dex_unref (future);
      return dex_future_new_for_error (error);
    }
  tell_change (self);
  return future;
}

static DexFuture *
run_task (Worker *self,
          Task   *task)
{
  TroupeConnection *connection = self->file->connection;
  DexFuture *future;

  if (g_cancellable_is_cancelled (task->cancellable))
    return dex_future_new_reject (TROUPE_ERROR, TROUPE_ERROR_CANCELLED, _("Cancelled"));
  troupe_connection_set_cancellable (connection, task->cancellable);
  future = task->writes ? run_write (self, task) : task->func (connection, task->data);
  troupe_connection_set_cancellable (connection, NULL);
  return future;
}

void
troupe_store_answer (DexPromise *promise,
                     DexFuture  *future)
{
  GError *error = NULL;
  const GValue *value = dex_future_get_value (future, &error);

  if (value != NULL)
    dex_promise_resolve (promise, value);
  else
    dex_promise_reject (promise, error);
}

static void
run_tasks (Worker *self)
{
  for (Task *task = g_async_queue_pop (self->tasks); task != NULL; task = g_async_queue_pop (self->tasks))
    {
      if (task->func != NULL)
        {
          g_autoptr(DexFuture) future = run_task (self, task);

          troupe_store_answer (task->promise, future);
          task_free (task);
          continue;
        }
      troupe_store_aside_end (self->aside);
      g_clear_pointer (&self->file, troupe_agency_file_close);
      if (task->removes)
        troupe_agency_file_remove (self->path);
      if (task->promise != NULL)
        dex_promise_resolve_boolean (task->promise, TRUE);
      task_free (task);
      return;
    }
}

static gboolean
write_agency (Worker  *self,
              GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_insert (self->file->connection, &TROUPE_AGENCY);

  troupe_query_bind_record (query, &TROUPE_AGENCY, self->agency);
  return troupe_query_run (query, error);
}

static gboolean
create_file (Worker            *self,
             const char *const *steps,
             GError           **error)
{
  self->file = troupe_agency_file_create (self->path, steps, self->clock, error);
  if (self->file == NULL)
    return FALSE;
  if (self->agency == NULL || write_agency (self, error))
    return TRUE;
  g_clear_pointer (&self->file, troupe_agency_file_close);
  troupe_agency_file_remove (self->path);
  return FALSE;
}

static gboolean
open_file (Worker  *self,
           GError **error)
{
  g_auto(GStrv) steps = troupe_schema_load ();

  if (self->creates)
    return create_file (self, (const char *const *) steps, error);
  self->file = troupe_agency_file_open (self->path, self->mode, (const char *const *) steps, self->clock, error);
  return self->file != NULL;
}

/* The object is whoever asked for it's alone; the thread only knows where it is. */
static void
hand_over (Worker *self)
{
  TroupeStore *store = g_object_new (TROUPE_TYPE_STORE, NULL);

  store->path = g_strdup (self->path);
  store->last_old_change = self->last_old_change;
  store->read_only = troupe_connection_is_read_only (self->file->connection);
  store->tasks = g_async_queue_ref (self->tasks);
  store->aside = troupe_store_aside_ref (self->aside);
  g_weak_ref_set (&self->store, store);
  if (store->read_only)
    g_idle_add_full (G_PRIORITY_DEFAULT, watch_log_cb, g_object_ref (store), g_object_unref);
  dex_promise_resolve_object (self->opened, store);
  dex_clear (&self->opened);
}

static gboolean
find_last_change (Worker  *self,
                  GError **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->file->connection, "SELECT coalesce(max(id), 0) FROM change");

  return troupe_query_run_int (query, &self->last_old_change, error);
}

static gpointer
run_worker (gpointer data)
{
  Worker *self = data;
  GError *error = NULL;

  if (open_file (self, &error) && find_last_change (self, &error))
    {
      hand_over (self);
      run_tasks (self);
    }
  else
    dex_promise_reject (self->opened, error);
  worker_free (self);
  return NULL;
}

static DexFuture *
start (Worker            *self,
       const char        *path,
       const TroupeClock *clock)
{
  DexPromise *opened = dex_promise_new ();

  self->path = g_canonicalize_filename (path, NULL);
  self->clock = troupe_clock_copy (clock);
  self->opened = dex_ref (opened);
  self->tasks = g_async_queue_new ();
  self->aside = troupe_store_aside_new (self->path);
  g_weak_ref_init (&self->store, NULL);
  g_thread_unref (g_thread_new ("store", run_worker, self));
  return DEX_FUTURE (opened);
}

DexFuture *
troupe_store_create (const char        *path,
                     TroupeAgency      *agency,
                     const TroupeClock *clock)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->creates = TRUE;
  worker->agency = agency != NULL ? troupe_record_ref (agency) : NULL;
  return start (worker, path, clock);
}

DexFuture *
troupe_store_open (const char        *path,
                   TroupeStoreMode    mode,
                   const TroupeClock *clock)
{
  Worker *worker = g_new0 (Worker, 1);

  worker->mode = mode;
  return start (worker, path, clock);
}

/* FALSE when the file has been closed; the task is gone then. */
static gboolean
push (TroupeStore *self,
      Task        *task)
{
  gboolean open;

  g_async_queue_lock (self->tasks);
  open = !self->closed;
  if (open)
    g_async_queue_push_unlocked (self->tasks, task);
  self->closed = self->closed || task->func == NULL;
  g_async_queue_unlock (self->tasks);
  if (!open)
    task_free (task);
  return open;
}

static DexFuture *
call (TroupeStore *self,
      Task         fields)
{
  DexPromise *promise = dex_promise_new ();

  fields.promise = dex_ref (promise);
  if (!push (self, g_memdup2 (&fields, sizeof fields)))
    dex_promise_reject (promise, g_error_new (TROUPE_ERROR, TROUPE_ERROR_FAILED, _("%s has been closed"), self->path));
  return DEX_FUTURE (promise);
}

DexFuture *
troupe_store_read (TroupeStore     *self,
                   GCancellable    *cancellable,
                   TroupeStoreFunc  func,
                   gpointer         data,
                   GDestroyNotify   destroy)
{
  g_return_val_if_fail (TROUPE_IS_STORE (self), NULL);
  return call (self, (Task) { func, data, destroy, cancellable ? g_object_ref (cancellable) : NULL });
}

DexFuture *
troupe_store_read_aside (TroupeStore     *self,
                         GCancellable    *cancellable,
                         TroupeStoreFunc  func,
                         gpointer         data,
                         GDestroyNotify   destroy)
{
  g_return_val_if_fail (TROUPE_IS_STORE (self), NULL);
  return troupe_store_aside_read (self->aside, cancellable, func, data, destroy);
}

DexFuture *
troupe_store_write (TroupeStore     *self,
                    GCancellable    *cancellable,
                    TroupeStoreFunc  func,
                    gpointer         data,
                    GDestroyNotify   destroy)
{
  g_return_val_if_fail (TROUPE_IS_STORE (self), NULL);
  return call (self, (Task) { func, data, destroy, cancellable ? g_object_ref (cancellable) : NULL, .writes = TRUE });
}

DexFuture *
troupe_store_close (TroupeStore *self)
{
  g_return_val_if_fail (TROUPE_IS_STORE (self), NULL);
  return call (self, (Task) { 0 });
}

DexFuture *
troupe_store_discard (TroupeStore *self)
{
  g_return_val_if_fail (TROUPE_IS_STORE (self), NULL);
  return call (self, (Task) { .removes = TRUE });
}

const char *
troupe_store_get_path (TroupeStore *self)
{
  return self->path;
}

gint64
troupe_store_get_last_old_change (TroupeStore *self)
{
  return self->last_old_change;
}

gboolean
troupe_store_is_read_only (TroupeStore *self)
{
  return self->read_only;
}

static void
troupe_store_finalize (GObject *object)
{
  TroupeStore *self = TROUPE_STORE (object);

  push (self, g_new0 (Task, 1));
  g_clear_object (&self->monitor);
  g_async_queue_unref (self->tasks);
  troupe_store_aside_unref (self->aside);
  g_free (self->path);
  G_OBJECT_CLASS (troupe_store_parent_class)->finalize (object);
}

static void
troupe_store_class_init (TroupeStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
troupe_store_init (TroupeStore *self)
{
}
