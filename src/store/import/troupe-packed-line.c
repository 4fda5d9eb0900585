#include "troupe-packed-line.h"

#include <string.h>

#include "troupe-decimal.h"

/* Words never move: while one thread adds some, another may read those that were there before. */
struct _TroupeWordList
{
  GHashTable *numbers;
  guint       n_words;
  char       *words[G_MAXUINT16 + 1];
};

TroupeWordList *
troupe_word_list_new (void)
{
  TroupeWordList *self = g_new0 (TroupeWordList, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
troupe_word_list_free (TroupeWordList *self)
{
  g_hash_table_unref (self->numbers);
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
  g_free (self);
}

gboolean
troupe_word_list_add (TroupeWordList *self,
                      const char     *word,
                      guint16        *ret_number)
{
  gpointer number;

  if (g_hash_table_lookup_extended (self->numbers, word, NULL, &number))
    {
      *ret_number = GPOINTER_TO_UINT (number);
      return TRUE;
    }
  if (self->n_words == G_N_ELEMENTS (self->words))
    return FALSE;
  self->words[self->n_words] = g_strdup (word);
  g_hash_table_insert (self->numbers, self->words[self->n_words], GUINT_TO_POINTER (self->n_words));
  *ret_number = self->n_words++;
  return TRUE;
}

const char *
troupe_word_list_get (TroupeWordList *self,
                      guint16         number)
{
  return self->words[number];
}

gint64
troupe_hash_to_number (guint64 hash)
{
  return (gint64) hash == TROUPE_NONE ? 0 : (gint64) hash;
}

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

int
troupe_line_place_compare (const TroupeLinePlace *a,
                           const TroupeLinePlace *b,
                           TroupeWordList        *words)
{
  if (a->month != b->month)
    return COMPARE (a->month, b->month);
  if (a->account_id != b->account_id)
    return COMPARE (a->account_id, b->account_id);
  if (a->kind != b->kind)
    return strcmp (troupe_word_list_get (words, a->kind), troupe_word_list_get (words, b->kind));
  return COMPARE (a->key, b->key);
}

static int
compare_saying (const TroupePackedLine *a,
                const TroupePackedLine *b)
{
  if (a->content != b->content)
    return COMPARE (a->content, b->content);
  if (a->day != b->day)
    return COMPARE (a->day, b->day);
  if (a->amount != b->amount)
    return COMPARE (a->amount, b->amount);
  if (a->fee != b->fee)
    return COMPARE (a->fee, b->fee);
  if (a->place.unit != b->place.unit)
    return COMPARE (a->place.unit, b->place.unit);
  if (a->per_line != b->per_line)
    return COMPARE (a->per_line, b->per_line);
  if (a->ref_size != b->ref_size)
    return COMPARE (a->ref_size, b->ref_size);
  return memcmp (a->ref, b->ref, a->ref_size);
}

int
troupe_packed_line_compare (const TroupePackedLine *a,
                            const TroupePackedLine *b,
                            TroupeWordList         *words)
{
  int order = troupe_line_place_compare (&a->place, &b->place, words);

  if (order == 0)
    order = compare_saying (a, b);
  return order != 0 ? order : COMPARE (a->row, b->row);
}

gboolean
troupe_packed_line_equal (const TroupePackedLine *a,
                          const TroupePackedLine *b)
{
  return compare_saying (a, b) == 0;
}

gsize
troupe_packed_line_size (const TroupePackedLine *self)
{
  /* aligned for the line that follows it in a chunk */
  return (sizeof *self + self->ref_size + 7) & ~(gsize) 7;
}
