#include "troupe-stated-total.h"

#include "troupe-statement-tally.h"

#include <glib/gi18n-lib.h>

/* Half a cent is rounding. */
#define LEAST_DIFFERENCE (TROUPE_MICRO / 100)

static int
get_main_column (const TroupeStatedTotal *self)
{
  return g_array_index (self->profile->lines, TroupeProfileLine, 0).amount;
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
  gint64 amount = values->number[get_main_column (self)];
  const TroupeProfileCheck *check;
  TroupeWide parts;

  if (amount != TROUPE_NONE)
    self->rows += amount;
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

void
troupe_stated_total_read_footer (TroupeStatedTotal     *self,
                                 const TroupeColumnMap *map,
                                 const TroupeRow       *row)
{
  int column = get_main_column (self);
  int cell = map->cell[column];
  TroupeAmountNotes notes;
  gint64 total;

  if (!troupe_column_is_set (cell) || cell >= (int) row->n_cells ||
      !troupe_amount_read (row->cells[cell].text, troupe_profile_get_column (self->profile, column)->form, &total, &notes,
                           NULL) ||
      total == TROUPE_NONE)
    return;
  self->footer = total;
  self->footer_row = row->number;
}

static gboolean
is_stated (const TroupeStatedTotal *self)
{
  return self->footer_row != 0 || self->checked;
}

static TroupeWide
get_excess (const TroupeStatedTotal *self)
{
  TroupeWide excess = self->footer_row != 0 ? self->rows - self->footer : self->parts - self->column;

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
  g_autofree char *stated = troupe_decimal_format (self->footer, TROUPE_MICRO_PLACES, 0);
  g_autofree char *added = troupe_statement_tally_format (self->rows, TROUPE_MICRO_PLACES);

  if (self->footer_row == 0 || get_excess (self) == 0)
    return NULL;

  return g_strdup_printf (_("the file's own total is %s, but its rows add up to %s; the list may be cut short"), stated, added);
}
