#include "troupe-line-sorter.h"

#include <string.h>

#include "troupe-line-run.h"

/* What the buffers of all runs may take together, and the least that one is given. */
#define MERGE_SIZE (16 * 1024 * 1024)
#define RUN_SIZE   (16 * 1024)

/* Sorting moves these instead of lines. */
typedef struct
{
  TroupeLinePlace place;
  guint32         offset;   /* of its line in the chunk, in units of 8 bytes */
} Entry;

typedef struct
{
  TroupeLineRun          *run;
  const TroupePackedLine *line;
} Head;

/* Lines in the order in which they came, and the order in which they belong. */
typedef struct
{
  TroupeWordList *words;
  GByteArray     *lines;
  GArray         *entries;   /* Entry */
} Chunk;

struct _TroupeLineSorter
{
  char        *folder;
  gsize        chunk_size;
  Chunk        chunk;         /* that is being filled */
  Chunk        full;          /* that the thread sorts and writes meanwhile */
  GThread     *thread;
  GError      *failure;       /* of the thread */
  TroupeSpill *spill;         /* NULL while everything fits the chunk */
  guint        next;          /* entry, when there is no spill */
  GArray      *heads;         /* Head of each run with lines left, as a binary heap */
  gboolean     taken;         /* the first head has been handed out */
};

static void
chunk_init (Chunk          *self,
            TroupeWordList *words)
{
  self->words = words;
  self->lines = g_byte_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
}

static void
chunk_clear (Chunk *self)
{
  g_clear_pointer (&self->lines, g_byte_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
}

static const TroupePackedLine *
chunk_get_line (const Chunk *self,
                const Entry *entry)
{
  return (const TroupePackedLine *) (self->lines->data + (gsize) entry->offset * 8);
}

static int
compare_entries_cb (gconstpointer a,
                    gconstpointer b,
                    gpointer      user_data)
{
  const Chunk *chunk = user_data;
  const Entry *one = a, *other = b;
  int order = troupe_line_place_compare (&one->place, &other->place, chunk->words);

  if (order != 0)
    return order;
  return troupe_packed_line_compare (chunk_get_line (chunk, one), chunk_get_line (chunk, other), chunk->words);
}

static void
chunk_sort (Chunk *self)
{
  g_sort_array (self->entries->data, self->entries->len, sizeof (Entry), compare_entries_cb, self);
}

TroupeLineSorter *
troupe_line_sorter_new (const char     *folder,
                        TroupeWordList *words,
                        gsize           chunk_size)
{
  TroupeLineSorter *self = g_new0 (TroupeLineSorter, 1);

  self->folder = g_strdup (folder);
  self->chunk_size = chunk_size;
  chunk_init (&self->chunk, words);
  chunk_init (&self->full, words);
  self->heads = g_array_new (FALSE, FALSE, sizeof (Head));
  return self;
}

void
troupe_line_sorter_free (TroupeLineSorter *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  for (guint i = 0; i < self->heads->len; i++)
    troupe_line_run_free (g_array_index (self->heads, Head, i).run);
  g_array_unref (self->heads);
  g_clear_pointer (&self->spill, troupe_spill_free);
  g_clear_error (&self->failure);
  chunk_clear (&self->chunk);
  chunk_clear (&self->full);
  g_free (self->folder);
  g_free (self);
}

/* Makes a run of the full chunk and empties it. */
static gpointer
spill_thread (gpointer data)
{
  TroupeLineSorter *self = data;
  Chunk *full = &self->full;

  chunk_sort (full);
  for (guint i = 0; i < full->entries->len && self->failure == NULL; i++)
    (void) troupe_spill_write (self->spill, chunk_get_line (full, &g_array_index (full->entries, Entry, i)), &self->failure);
  if (self->failure == NULL)
    (void) troupe_spill_end_run (self->spill, &self->failure);
  g_byte_array_set_size (full->lines, 0);
  g_array_set_size (full->entries, 0);
  return NULL;
}

static gboolean
wait_for_thread (TroupeLineSorter  *self,
                 GError           **error)
{
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->failure));
  return FALSE;
}

/* Hands the chunk to the thread and goes on with the other one. */
static gboolean
spill_chunk (TroupeLineSorter  *self,
             GError           **error)
{
  Chunk chunk = self->chunk;

  if (!wait_for_thread (self, error) ||
      (self->spill == NULL && (self->spill = troupe_spill_new (self->folder, error)) == NULL))
    return FALSE;
  self->chunk = self->full;
  self->full = chunk;
  self->thread = g_thread_new ("troupe-sort", spill_thread, self);
  return TRUE;
}

gboolean
troupe_line_sorter_add (TroupeLineSorter        *self,
                        const TroupePackedLine  *line,
                        const char              *ref,
                        GError                 **error)
{
  TroupePackedLine head = *line;
  Entry entry = { line->place, 0 };
  gsize start, size;

  head.ref_size = ref != NULL ? strlen (ref) + 1 : 0;
  size = troupe_packed_line_size (&head);
  if (self->chunk.entries->len > 0 &&
      self->chunk.lines->len + size + (self->chunk.entries->len + 1) * sizeof entry > self->chunk_size &&
      !spill_chunk (self, error))
    return FALSE;

  start = self->chunk.lines->len;
  g_byte_array_set_size (self->chunk.lines, start + size);
  memset (self->chunk.lines->data + start + size - 8, 0, 8);
  memcpy (self->chunk.lines->data + start, &head, sizeof head);
  if (ref != NULL)
    memcpy (self->chunk.lines->data + start + offsetof (TroupePackedLine, ref), ref, head.ref_size);

  entry.offset = start / 8;
  g_array_append_val (self->chunk.entries, entry);
  return TRUE;
}

static gboolean
is_before (TroupeLineSorter *self,
           guint             a,
           guint             b)
{
  return troupe_packed_line_compare (g_array_index (self->heads, Head, a).line,
                                     g_array_index (self->heads, Head, b).line, self->chunk.words) < 0;
}

/* Lets the head at this place sink to where it belongs in the heap. */
static void
sink (TroupeLineSorter *self,
      guint             place)
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

static gboolean
open_runs (TroupeLineSorter *self,
           GError          **error)
{
  guint n = troupe_spill_get_runs (self->spill);

  for (guint i = 0; i < n; i++)
    {
      Head head = { troupe_line_run_new (self->spill, i, MAX (MERGE_SIZE / n, RUN_SIZE)), NULL };

      g_array_append_val (self->heads, head);
      if (!troupe_line_run_next (head.run, &g_array_index (self->heads, Head, i).line, error))
        return FALSE;
    }
  for (guint i = n / 2; i-- > 0;)
    sink (self, i);
  return TRUE;
}

gboolean
troupe_line_sorter_finish (TroupeLineSorter  *self,
                           GError           **error)
{
  if (self->spill == NULL)
    {
      chunk_sort (&self->chunk);
      return TRUE;
    }
  if ((self->chunk.entries->len > 0 && !spill_chunk (self, error)) || !wait_for_thread (self, error))
    return FALSE;
  chunk_clear (&self->chunk);
  chunk_clear (&self->full);
  return open_runs (self, error);
}

/* Moves on the run whose line was handed out. */
static gboolean
advance (TroupeLineSorter *self,
         GError          **error)
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

gboolean
troupe_line_sorter_next (TroupeLineSorter        *self,
                         const TroupePackedLine **ret_line,
                         GError                 **error)
{
  *ret_line = NULL;
  if (self->spill == NULL)
    {
      if (self->next < self->chunk.entries->len)
        *ret_line = chunk_get_line (&self->chunk, &g_array_index (self->chunk.entries, Entry, self->next++));
      return TRUE;
    }
  if (self->taken && self->heads->len > 0 && !advance (self, error))
    return FALSE;
  self->taken = TRUE;
  if (self->heads->len > 0)
    *ret_line = g_array_index (self->heads, Head, 0).line;
  return TRUE;
}
