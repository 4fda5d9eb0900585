#include "troupe-row-problems.h"

#include "troupe-import-row.h"

#include <glib/gi18n-lib.h>

#define MAX_RANGES 1000
/* The record wants an import; whoever stores it knows which. */
#define SOME_IMPORT 1

typedef struct
{
  gint64      first;
  gint64      last;
  const char *outcome;
  char       *column;
  char       *reason;
} Range;

struct _TroupeRowProblems
{
  GArray    *ranges;
  GPtrArray *records;   /* of the ranges; NULL: to be made again */
  gint64     n_failed;
  gint64     n_more;    /* rows in the last range, once it stands for all the rest */
};

static void
clear_range (gpointer data)
{
  Range *range = data;

  g_free (range->column);
  g_free (range->reason);
}

TroupeRowProblems *
troupe_row_problems_new (void)
{
  TroupeRowProblems *self = g_new0 (TroupeRowProblems, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_set_clear_func (self->ranges, clear_range);

  return self;
}

void
troupe_row_problems_free (TroupeRowProblems *self)
{
  g_array_unref (self->ranges);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/* The last range takes in every further row and says how many there are. */
static void
count_more (Range  *range,
            gint64  row,
            gint64  n_more)
{
  range->last = row;
  g_clear_pointer (&range->column, g_free);
  g_free (range->reason);
  range->reason = g_strdup_printf (_("%lld more rows have problems; they are not listed one by one"), (long long) n_more);
}

void
troupe_row_problems_add (TroupeRowProblems *self,
                         gint64             row,
                         const char        *outcome,
                         const char        *column,
                         const char        *reason)
{
  Range *last = self->ranges->len > 0 ? &g_array_index (self->ranges, Range, self->ranges->len - 1) : NULL;
  Range range = { row, row, outcome, NULL, NULL };

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->n_failed += g_str_equal (outcome, "failed");
  if (self->n_more > 0)
    count_more (last, row, ++self->n_more);
  else if (last != NULL && row == last->last + 1 && last->outcome == outcome &&
           g_strcmp0 (last->column, column) == 0 && g_str_equal (last->reason, reason))
    last->last = row;
  else
    {
      range.column = g_strdup (column);
      range.reason = g_strdup (reason);
      g_array_append_val (self->ranges, range);
      if (self->ranges->len > MAX_RANGES)
        count_more (&g_array_index (self->ranges, Range, MAX_RANGES), row, ++self->n_more);
    }
}

gint64
troupe_row_problems_get_n_failed (const TroupeRowProblems *self)
{
  return self->n_failed;
}

GPtrArray *
troupe_row_problems_list (TroupeRowProblems *self)
{
  if (self->records != NULL)
    return self->records;
  self->records = g_ptr_array_new_with_free_func (troupe_record_unref);
  for (guint i = 0; i < self->ranges->len; i++)
    {
      const Range *range = &g_array_index (self->ranges, Range, i);
      TroupeImportRow row = { .import_id = SOME_IMPORT, .first_row = range->first, .last_row = range->last,
                              .outcome = range->outcome, .column = range->column, .reason = range->reason };

      g_ptr_array_add (self->records, troupe_record_new (&TROUPE_IMPORT_ROW, &row, NULL));
    }

  return self->records;
}
