#include "troupe-line-sorter.h"

#include <string.h>

#include "troupe-run-merge.h"
#include "troupe-thread.h"

/* Sorting moves these instead of lines. */
typedef struct
{
  TroupeLinePlace place;
  guint32         offset;   /* of its line in the chunk, in units of 8 bytes */
} Entry;

/* Lines in the order in which they came, and the order in which they belong. */
typedef struct
{
  TroupeWordList *words;
  GByteArray     *lines;
  GArray         *entries;   /* Entry */
} Chunk;

struct _TroupeLineSorter
{
  char           *folder;
  gsize           chunk_size;
  Chunk           chunk;        /* that is being filled */
  Chunk           full;         /* that the thread sorts and writes meanwhile */
  GThread        *thread;
  GError         *failure;      /* of the thread */
  TroupeSpill    *spill;        /* NULL while everything fits the chunk */
  guint           next;         /* entry, when there is no spill */
  TroupeRunMerge *merge;        /* when there is one */
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
  return self;
}

void
troupe_line_sorter_free (TroupeLineSorter *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->merge, troupe_run_merge_free);
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

/* Hands the chunk to the thread and goes on with the other one. */
static gboolean
spill_chunk (TroupeLineSorter  *self,
             GError           **error)
{
  Chunk chunk = self->chunk;

  if (!troupe_thread_wait (&self->thread, &self->failure, error) ||
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

gboolean
troupe_line_sorter_finish (TroupeLineSorter  *self,
                           GError           **error)
{
  if (self->spill == NULL)
    {
      chunk_sort (&self->chunk);
      return TRUE;
    }
  if ((self->chunk.entries->len > 0 && !spill_chunk (self, error)) || !troupe_thread_wait (&self->thread, &self->failure, error))
    return FALSE;
  chunk_clear (&self->chunk);
  chunk_clear (&self->full);
  self->merge = troupe_run_merge_new (self->spill, self->chunk.words);
  return TRUE;
}

gboolean
troupe_line_sorter_next (TroupeLineSorter        *self,
                         const TroupePackedLine **ret_line,
                         GError                 **error)
{
  if (self->merge != NULL)
    return troupe_run_merge_next (self->merge, ret_line, error);
  *ret_line = NULL;
  if (self->next < self->chunk.entries->len)
    *ret_line = chunk_get_line (&self->chunk, &g_array_index (self->chunk.entries, Entry, self->next++));
  return TRUE;
}
