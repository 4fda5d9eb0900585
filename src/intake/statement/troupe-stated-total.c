#include "troupe-stated-total.h"

#include "troupe-statement-tally.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Half a cent is rounding. */
#define LEAST_DIFFERENCE (TROUPE_MICRO / 100)

/* The column of a line whose amount is part of the import's total, or NO_COLUMN. */
static int
get_column (const TroupeStatedTotal *self,
            guint                    line)
{
  const TroupeProfileLine *own = &g_array_index (self->profile->lines, TroupeProfileLine, line);

  return own->in_total ? own->amount : TROUPE_NO_COLUMN;
}

/* The sum of the parts that the row has; FALSE: it has none, or the file lacks a column of them. */
static gboolean
add_parts (const TroupeProfileCheck *check,
           const TroupeRowValues    *values,
           TroupeWide               *ret_sum)
{
  gboolean any = FALSE;

  *ret_sum = 0;
  for (guint i = 0; i < check->parts->len; i++)
    {
      int column = g_array_index (check->parts, int, i);

      if (!troupe_column_is_set (values->map->cell[column]))
        return FALSE;
      if (values->number[column] == TROUPE_NONE)
        continue;
      *ret_sum += values->number[column];
      any = TRUE;
    }

  return any;
}

void
troupe_stated_total_add_row (TroupeStatedTotal     *self,
                             const TroupeRowValues *values,
                             const char            *unit)
{
  const TroupeProfileCheck *check;
  TroupeWide parts;

  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      int column = get_column (self, i);

      if (troupe_column_is_set (column) && values->number[column] != TROUPE_NONE)
        self->rows[column] += values->number[column];
    }
  if (self->unit == NULL)
    self->unit = g_intern_string (unit);
  else if (!g_str_equal (self->unit, unit))
    self->unit = "";
  if (self->profile->checks->len == 0)
    return;
  check = &g_array_index (self->profile->checks, TroupeProfileCheck, 0);
  if (values->number[check->total] == TROUPE_NONE)
    return;
  self->column += values->number[check->total];
  if (add_parts (check, values, &parts))
    self->checked = TRUE;
  else
    parts = values->number[check->total];
  self->parts += parts;
}

static gboolean
read_cell (const TroupeStatedTotal *self,
           const TroupeColumnMap   *map,
           const TroupeRow         *row,
           int                      column,
           gint64                  *ret_amount)
{
  int cell = troupe_column_is_set (column) ? map->cell[column] : TROUPE_NO_COLUMN;
  TroupeAmountNotes notes;

  return troupe_column_is_set (cell) && cell < (int) row->n_cells &&
         troupe_amount_read (row->cells[cell].text, troupe_profile_get_column (self->profile, column)->form, ret_amount,
                             &notes, NULL) &&
         *ret_amount != TROUPE_NONE;
}

void
troupe_stated_total_read_footer (TroupeStatedTotal     *self,
                                 const TroupeColumnMap *map,
                                 const TroupeRow       *row)
{
  TroupeWide sum = 0;
  gint64 amount;

  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      int column = get_column (self, i);

      if (!read_cell (self, map, row, column, &amount))
        continue;
      if (self->footer_row != row->number)
        memset (self->stated, 0, sizeof self->stated);
      self->footer_row = row->number;
      self->stated[column] = TRUE;
      self->footer = sum += amount;
    }
}

/* Of the columns that the footer has an amount for. */
static TroupeWide
sum_rows (const TroupeStatedTotal *self)
{
  TroupeWide sum = 0;

  for (int column = 0; column < TROUPE_MAX_COLUMNS; column++)
    if (self->stated[column])
      sum += self->rows[column];

  return sum;
}

static gboolean
is_stated (const TroupeStatedTotal *self)
{
  return self->footer_row != 0 || self->checked;
}

static TroupeWide
get_excess (const TroupeStatedTotal *self)
{
  TroupeWide excess = self->footer_row != 0 ? sum_rows (self) - self->footer : self->parts - self->column;

  return is_stated (self) && (excess >= LEAST_DIFFERENCE || -excess >= LEAST_DIFFERENCE) ? excess : 0;
}

/* "USD 12.5", as in the totals of an import. */
static char *
format (const TroupeStatedTotal *self,
        TroupeWide               micros)
{
  g_autofree char *number = troupe_statement_tally_format (micros, TROUPE_MICRO_PLACES);

  return g_strdup_printf ("%s %s", self->unit, number);
}

static gboolean
has_unit (const TroupeStatedTotal *self)
{
  return self->unit != NULL && *self->unit != '\0';
}

char *
troupe_stated_total_format (const TroupeStatedTotal *self)
{
  if (!is_stated (self) || !has_unit (self))
    return NULL;

  return format (self, self->footer_row != 0 ? self->footer : self->column);
}

char *
troupe_stated_total_format_excess (const TroupeStatedTotal *self)
{
  TroupeWide excess = get_excess (self);

  return excess != 0 && has_unit (self) ? format (self, excess) : NULL;
}

char *
troupe_stated_total_complain (const TroupeStatedTotal *self)
{
  g_autofree char *stated = troupe_statement_tally_format (self->footer, TROUPE_MICRO_PLACES);
  g_autofree char *added = troupe_statement_tally_format (sum_rows (self), TROUPE_MICRO_PLACES);

  if (self->footer_row == 0 || get_excess (self) == 0)
    return NULL;

  return g_strdup_printf (_("the file's own total is %s, but its rows add up to %s; the list may be cut short"), stated, added);
}
