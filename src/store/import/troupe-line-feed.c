#include "troupe-line-feed.h"

#include <string.h>

#include "troupe-read-ahead.h"

/* A batch is full at so many lines, or bytes of text. */
#define BATCH_LINES 512
#define BATCH_TEXT  (128 * 1024)

typedef struct
{
  GArray       *lines;   /* TroupeStagedLine; its text is ours */
  GStringChunk *text;
  gsize         size;    /* of text */
  GError       *error;   /* what the source failed with behind these lines */
} Batch;

struct _TroupeLineFeed
{
  TroupeLineSource *source;
  TroupeReadAhead  *ahead;
  Batch            *batch;    /* that is being emptied; NULL behind the last */
  guint             next;     /* line of it */
};

static gpointer
make_batch (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (TroupeStagedLine));
  self->text = g_string_chunk_new (BATCH_TEXT / 4);
  return self;
}

static void
free_batch (gpointer data)
{
  Batch *self = data;

  g_array_unref (self->lines);
  g_string_chunk_free (self->text);
  g_clear_error (&self->error);
  g_free (self);
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

static gboolean
fill_batch (gpointer data,
            gpointer source)
{
  Batch *self = data;
  const TroupeStagedLine *line;

  g_array_set_size (self->lines, 0);
  g_string_chunk_clear (self->text);
  self->size = 0;
  while (self->lines->len < BATCH_LINES && self->size < BATCH_TEXT)
    {
      if (!troupe_line_source_next (source, &line, &self->error) || line == NULL)
        return FALSE;
      batch_add (self, line);
    }
  return TRUE;
}

static const TroupeBatchType BATCH = { "troupe-read", make_batch, free_batch, fill_batch };

TroupeLineFeed *
troupe_line_feed_new (TroupeLineSource *source)
{
  TroupeLineFeed *self = g_new0 (TroupeLineFeed, 1);

  self->source = g_object_ref (source);
  self->ahead = troupe_read_ahead_new (&BATCH, source);
  self->batch = troupe_read_ahead_next (self->ahead);
  return self;
}

void
troupe_line_feed_free (TroupeLineFeed *self)
{
  troupe_read_ahead_free (self->ahead);
  g_object_unref (self->source);
  g_free (self);
}

gboolean
troupe_line_feed_next (TroupeLineFeed          *self,
                       const TroupeStagedLine **ret_line,
                       GError                 **error)
{
  *ret_line = NULL;
  while (self->batch != NULL && self->next == self->batch->lines->len)
    {
      if (self->batch->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->batch->error));
          return FALSE;
        }
      self->batch = troupe_read_ahead_next (self->ahead);
      self->next = 0;
    }
  if (self->batch != NULL)
    *ret_line = &g_array_index (self->batch->lines, TroupeStagedLine, self->next++);
  return TRUE;
}
