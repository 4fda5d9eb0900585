#include "troupe-roster-private.h"

#include <string.h>

#include "troupe-text.h"

/* Folded text of all entries stands in one block, an entry to a line, and is searched as one: that
 * finds any substring, a single character of Chinese included, where an index of words could not. */
struct _TroupeRoster
{
  GObject       parent;
  GArray       *entries;
  GStringChunk *texts;
  GString      *block;
  GArray       *ends;      /* gsize: behind the line of each entry */
};

G_DEFINE_FINAL_TYPE (TroupeRoster, troupe_roster, G_TYPE_OBJECT)

static void
troupe_roster_finalize (GObject *object)
{
  TroupeRoster *self = TROUPE_ROSTER (object);

  g_array_unref (self->entries);
  g_array_unref (self->ends);
  g_string_chunk_free (self->texts);
  g_string_free (self->block, TRUE);
  G_OBJECT_CLASS (troupe_roster_parent_class)->finalize (object);
}

static void
troupe_roster_class_init (TroupeRosterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_roster_finalize;
}

static void
troupe_roster_init (TroupeRoster *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (TroupeRosterEntry));
  self->ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->texts = g_string_chunk_new (64 * 1024);
  self->block = g_string_new (NULL);
}

TroupeRoster *
troupe_roster_new (void)
{
  return g_object_new (TROUPE_TYPE_ROSTER, NULL);
}

void
troupe_roster_add (TroupeRoster            *self,
                   const TroupeRosterEntry *entry,
                   const char              *words)
{
  TroupeRosterEntry copy = *entry;
  const char *team = entry->team ? entry->team : "";
  const char *category = entry->category ? entry->category : "";
  g_autofree char *line = g_strjoin (" ", entry->name, team, category, words, NULL);
  g_autofree char *folded = troupe_text_fold (line);

  copy.name = g_string_chunk_insert (self->texts, entry->name);
  copy.team = g_string_chunk_insert_const (self->texts, team);
  copy.category = g_string_chunk_insert_const (self->texts, category);
  g_array_append_val (self->entries, copy);
  g_string_append (self->block, folded);
  g_string_append_c (self->block, '\n');
  g_array_append_val (self->ends, self->block->len);
}

guint
troupe_roster_get_size (TroupeRoster *self)
{
  return self->entries->len;
}

const TroupeRosterEntry *
troupe_roster_get_entry (TroupeRoster *self,
                         guint         index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);
  return &g_array_index (self->entries, TroupeRosterEntry, index);
}

/* The first entry from this one on whose line ends behind offset: near, as a search goes forward. */
static guint
find_entry (TroupeRoster *self,
            guint         from,
            gsize         offset)
{
  guint low = from, step = 1, high;

  while (low + step < self->ends->len && g_array_index (self->ends, gsize, low + step) <= offset)
    {
      low += step;
      step *= 2;
    }
  high = MIN (low + step, self->ends->len - 1);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->ends, gsize, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_words (TroupeRoster      *self,
           guint              index,
           const char *const *words)
{
  gsize start = index > 0 ? g_array_index (self->ends, gsize, index - 1) : 0;
  gsize length = g_array_index (self->ends, gsize, index) - start;

  for (; *words != NULL; words++)
    if (memmem (self->block->str + start, length, *words, strlen (*words)) == NULL)
      return FALSE;
  return TRUE;
}

/* Looks for the longest word, which is found least often, and for the others where that is. */
static void
search_words (TroupeRoster  *self,
              char         **words,
              GArray        *found)
{
  const char *block = self->block->str;
  gsize offset = 0, length;
  guint index = 0;
  const char *hit;

  for (char **word = words + 1; *word != NULL; word++)
    if (strlen (*word) > strlen (words[0]))
      {
        char *longer = *word;

        *word = words[0];
        words[0] = longer;
      }
  length = strlen (words[0]);
  while ((hit = memmem (block + offset, self->block->len - offset, words[0], length)) != NULL)
    {
      index = find_entry (self, index, hit - block);
      if (has_words (self, index, (const char *const *) words + 1))
        g_array_append_val (found, index);
      offset = g_array_index (self->ends, gsize, index);
    }
}

GArray *
troupe_roster_search (TroupeRoster *self,
                      const char   *text)
{
  g_autofree char *folded = troupe_text_fold (text);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (words[0] != NULL)
    search_words (self, words, found);
  else
    for (guint i = 0; i < self->entries->len; i++)
      g_array_append_val (found, i);
  return found;
}
