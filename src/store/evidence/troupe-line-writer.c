#include "troupe-line-writer.h"

#include <glib/gi18n-lib.h>

#include "troupe-draft.h"
#include "troupe-error.h"
#include "troupe-line.h"
#include "troupe-month-booking.h"
#include "troupe-record-sql.h"

/* Parameters of the insert: columns of line from 1. */
enum
{
  MONTH = 1, ACCOUNT_ID, KIND, KEY, REVISION, BOOKED, DAY, AMOUNT, STATED, FEE, UNIT, REF, CONTENT, IMPORT_ID, ROW,
  PER_LINE,
};

struct _TroupeLineWriter
{
  TroupeConnection *connection;
  TroupeWordList   *words;
  TroupeQuery      *insert;
  TroupeMonth       booked;    /* of the current month */
  TroupeMonth       first;     /* that lines were written to; they rise */
  TroupeMonth       first_booked;
  GArray           *totals;    /* TroupeTotalChange of the current month, account and kind, by unit */
  TroupeMonth       month;
  gint64            account_id;
  guint16           kind;
  gint64            lines;
};

TroupeLineWriter *
troupe_line_writer_new (TroupeConnection *connection,
                        TroupeWordList   *words,
                        gint64            import_id)
{
  TroupeLineWriter *self = g_new0 (TroupeLineWriter, 1);

  self->connection = connection;
  self->words = words;
  self->insert = troupe_record_sql_insert (connection, &TROUPE_LINE);
  troupe_query_bind_id (self->insert, IMPORT_ID, import_id);
  self->totals = g_array_new (FALSE, FALSE, sizeof (TroupeTotalChange));
  self->month = self->first = self->first_booked = TROUPE_NONE;
  return self;
}

void
troupe_line_writer_free (TroupeLineWriter *self)
{
  troupe_query_free (self->insert);
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

static gboolean
write_totals (TroupeLineWriter  *self,
              GError           **error)
{
  for (guint i = 0; i < self->totals->len; i++)
    if (!troupe_month_change_total (self->connection, &g_array_index (self->totals, TroupeTotalChange, i), error))
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
      if (!troupe_month_find_open (self->connection, place->month, &self->booked, error))
        return FALSE;
      if (self->first == TROUPE_NONE)
        {
          self->first = place->month;
          self->first_booked = self->booked;
        }
      troupe_query_bind_month (self->insert, MONTH, place->month);
      troupe_query_bind_month (self->insert, BOOKED, self->booked);
    }
  self->month = place->month;
  self->account_id = place->account_id;
  self->kind = place->kind;
  troupe_query_bind_id (self->insert, ACCOUNT_ID, place->account_id);
  troupe_query_bind_text (self->insert, KIND, troupe_word_list_get (self->words, place->kind));
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
                          _("Row %" G_GINT64_FORMAT ": the month’s amounts in %s add up to more than can be kept. "
                            "Check the amounts of the file and its unit"), line->row, unit);
    }
  g_array_append_val (self->totals, change);
  return TRUE;
}

gboolean
troupe_line_writer_write (TroupeLineWriter        *self,
                          const TroupePackedLine  *line,
                          gint64                   revision,
                          gint64                   stated,
                          GError                 **error)
{
  TroupeQuery *query = self->insert;

  if (!enter_group (self, &line->place, error) || !add_to_total (self, line, error))
    return FALSE;
  troupe_query_bind_int (query, KEY, line->place.key);
  troupe_query_bind_int (query, REVISION, revision);
  troupe_query_bind_day (query, DAY, line->day);
  troupe_query_bind_int (query, AMOUNT, line->amount);
  troupe_query_bind_int (query, STATED, stated);
  troupe_query_bind_int (query, FEE, line->fee);
  troupe_query_bind_text (query, UNIT, troupe_word_list_get (self->words, line->place.unit));
  troupe_query_bind_text (query, REF, line->ref_size > 0 ? line->ref : NULL);
  troupe_query_bind_int (query, CONTENT, line->content);
  troupe_query_bind_int (query, ROW, line->row);
  troupe_query_bind_int (query, PER_LINE, line->per_line);
  self->lines++;
  return troupe_query_run (query, error);
}

gboolean
troupe_line_writer_finish (TroupeLineWriter  *self,
                           GError           **error)
{
  return write_totals (self, error) &&
         (self->first == TROUPE_NONE || troupe_draft_mark_stale (self->connection, self->first_booked, 0, error));
}
