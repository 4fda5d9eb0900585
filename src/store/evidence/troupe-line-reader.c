#include "troupe-line-reader.h"

#include <string.h>

enum
{
  ACCOUNT_ID, KIND, DAY, AMOUNT, FEE, UNIT, PER_LINE, MONTH,
};

void
troupe_line_reader_init (TroupeLineReader *self,
                         TroupeMonth       booked,
                         gboolean          late)
{
  *self = (TroupeLineReader) { .late = late };
  troupe_record_clear (&TROUPE_LINE, &self->line);
  self->line.month = self->line.booked = booked;
}

/* The next line mostly has the same. */
static const char *
intern (const char *last,
        const char *word)
{
  return last != NULL && strcmp (last, word) == 0 ? last : g_intern_string (word);
}

static TroupeMonth
read_month (TroupeLineReader *self,
            TroupeQuery      *query)
{
  const char *text = troupe_query_get_text (query, MONTH);

  if (strcmp (text, self->month_text) == 0)
    return self->line.month;
  g_strlcpy (self->month_text, text, sizeof self->month_text);
  return troupe_query_get_month (query, MONTH);
}

/* Days of one month differ in two digits only. */
static TroupeDay
read_day (TroupeLineReader *self,
          TroupeQuery      *query)
{
  const char *text = troupe_query_get_text (query, DAY);
  int number = (text[8] - '0') * 10 + text[9] - '0';

  if (memcmp (text, self->day_text, 8) != 0)
    {
      memcpy (self->day_text, text, 8);
      self->before = troupe_query_get_day (query, DAY) - number;
    }
  return self->before + number;
}

const TroupeLine *
troupe_line_reader_read (TroupeLineReader *self,
                         TroupeQuery      *query)
{
  TroupeLine *line = &self->line;

  if (self->late)
    line->month = read_month (self, query);
  line->account_id = troupe_query_get_id (query, ACCOUNT_ID);
  line->kind = intern (line->kind, troupe_query_get_text (query, KIND));
  line->day = read_day (self, query);
  line->amount = troupe_query_get_int (query, AMOUNT);
  line->fee = troupe_query_get_int (query, FEE);
  line->unit = intern (line->unit, troupe_query_get_text (query, UNIT));
  line->per_line = troupe_query_get_id (query, PER_LINE);
  return line;
}
