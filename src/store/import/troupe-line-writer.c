#include "troupe-line-writer.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-draft.h"
#include "troupe-error.h"
#include "troupe-line.h"
#include "troupe-month-booking.h"

/* Lines that one statement inserts: a third cheaper than one by one, and in a big file as cheap as in a small one. */
#define BATCH 128

/* Parameters of the insert: what all of its lines have in common, and then what each line has. */
enum
{
  MONTH = 1, BOOKED, IMPORT_ID, COMMON = IMPORT_ID,
  ACCOUNT_ID = 1, KIND, KEY, REVISION, DAY, AMOUNT, STATED, FEE, UNIT, REF, CONTENT, ROW, PER_LINE, OWN = PER_LINE,
};

struct _TroupeLineWriter
{
  TroupeConnection *connection;
  TroupeWordList   *words;
  gint64            import_id;
  TroupeQuery      *insert;    /* of one line */
  TroupeQuery      *insert_batch;
  TroupeQuery      *add_total;
  TroupeLine        batch[BATCH];
  GString          *refs[BATCH];
  guint             pending;   /* lines of the batch */
  TroupeMonth       booked;    /* of the current month */
  TroupeMonth       first;     /* that lines were written to; they rise */
  TroupeMonth       first_booked;
  GArray           *totals;    /* TroupeTotalChange of the current month, account and kind, by unit */
  TroupeMonth       month;
  gint64            account_id;
  guint16           kind;
  gint64            lines;
  TroupeLateLines   late;
};

static TroupeQuery *
prepare_insert (TroupeConnection *connection,
                int               lines)
{
  g_autoptr(GString) sql =
    g_string_new ("INSERT INTO line (month, booked, import_id, account_id, kind, key, revision, day, amount, stated, "
                  "fee, unit, ref, content, row, per_line) VALUES ");

  for (int i = 0; i < lines; i++)
    {
      g_string_append_printf (sql, "%s(?%d, ?%d, ?%d", i > 0 ? ", " : "", MONTH, BOOKED, IMPORT_ID);
      for (int own = 1; own <= OWN; own++)
        g_string_append_printf (sql, ", ?%d", COMMON + i * OWN + own);
      g_string_append_c (sql, ')');
    }
  return troupe_connection_prepare (connection, sql->str);
}

TroupeLineWriter *
troupe_line_writer_new (TroupeConnection *connection,
                        TroupeWordList   *words,
                        gint64            import_id)
{
  TroupeLineWriter *self = g_new0 (TroupeLineWriter, 1);

  self->connection = connection;
  self->words = words;
  self->import_id = import_id;
  self->insert = prepare_insert (connection, 1);
  self->insert_batch = prepare_insert (connection, BATCH);
  self->add_total = troupe_month_prepare_total (connection);
  for (int i = 0; i < BATCH; i++)
    self->refs[i] = g_string_new (NULL);
  self->totals = g_array_new (FALSE, FALSE, sizeof (TroupeTotalChange));
  self->month = self->first = self->first_booked = TROUPE_NONE;
  self->late = (TroupeLateLines) { 0, TROUPE_NONE, TROUPE_NONE, TROUPE_NONE };
  return self;
}

void
troupe_line_writer_free (TroupeLineWriter *self)
{
  troupe_query_free (self->insert);
  troupe_query_free (self->insert_batch);
  troupe_query_free (self->add_total);
  for (int i = 0; i < BATCH; i++)
    g_string_free (self->refs[i], TRUE);
  g_array_unref (self->totals);
  g_free (self);
}

gint64
troupe_line_writer_get_lines (TroupeLineWriter *self)
{
  return self->lines;
}

void
troupe_line_writer_get_span (TroupeLineWriter *self,
                             TroupeMonth      *ret_first,
                             TroupeMonth      *ret_last)
{
  *ret_first = self->first;
  *ret_last = self->month;
}

const TroupeLateLines *
troupe_line_writer_get_late (TroupeLineWriter *self)
{
  return &self->late;
}

/* Months rise, and closed ones are followed by one open month. */
static void
count_line (TroupeLineWriter *self)
{
  self->lines++;
  if (self->booked == self->month)
    return;
  self->late.lines++;
  self->late.first = self->late.first == TROUPE_NONE ? self->month : self->late.first;
  self->late.last = self->month;
  self->late.booked = self->booked;
}

static gboolean
write_totals (TroupeLineWriter  *self,
              GError           **error)
{
  for (guint i = 0; i < self->totals->len; i++)
    if (!troupe_month_run_total (self->add_total, &g_array_index (self->totals, TroupeTotalChange, i), error))
      return FALSE;
  g_array_set_size (self->totals, 0);
  return TRUE;
}

static gboolean
enter_group (TroupeLineWriter       *self,
             const TroupeLinePlace  *place,
             GError                **error)
{
  if (self->month == place->month && self->account_id == place->account_id && self->kind == place->kind)
    return TRUE;
  if (!write_totals (self, error))
    return FALSE;
  if (self->month != place->month)
    {
      if (!troupe_line_writer_flush (self, error) ||
          !troupe_month_find_open (self->connection, place->month, &self->booked, error))
        return FALSE;
      if (self->first == TROUPE_NONE)
        {
          self->first = place->month;
          self->first_booked = self->booked;
        }
    }
  self->month = place->month;
  self->account_id = place->account_id;
  self->kind = place->kind;
  return TRUE;
}

static gboolean
add_to_total (TroupeLineWriter        *self,
              const TroupePackedLine  *line,
              GError                 **error)
{
  const char *unit = troupe_word_list_get (self->words, line->place.unit);
  TroupeTotalChange change = { line->place.month, line->place.account_id,
                               troupe_word_list_get (self->words, line->place.kind), unit, line->amount, 1 };

  for (guint i = 0; i < self->totals->len; i++)
    {
      TroupeTotalChange *total = &g_array_index (self->totals, TroupeTotalChange, i);

      /* the list of words has each once */
      if (total->unit != unit)
        continue;
      total->lines++;
      return !__builtin_add_overflow (total->amount, line->amount, &total->amount) ||
             troupe_fail (error, TROUPE_ERROR_NUMBER,
                          _("Row %" PRId64 ": the month’s amounts in %s add up to more than can be kept. "
                            "Check the amounts of the file and its unit"), line->row, unit);
    }
  g_array_append_val (self->totals, change);
  return TRUE;
}

static void
bind (TroupeQuery      *query,
      guint             number,
      const TroupeLine *line)
{
  int before = COMMON + number * OWN;

  troupe_query_bind_id (query, before + ACCOUNT_ID, line->account_id);
  troupe_query_bind_text (query, before + KIND, line->kind);
  troupe_query_bind_int (query, before + KEY, line->key);
  troupe_query_bind_int (query, before + REVISION, line->revision);
  troupe_query_bind_day (query, before + DAY, line->day);
  troupe_query_bind_int (query, before + AMOUNT, line->amount);
  troupe_query_bind_int (query, before + STATED, line->stated);
  troupe_query_bind_int (query, before + FEE, line->fee);
  troupe_query_bind_text (query, before + UNIT, line->unit);
  troupe_query_bind_text (query, before + REF, line->ref);
  troupe_query_bind_int (query, before + CONTENT, line->content);
  troupe_query_bind_int (query, before + ROW, line->row);
  troupe_query_bind_int (query, before + PER_LINE, line->per_line);
}

/* Inserts lines that follow one another in the batch; all are of the current month. */
static gboolean
insert (TroupeLineWriter  *self,
        TroupeQuery       *query,
        guint              first,
        guint              lines,
        GError           **error)
{
  troupe_query_bind_month (query, MONTH, self->month);
  troupe_query_bind_month (query, BOOKED, self->booked);
  troupe_query_bind_id (query, IMPORT_ID, self->import_id);
  for (guint i = 0; i < lines; i++)
    bind (query, i, &self->batch[first + i]);
  return troupe_query_run (query, error);
}

gboolean
troupe_line_writer_flush (TroupeLineWriter  *self,
                          GError           **error)
{
  guint pending = self->pending;

  self->pending = 0;
  if (pending == BATCH)
    return insert (self, self->insert_batch, 0, BATCH, error);
  for (guint i = 0; i < pending; i++)
    if (!insert (self, self->insert, i, 1, error))
      return FALSE;
  return TRUE;
}

gboolean
troupe_line_writer_write (TroupeLineWriter        *self,
                          const TroupePackedLine  *line,
                          gint64                   revision,
                          gint64                   stated,
                          GError                 **error)
{
  TroupeLine *own;
  GString *ref;

  if (!enter_group (self, &line->place, error) || !add_to_total (self, line, error))
    return FALSE;

  own = &self->batch[self->pending];
  ref = self->refs[self->pending];
  g_string_assign (ref, line->ref_size > 0 ? line->ref : "");
  *own = (TroupeLine) {
    .account_id = self->account_id, .kind = troupe_word_list_get (self->words, line->place.kind),
    .key = line->place.key, .revision = revision, .day = line->day, .amount = line->amount, .stated = stated,
    .fee = line->fee, .unit = troupe_word_list_get (self->words, line->place.unit),
    .ref = line->ref_size > 0 ? ref->str : NULL, .content = line->content, .row = line->row,
    .per_line = line->per_line,
  };
  self->pending++;
  count_line (self);
  return self->pending < BATCH || troupe_line_writer_flush (self, error);
}

gboolean
troupe_line_writer_finish (TroupeLineWriter  *self,
                           GError           **error)
{
  return troupe_line_writer_flush (self, error) &&
         write_totals (self, error) &&
         (self->first == TROUPE_NONE || troupe_draft_mark_stale (self->connection, self->first_booked, 0, error));
}
