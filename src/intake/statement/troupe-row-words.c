#include "troupe-row-words.h"

#include "troupe-currency-text.h"
#include "troupe-error.h"
#include "troupe-text.h"
#include "troupe-vocabulary.h"

#include <glib/gi18n-lib.h>

/* Different words of one role that are kept; files have a handful. */
#define KNOWN_WORDS 256

struct _TroupeRowWords
{
  TroupeRowValues *values;
  GStringChunk    *text;
  GHashTable      *platforms;   /* what the file writes, to our word: each is looked into once */
  GHashTable      *units;
  GPtrArray       *kinds;       /* the same, of each of the profile's lines */
};

static GHashTable *
new_known (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

TroupeRowWords *
troupe_row_words_new (TroupeRowValues *values)
{
  TroupeRowWords *self = g_new0 (TroupeRowWords, 1);

  self->values = values;
  self->text = g_string_chunk_new (256);
  self->platforms = new_known ();
  self->units = new_known ();
  self->kinds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < values->profile->lines->len; i++)
    g_ptr_array_add (self->kinds, new_known ());

  return self;
}

void
troupe_row_words_free (TroupeRowWords *self)
{
  g_ptr_array_unref (self->kinds);
  g_hash_table_unref (self->platforms);
  g_hash_table_unref (self->units);
  g_string_chunk_free (self->text);
  g_free (self);
}

static const char *
remember (TroupeRowWords *self,
          GHashTable     *known,
          const char     *written,
          const char     *word)
{
  if (g_hash_table_size (known) < KNOWN_WORDS)
    g_hash_table_insert (known, g_string_chunk_insert_const (self->text, written),
                         g_string_chunk_insert_const (self->text, word));

  return word;
}

/* What the file writes, or what the profile says for all of it. */
static const char *
get_written (TroupeRowWords          *self,
             const TroupeProfileWord *word)
{
  return troupe_column_is_set (word->column) ? self->values->text[word->column] : word->fixed;
}

/* The word that the profile puts for the file's text. */
static const char *
map_word (TroupeRowWords          *self,
          const TroupeProfileWord *word)
{
  const char *written = get_written (self, word), *mapped;
  g_autofree char *folded = NULL;

  if (!troupe_column_is_set (word->column) || word->map == NULL)
    return written;
  mapped = g_hash_table_lookup (word->map, written);
  if (mapped == NULL)
    {
      folded = troupe_text_fold (written);
      mapped = g_hash_table_lookup (word->map, folded);
    }

  return mapped ? mapped : written;
}

/* Text as one of the words is spelled, or as it is. */
static const char *
spell (const char *const *words,
       const char        *text)
{
  g_autofree char *folded = NULL;

  if (g_strv_contains (words, text))
    return text;
  folded = troupe_text_fold (text);
  for (; *words != NULL; words++)
    if (g_str_equal (*words, folded))
      return *words;

  return text;
}

const char *
troupe_row_words_get_platform (TroupeRowWords *self)
{
  const TroupeProfileWord *word = &self->values->profile->platform;
  const char *written = get_written (self, word), *platform = g_hash_table_lookup (self->platforms, written);

  if (platform != NULL)
    return platform;
  platform = spell (troupe_vocabulary_get_platforms (), map_word (self, word));

  return remember (self, self->platforms, written, *platform != '\0' ? platform : "other");
}

const char *
troupe_row_words_get_kind (TroupeRowWords *self,
                           guint           line)
{
  const TroupeProfileWord *word = &g_array_index (self->values->profile->lines, TroupeProfileLine, line).kind;
  const char *const *kinds = troupe_vocabulary_get_kinds ();
  GHashTable *known = g_ptr_array_index (self->kinds, line);
  const char *written = get_written (self, word), *kind = g_hash_table_lookup (known, written);
  g_autofree char *remark = NULL;

  if (kind != NULL)
    return kind;
  kind = map_word (self, word);
  if (*kind == '\0')
    return remember (self, known, written, "other");
  if (kind != written || !troupe_column_is_set (word->column))
    return remember (self, known, written, kind);
  kind = spell (kinds, kind);
  if (word->map == NULL || g_strv_contains (kinds, kind))
    return remember (self, known, written, kind);
  remark = g_strdup_printf (_("“%s” is no kind of revenue that Troupe knows; see that a fee card and a term cover it"),
                            kind);
  troupe_row_values_remark (self->values, word->column, remark);

  return kind;
}

const char *
troupe_row_words_get_unit (TroupeRowWords  *self,
                           GError         **error)
{
  const TroupeProfileWord *word = &self->values->profile->unit;
  const char *written = get_written (self, word), *unit = g_hash_table_lookup (self->units, written), *currency;

  if (unit != NULL)
    return unit;
  unit = map_word (self, word);
  currency = troupe_currency_read (unit);
  if (currency != NULL)
    unit = currency;
  else if (!g_strv_contains (troupe_vocabulary_get_units (), unit))
    {
      troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” is not a currency; write its code, like CNY or USD"), unit);
      return NULL;
    }

  return remember (self, self->units, written, unit);
}
