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

/* The ranges of one outcome. */
typedef struct
{
  GArray *ranges;
  gint64  n_more;      /* rows in the last range, once it stands for all the rest */
} List;

struct _TroupeRowProblems
{
  List       failed;
  List       warned;
  GPtrArray *records;  /* of all ranges; NULL: to be made again */
  gint64     n_failed;
};

static void
clear_range (gpointer data)
{
  Range *range = data;

  g_free (range->column);
  g_free (range->reason);
}

static void
init_list (List *list)
{
  list->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  g_array_set_clear_func (list->ranges, clear_range);
}

TroupeRowProblems *
troupe_row_problems_new (void)
{
  TroupeRowProblems *self = g_new0 (TroupeRowProblems, 1);

  init_list (&self->failed);
  init_list (&self->warned);

  return self;
}

void
troupe_row_problems_free (TroupeRowProblems *self)
{
  g_array_unref (self->failed.ranges);
  g_array_unref (self->warned.ranges);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/* One more row in the last range, which stands for all that follow its first. It is as long as they
 * are many, so that whoever adds up ranges counts right. */
static void
count_more (List *list)
{
  Range *range = &g_array_index (list->ranges, Range, MAX_RANGES);

  list->n_more++;
  range->last = range->first + list->n_more - 1;
  g_clear_pointer (&range->column, g_free);
  g_free (range->reason);
  range->reason = g_strdup_printf (_("from here on %lld more rows, which are not listed one by one"), (long long) list->n_more);
}

static gboolean
continues (const Range *range,
           gint64       row,
           const char  *column,
           const char  *reason)
{
  return row == range->last + 1 && g_strcmp0 (range->column, column) == 0 && g_str_equal (range->reason, reason);
}

void
troupe_row_problems_add (TroupeRowProblems *self,
                         gint64             row,
                         const char        *outcome,
                         const char        *column,
                         const char        *reason)
{
  gboolean failed = g_str_equal (outcome, "failed");
  List *list = failed ? &self->failed : &self->warned;
  Range *last = list->ranges->len > 0 ? &g_array_index (list->ranges, Range, list->ranges->len - 1) : NULL;
  Range range = { row, row, outcome, NULL, NULL };

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->n_failed += failed;
  if (list->n_more > 0)
    count_more (list);
  else if (last != NULL && continues (last, row, column, reason))
    last->last = row;
  else
    {
      range.column = g_strdup (column);
      range.reason = g_strdup (reason);
      g_array_append_val (list->ranges, range);
      if (list->ranges->len > MAX_RANGES)
        count_more (list);
    }
}

gint64
troupe_row_problems_get_n_failed (const TroupeRowProblems *self)
{
  return self->n_failed;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TroupeImportRow *one = a, *other = b;

  return (one->first_row > other->first_row) - (one->first_row < other->first_row);
}

static void
add_records (TroupeRowProblems *self,
             const List        *list)
{
  for (guint i = 0; i < list->ranges->len; i++)
    {
      const Range *range = &g_array_index (list->ranges, Range, i);
      TroupeImportRow row = { .import_id = SOME_IMPORT, .first_row = range->first, .last_row = range->last,
                              .outcome = range->outcome, .column = range->column, .reason = range->reason };

      g_ptr_array_add (self->records, troupe_record_new (&TROUPE_IMPORT_ROW, &row, NULL));
    }
}

GPtrArray *
troupe_row_problems_list (TroupeRowProblems *self)
{
  if (self->records != NULL)
    return self->records;
  self->records = g_ptr_array_new_with_free_func (troupe_record_unref);
  add_records (self, &self->failed);
  add_records (self, &self->warned);
  g_ptr_array_sort_values (self->records, compare_rows);

  return self->records;
}
