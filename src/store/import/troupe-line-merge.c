#include "troupe-line-merge.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-import-span.h"
#include "troupe-line-writer.h"
#include "troupe-stored-lines.h"
#include "troupe-text.h"

struct _TroupeLineMerge
{
  TroupeWordList     *words;
  TroupeAccountIndex *accounts;
  TroupeRowTally     *tally;
  const TroupeImport *import;
  TroupeStoredLines  *stored;
  TroupeLineWriter   *writer;
  TroupeQuery        *as_of;      /* of an import */
  GByteArray         *last;       /* the line before, a TroupePackedLine */
  gint64              number;     /* counted: how many equal lines came before */
  GByteArray         *revision;   /* room for a TroupePackedLine */
  GArray             *known;      /* gint64 */
};

TroupeLineMerge *
troupe_line_merge_new (TroupeConnection   *connection,
                       TroupeWordList     *words,
                       TroupeAccountIndex *accounts,
                       TroupeRowTally     *tally,
                       const TroupeImport *import)
{
  TroupeLineMerge *self = g_new0 (TroupeLineMerge, 1);

  self->words = words;
  self->accounts = accounts;
  self->tally = tally;
  self->import = import;
  self->writer = troupe_line_writer_new (connection, words, import->id);
  self->stored = troupe_stored_lines_new (connection, words, self->writer);
  self->as_of = troupe_connection_prepare (connection, "SELECT unixepoch (as_of) FROM import WHERE id = ?1");
  self->last = g_byte_array_new ();
  self->revision = g_byte_array_new ();
  self->known = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
troupe_line_merge_free (TroupeLineMerge *self)
{
  troupe_stored_lines_free (self->stored);
  troupe_line_writer_free (self->writer);
  troupe_query_free (self->as_of);
  g_byte_array_unref (self->last);
  g_byte_array_unref (self->revision);
  g_array_unref (self->known);
  g_free (self);
}

static TroupePackedLine *
copy_line (GByteArray             *room,
           const TroupePackedLine *line)
{
  g_byte_array_set_size (room, 0);
  g_byte_array_append (room, (const guint8 *) line, troupe_packed_line_size (line));
  return (TroupePackedLine *) room->data;
}

static void
note_new (TroupeLineMerge        *self,
          const TroupePackedLine *line)
{
  gboolean unknown = troupe_account_index_is_unknown (self->accounts, line->place.account_id);

  if (unknown)
    troupe_account_index_set_waiting (self->accounts, line->place.account_id);
  troupe_row_tally_note (self->tally, line->row, unknown ? TROUPE_ROW_WAITING : TROUPE_ROW_NEW);
}

static gboolean
write_new (TroupeLineMerge         *self,
           const TroupePackedLine  *line,
           GError                 **error)
{
  if (!troupe_line_writer_write (self->writer, line, 0, TROUPE_NONE, error))
    return FALSE;
  note_new (self, line);
  return TRUE;
}

/* What the fee is more than before; a file that says nothing leaves it to the fee card again. */
static gint64
get_fee_difference (gint64 fee,
                    gint64 before)
{
  if (fee == TROUPE_NONE)
    return before == TROUPE_NONE ? TROUPE_NONE : -before;
  return before == TROUPE_NONE ? fee : fee - before;
}

static gboolean
write_revision (TroupeLineMerge         *self,
                const TroupePackedLine  *line,
                const TroupeStoredLine  *stored,
                GError                 **error)
{
  TroupePackedLine *revision = copy_line (self->revision, line);

  if (!g_str_equal (stored->unit, troupe_word_list_get (self->words, line->place.unit)))
    return troupe_fail (error, TROUPE_ERROR_INVALID,
                        _("%s, row %" PRId64 ": this line was imported in %s before and is in %s now. "
                          "Withdraw the import that has it in the wrong unit, then import again"),
                        self->import->file_name, line->row, stored->unit,
                        troupe_word_list_get (self->words, line->place.unit));
  if (__builtin_sub_overflow (line->amount, stored->stated, &revision->amount))
    return troupe_fail (error, TROUPE_ERROR_NUMBER,
                        _("%s, row %" PRId64 ": the amount differs from the one imported before by more than "
                          "can be kept. Check it"), self->import->file_name, line->row);
  revision->fee = get_fee_difference (line->fee, stored->fee);
  return troupe_line_writer_write (self->writer, revision, stored->revision + 1, line->amount, error);
}

/* All that is stored beside the amounts says the same. */
static gboolean
says_the_same (TroupeLineMerge        *self,
               const TroupePackedLine *line,
               const TroupeStoredLine *stored)
{
  return line->content == stored->content && line->day == stored->day && line->per_line == stored->per_line &&
         g_str_equal (troupe_word_list_get (self->words, line->place.unit), stored->unit) &&
         g_strcmp0 (line->ref_size > 0 ? line->ref : NULL, stored->ref) == 0;
}

/* The reading of the month's counters that stored comes from is later than the file's. */
static gboolean
is_older (TroupeLineMerge         *self,
          const TroupeStoredLine  *stored,
          gboolean                *ret_older,
          GError                 **error)
{
  gint64 as_of;

  *ret_older = FALSE;
  if (self->import->as_of == TROUPE_NONE || stored->reversed)
    return TRUE;
  troupe_query_bind_id (self->as_of, 1, stored->import_id);
  if (!troupe_query_run_int (self->as_of, &as_of, error))
    return FALSE;
  *ret_older = as_of > self->import->as_of;
  return TRUE;
}

static gboolean
add_keyed (TroupeLineMerge         *self,
           const TroupePackedLine  *line,
           GError                 **error)
{
  const TroupeStoredLine *stored;
  gboolean older;

  if (!troupe_stored_lines_find (self->stored, &line->place, &stored, error))
    return FALSE;
  /* files state zeros so that an amount that becomes zero is seen; one that always was is no evidence */
  if (stored == NULL && line->amount == 0 && (line->fee == 0 || line->fee == TROUPE_NONE))
    return TRUE;
  if (stored == NULL)
    return write_new (self, line, error);
  if (!is_older (self, stored, &older, error))
    return FALSE;
  if (older || (says_the_same (self, line, stored) && line->amount == stored->stated && line->fee == stored->fee))
    {
      troupe_row_tally_note (self->tally, line->row, older ? TROUPE_ROW_OLDER : TROUPE_ROW_KNOWN);
      return TRUE;
    }
  troupe_row_tally_note (self->tally, line->row, TROUPE_ROW_UPDATED);
  return write_revision (self, line, stored, error);
}

/* The content is a hash, so the n-th equal line is found n after the first: neighbours in the file's
 * order and in the evidence's. Where other content lies there already, the line is found by a hash of
 * all that it says; attempt after attempt, the same places on every machine. */
static gint64
find_key (TroupeLineMerge        *self,
          const TroupePackedLine *line,
          int                     attempt)
{
  const char *unit = troupe_word_list_get (self->words, line->place.unit);
  gint64 said[] = { line->content, line->day, line->amount, line->fee, line->per_line, self->number, attempt };
  guint64 hash;

  if (attempt == 0)
    return troupe_hash_to_number ((guint64) line->content + self->number);
  for (int i = 0; i < G_N_ELEMENTS (said); i++)
    said[i] = GINT64_TO_LE (said[i]);
  hash = troupe_text_hash (said, sizeof said, 0);
  hash = troupe_text_hash (unit, strlen (unit), hash);
  return troupe_hash_to_number (troupe_text_hash (line->ref, line->ref_size, hash));
}

static gboolean
add_counted (TroupeLineMerge         *self,
             const TroupePackedLine  *line,
             GError                 **error)
{
  TroupePackedLine *own = (TroupePackedLine *) self->last->data;
  const TroupeStoredLine *stored;

  for (int attempt = 0;; attempt++)
    {
      own->place.key = find_key (self, line, attempt);
      if (!troupe_stored_lines_find (self->stored, &own->place, &stored, error))
        return FALSE;
      if (stored == NULL)
        return write_new (self, own, error);
      if (says_the_same (self, own, stored) && own->amount == stored->first && own->fee == stored->first_fee)
        break;
    }
  if (!stored->reversed || stored->stated == own->amount)
    {
      troupe_row_tally_note (self->tally, own->row, TROUPE_ROW_KNOWN);
      if (own->ref_size > 0)
        g_array_append_val (self->known, own->place.key);
      return TRUE;
    }
  /* one that was taken back counts again */
  note_new (self, own);
  return write_revision (self, own, stored, error);
}

static gboolean
is_same_place (const TroupeLinePlace *a,
               const TroupeLinePlace *b)
{
  return a->month == b->month && a->account_id == b->account_id && a->kind == b->kind && a->key == b->key;
}

static gboolean
fail_twice (TroupeLineMerge         *self,
            const TroupePackedLine  *one,
            const TroupePackedLine  *other,
            GError                 **error)
{
  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("%s, rows %" PRId64 " and %" PRId64 ": both have the same key%s%s and say "
                        "something else. The platform gives each key once; remove the wrong row and import again"),
                      self->import->file_name, MIN (one->row, other->row), MAX (one->row, other->row),
                      other->ref_size > 0 ? " " : "", other->ref_size > 0 ? other->ref : "");
}

gboolean
troupe_line_merge_add (TroupeLineMerge         *self,
                       const TroupePackedLine  *line,
                       GError                 **error)
{
  const TroupePackedLine *last = (const TroupePackedLine *) self->last->data;
  gboolean same_place, equal;
  TroupePackedLine *own;

  troupe_row_tally_expect (self->tally, line->row);
  same_place = self->last->len > 0 && is_same_place (&last->place, &line->place);
  equal = same_place && troupe_packed_line_equal (last, line);
  if (line->keyed && equal)
    {
      troupe_row_tally_note (self->tally, line->row, TROUPE_ROW_TWICE);
      return TRUE;
    }
  if (line->keyed && same_place)
    return fail_twice (self, last, line, error);

  self->number = equal ? self->number + 1 : 0;
  own = copy_line (self->last, line);
  if (line->keyed)
    return add_keyed (self, own, error);
  if (!add_counted (self, line, error))
    return FALSE;
  own->place.key = line->place.key;
  return TRUE;
}

gboolean
troupe_line_merge_finish (TroupeLineMerge  *self,
                          GError          **error)
{
  return troupe_line_writer_finish (self->writer, error);
}

GArray *
troupe_line_merge_get_known (TroupeLineMerge *self)
{
  return self->known;
}

const TroupeLateLines *
troupe_line_merge_get_late (TroupeLineMerge *self)
{
  return troupe_line_writer_get_late (self->writer);
}

void
troupe_line_merge_count (TroupeLineMerge *self,
                         TroupeImport    *fields)
{
  TroupeMonth first, last;

  fields->lines = troupe_line_writer_get_lines (self->writer);
  troupe_line_writer_get_span (self->writer, &first, &last);
  if (first == TROUPE_NONE)
    return;
  troupe_import_span_widen (fields, first);
  troupe_import_span_widen (fields, last);
}
