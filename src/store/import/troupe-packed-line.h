/* Private to the store: a line of a file on its way to its place among the evidence, as compact as it
 * can be sorted and spilled. Words (kinds, units) are numbers of a list of words. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TroupeWordList TroupeWordList;

TroupeWordList *troupe_word_list_new  (void);
void            troupe_word_list_free (TroupeWordList *self);
/* FALSE: there are as many as can be counted. */
gboolean        troupe_word_list_add  (TroupeWordList *self,
                                       const char     *word,
                                       guint16        *ret_number) G_GNUC_WARN_UNUSED_RESULT;
const char     *troupe_word_list_get  (TroupeWordList *self,
                                       guint16         number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeWordList, troupe_word_list_free)

/* Where a line lies: the primary key of evidence, but for its revision. */
typedef struct
{
  gint64  account_id;
  gint64  key;       /* counted lines: the content, to which their number will be added */
  gint32  month;
  guint16 kind;
  guint16 unit;      /* here because it fits; no part of the place */
} TroupeLinePlace;

typedef struct
{
  TroupeLinePlace place;
  gint64  content;
  gint64  amount;
  gint64  fee;
  gint64  row;
  gint32  day;
  guint32 keyed : 1;
  guint32 per_line : 1;
  guint32 ref_size : 30;   /* with its NUL; 0: none */
  char    ref[];
} TroupePackedLine;

/* A hash as a number of the evidence, where one stands for "no value". */
gint64   troupe_hash_to_number     (guint64                 hash);
int      troupe_line_place_compare (const TroupeLinePlace  *a,
                                    const TroupeLinePlace  *b,
                                    TroupeWordList         *words);
/* By place, then by what it says, then by row: equal lines of a file follow one another. */
int      troupe_packed_line_compare (const TroupePackedLine *a,
                                     const TroupePackedLine *b,
                                     TroupeWordList         *words);
/* All that is stored says the same. Place and row are not looked at. */
gboolean troupe_packed_line_equal  (const TroupePackedLine *a,
                                    const TroupePackedLine *b);
gsize    troupe_packed_line_size   (const TroupePackedLine *self);

G_END_DECLS
