#include "troupe-read-ahead.h"

/* One is being filled, one is being emptied, one waits. */
#define SLOTS 3

typedef struct
{
  gpointer batch;
  gboolean last;
} Slot;

struct _TroupeReadAhead
{
  const TroupeBatchType *type;
  gpointer               data;
  Slot                   slots[SLOTS];
  Slot                  *emptying;     /* NULL before the first */
  GAsyncQueue           *empty;        /* Slot */
  GAsyncQueue           *full;
  gboolean               stopped;      /* atomic */
  GThread               *thread;
};

static gpointer
fill_thread (gpointer data)
{
  TroupeReadAhead *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Slot *slot = g_async_queue_pop (self->empty);

      slot->last = g_atomic_int_get (&self->stopped) || !self->type->fill (slot->batch, self->data);
      last = slot->last;
      g_async_queue_push (self->full, slot);
    }
  return NULL;
}

TroupeReadAhead *
troupe_read_ahead_new (const TroupeBatchType *type,
                       gpointer               data)
{
  TroupeReadAhead *self = g_new0 (TroupeReadAhead, 1);

  self->type = type;
  self->data = data;
  self->empty = g_async_queue_new ();
  self->full = g_async_queue_new ();
  for (int i = 0; i < SLOTS; i++)
    {
      self->slots[i].batch = type->make ();
      g_async_queue_push (self->empty, &self->slots[i]);
    }
  self->thread = g_thread_new (type->thread, fill_thread, self);
  return self;
}

void
troupe_read_ahead_free (TroupeReadAhead *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  /* wakes the thread if it waits for one */
  g_async_queue_push (self->empty, self->emptying != NULL ? self->emptying : &self->slots[0]);
  g_thread_join (self->thread);
  for (int i = 0; i < SLOTS; i++)
    self->type->free (self->slots[i].batch);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_free (self);
}

gpointer
troupe_read_ahead_next (TroupeReadAhead *self)
{
  if (self->emptying != NULL && self->emptying->last)
    return NULL;
  if (self->emptying != NULL)
    g_async_queue_push (self->empty, self->emptying);
  self->emptying = g_async_queue_pop (self->full);
  return self->emptying->batch;
}
