#include "troupe-line-feed.h"

#include <string.h>

/* One is being filled, one is being emptied, one waits. */
#define BATCHES     3
/* A batch is full at so many lines, or bytes of text. */
#define BATCH_LINES 512
#define BATCH_TEXT  (128 * 1024)

typedef struct
{
  GArray       *lines;   /* TroupeStagedLine; its text is ours */
  GStringChunk *text;
  gsize         size;    /* of text */
  gboolean      last;
  GError       *error;   /* what the source failed with behind these lines */
} Batch;

struct _TroupeLineFeed
{
  TroupeLineSource *source;
  GThread          *thread;
  GAsyncQueue      *empty;    /* Batch */
  GAsyncQueue      *full;
  gboolean          stopped;  /* atomic */
  Batch            *batch;    /* that is being emptied */
  guint             next;     /* line of it */
};

static Batch *
batch_new (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (TroupeStagedLine));
  self->text = g_string_chunk_new (BATCH_TEXT / 4);
  return self;
}

static void
batch_free (gpointer data)
{
  Batch *self = data;

  g_array_unref (self->lines);
  g_string_chunk_free (self->text);
  g_clear_error (&self->error);
  g_free (self);
}

static void
batch_clear (Batch *self)
{
  g_array_set_size (self->lines, 0);
  g_string_chunk_clear (self->text);
  self->size = 0;
}

static const char *
copy_text (Batch      *self,
           const char *text)
{
  gsize size;

  if (text == NULL)
    return NULL;
  size = strlen (text);
  self->size += size;
  return g_string_chunk_insert_len (self->text, text, size);
}

static void
batch_add (Batch                  *self,
           const TroupeStagedLine *line)
{
  TroupeStagedLine own = *line;

  own.platform = copy_text (self, line->platform);
  own.handle = copy_text (self, line->handle);
  own.account_name = copy_text (self, line->account_name);
  own.kind = copy_text (self, line->kind);
  own.unit = copy_text (self, line->unit);
  own.ref = copy_text (self, line->ref);
  g_array_append_val (self->lines, own);
}

static void
batch_fill (Batch            *self,
            TroupeLineSource *source)
{
  const TroupeStagedLine *line;

  batch_clear (self);
  while (!self->last && self->lines->len < BATCH_LINES && self->size < BATCH_TEXT)
    {
      self->last = !troupe_line_source_next (source, &line, &self->error) || line == NULL;
      if (!self->last)
        batch_add (self, line);
    }
}

static gpointer
read_thread (gpointer data)
{
  TroupeLineFeed *self = data;
  gboolean last = FALSE;

  while (!last)
    {
      Batch *batch = g_async_queue_pop (self->empty);

      if (!g_atomic_int_get (&self->stopped))
        batch_fill (batch, self->source);
      last = batch->last || g_atomic_int_get (&self->stopped);
      g_async_queue_push (self->full, batch);
    }
  return NULL;
}

TroupeLineFeed *
troupe_line_feed_new (TroupeLineSource *source)
{
  TroupeLineFeed *self = g_new0 (TroupeLineFeed, 1);

  self->source = g_object_ref (source);
  self->empty = g_async_queue_new_full (batch_free);
  self->full = g_async_queue_new_full (batch_free);
  for (int i = 0; i < BATCHES; i++)
    g_async_queue_push (self->empty, batch_new ());
  self->thread = g_thread_new ("troupe-read", read_thread, self);
  return self;
}

void
troupe_line_feed_free (TroupeLineFeed *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  /* wakes the thread if it waits for one */
  g_async_queue_push (self->empty, self->batch != NULL ? self->batch : batch_new ());
  g_thread_join (self->thread);
  g_async_queue_unref (self->empty);
  g_async_queue_unref (self->full);
  g_object_unref (self->source);
  g_free (self);
}

gboolean
troupe_line_feed_next (TroupeLineFeed          *self,
                       const TroupeStagedLine **ret_line,
                       GError                 **error)
{
  *ret_line = NULL;
  while (self->batch == NULL || (self->next == self->batch->lines->len && !self->batch->last))
    {
      if (self->batch != NULL)
        g_async_queue_push (self->empty, self->batch);
      self->batch = g_async_queue_pop (self->full);
      self->next = 0;
    }
  if (self->next < self->batch->lines->len)
    {
      *ret_line = &g_array_index (self->batch->lines, TroupeStagedLine, self->next++);
      return TRUE;
    }
  if (self->batch->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->batch->error));
  return FALSE;
}
