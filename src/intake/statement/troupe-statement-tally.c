#include "troupe-statement-tally.h"

#include <glib/gi18n-lib.h>

/* Days since 1970 that can be told apart, to the year 2149: those of revenue. */
#define N_DAYS 65536

typedef struct
{
  char      *unit;
  TroupeWide micros;
  TroupeWide cut;
} Sum;

struct _TroupeStatementTally
{
  GArray   *sums;
  TroupeDay first;
  TroupeDay last;
  TroupeDay marked_first;        /* the row before, */
  TroupeDay marked_last;         /* whose days are marked */
  guint8    marks[N_DAYS / 8];   /* a bit for each day that has a row */
};

static void
clear_sum (gpointer data)
{
  g_free (((Sum *) data)->unit);
}

TroupeStatementTally *
troupe_statement_tally_new (void)
{
  TroupeStatementTally *self = g_new0 (TroupeStatementTally, 1);

  self->sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  g_array_set_clear_func (self->sums, clear_sum);
  self->first = self->last = self->marked_first = self->marked_last = TROUPE_NONE;

  return self;
}

void
troupe_statement_tally_free (TroupeStatementTally *self)
{
  g_array_unref (self->sums);
  g_free (self);
}

void
troupe_statement_tally_add_day (TroupeStatementTally *self,
                                TroupeDay             first,
                                TroupeDay             last)
{
  if (self->first == TROUPE_NONE || first < self->first)
    self->first = first;
  self->last = MAX (self->last, last);
  if (first == self->marked_first && last == self->marked_last)
    return;
  self->marked_first = first;
  self->marked_last = last;
  for (TroupeDay day = MAX (first, 0); day <= MIN (last, N_DAYS - 1); day++)
    self->marks[day / 8] |= 1 << day % 8;
}

void
troupe_statement_tally_add_amount (TroupeStatementTally *self,
                                   const char           *unit,
                                   gint64                micros,
                                   gint64                cut)
{
  Sum *sum = NULL;

  for (guint i = 0; i < self->sums->len && sum == NULL; i++)
    if (g_str_equal (g_array_index (self->sums, Sum, i).unit, unit))
      sum = &g_array_index (self->sums, Sum, i);
  if (sum == NULL)
    {
      Sum first = { g_strdup (unit), 0, 0 };

      g_array_append_val (self->sums, first);
      sum = &g_array_index (self->sums, Sum, self->sums->len - 1);
    }
  sum->micros += micros;
  sum->cut += cut;
}

TroupeDay
troupe_statement_tally_get_first (const TroupeStatementTally *self)
{
  return self->first;
}

TroupeDay
troupe_statement_tally_get_last (const TroupeStatementTally *self)
{
  return self->last;
}

gint64
troupe_statement_tally_count_days (const TroupeStatementTally *self)
{
  gint64 n = 0;

  for (gsize i = 0; i < sizeof self->marks; i++)
    n += __builtin_popcount (self->marks[i]);

  return n;
}

char *
troupe_statement_tally_format (TroupeWide value,
                               int        places)
{
  TroupeWide rest = value < 0 ? -value : value, one = 1;
  g_autofree char *whole = NULL, *fraction = NULL;

  for (int i = 0; i < places; i++)
    one *= 10;
  whole = troupe_decimal_format ((gint64) (rest / one), 0, 0);
  fraction = troupe_decimal_format ((gint64) (rest % one), places, 0);

  return g_strconcat (value < 0 ? "-" : "", whole, fraction + 1, NULL);
}

char *
troupe_statement_tally_get_total (const TroupeStatementTally *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->sums->len == 0)
    return NULL;
  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);
      g_autofree char *number = troupe_statement_tally_format (sum->micros, TROUPE_MICRO_PLACES);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", sum->unit, number);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
troupe_statement_tally_get_cut (const TroupeStatementTally *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->sums->len; i++)
    {
      const Sum *sum = &g_array_index (self->sums, Sum, i);
      g_autofree char *number = troupe_statement_tally_format (sum->cut, 12);

      if (sum->cut != 0)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", sum->unit, number);
    }
  if (text->len == 0)
    return NULL;

  return g_strdup_printf (_("Decimals beyond the sixth were rounded; in sum that left out %s"), text->str);
}
