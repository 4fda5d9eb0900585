#include "troupe-run-merge.h"

#include "troupe-read-ahead.h"

/* What the buffers of all runs may take together, and the least that one is given. */
#define MERGE_SIZE (16 * 1024 * 1024)
#define RUN_SIZE   (16 * 1024)
/* A batch is full at so many bytes: few enough to be still in the processor's cache when they are stored. */
#define BATCH_SIZE (64 * 1024)

typedef struct
{
  TroupeLineRun          *run;
  const TroupePackedLine *line;
} Head;

typedef struct
{
  GByteArray *lines;   /* TroupePackedLine after TroupePackedLine */
  GError     *error;   /* what reading failed with behind them */
} Batch;

struct _TroupeRunMerge
{
  TroupeWordList  *words;
  GArray          *heads;      /* Head of each run with lines left, as a binary heap; the thread's */
  TroupeReadAhead *ahead;
  Batch           *batch;      /* that is being emptied; NULL behind the last */
  gsize            position;   /* of its next line */
};

static gpointer
make_batch (void)
{
  Batch *self = g_new0 (Batch, 1);

  self->lines = g_byte_array_sized_new (BATCH_SIZE);
  return self;
}

static void
free_batch (gpointer data)
{
  Batch *self = data;

  g_byte_array_unref (self->lines);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
is_before (TroupeRunMerge *self,
           guint           a,
           guint           b)
{
  return troupe_packed_line_compare (g_array_index (self->heads, Head, a).line,
                                     g_array_index (self->heads, Head, b).line, self->words) < 0;
}

/* Lets the head at this place sink to where it belongs in the heap. */
static void
sink (TroupeRunMerge *self,
      guint           place)
{
  for (guint child = 2 * place + 1; child < self->heads->len; child = 2 * place + 1)
    {
      Head *heads = (Head *) self->heads->data, other;

      if (child + 1 < self->heads->len && is_before (self, child + 1, child))
        child++;
      if (!is_before (self, child, place))
        return;
      other = heads[place];
      heads[place] = heads[child];
      heads[child] = other;
      place = child;
    }
}

/* The first line of every run. */
static gboolean
read_heads (TroupeRunMerge  *self,
            GError         **error)
{
  for (guint i = 0; i < self->heads->len; i++)
    {
      Head *head = &g_array_index (self->heads, Head, i);

      if (!troupe_line_run_next (head->run, &head->line, error))
        return FALSE;
    }
  for (guint i = self->heads->len / 2; i-- > 0;)
    sink (self, i);
  return TRUE;
}

/* Moves on the run whose line was taken. */
static gboolean
advance (TroupeRunMerge  *self,
         GError         **error)
{
  Head *first = &g_array_index (self->heads, Head, 0);

  if (!troupe_line_run_next (first->run, &first->line, error))
    return FALSE;
  if (first->line == NULL)
    {
      troupe_line_run_free (first->run);
      g_array_remove_index_fast (self->heads, 0);
    }
  sink (self, 0);
  return TRUE;
}

static gboolean
fill_batch (gpointer batch,
            gpointer data)
{
  Batch *filling = batch;
  TroupeRunMerge *self = data;

  g_byte_array_set_size (filling->lines, 0);
  if (self->heads->len > 0 && g_array_index (self->heads, Head, 0).line == NULL && !read_heads (self, &filling->error))
    return FALSE;
  while (self->heads->len > 0 && filling->lines->len < BATCH_SIZE)
    {
      const TroupePackedLine *line = g_array_index (self->heads, Head, 0).line;

      g_byte_array_append (filling->lines, (const guint8 *) line, troupe_packed_line_size (line));
      if (!advance (self, &filling->error))
        return FALSE;
    }
  return self->heads->len > 0;
}

static const TroupeBatchType BATCH = { "troupe-merge", make_batch, free_batch, fill_batch };

TroupeRunMerge *
troupe_run_merge_new (TroupeSpill    *spill,
                      TroupeWordList *words)
{
  TroupeRunMerge *self = g_new0 (TroupeRunMerge, 1);
  guint n = troupe_spill_get_runs (spill);

  self->words = words;
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  for (guint i = 0; i < n; i++)
    {
      Head head = { troupe_line_run_new (spill, i, MAX (MERGE_SIZE / n, RUN_SIZE)), NULL };

      g_array_append_val (self->heads, head);
    }
  self->ahead = troupe_read_ahead_new (&BATCH, self);
  self->batch = troupe_read_ahead_next (self->ahead);
  return self;
}

void
troupe_run_merge_free (TroupeRunMerge *self)
{
  troupe_read_ahead_free (self->ahead);
  for (guint i = 0; i < self->heads->len; i++)
    troupe_line_run_free (g_array_index (self->heads, Head, i).run);
  g_array_unref (self->heads);
  g_free (self);
}

gboolean
troupe_run_merge_next (TroupeRunMerge          *self,
                       const TroupePackedLine **ret_line,
                       GError                 **error)
{
  *ret_line = NULL;
  while (self->batch != NULL && self->position == self->batch->lines->len)
    {
      if (self->batch->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->batch->error));
          return FALSE;
        }
      self->batch = troupe_read_ahead_next (self->ahead);
      self->position = 0;
    }
  if (self->batch == NULL)
    return TRUE;
  *ret_line = (const TroupePackedLine *) (self->batch->lines->data + self->position);
  self->position += troupe_packed_line_size (*ret_line);
  return TRUE;
}
