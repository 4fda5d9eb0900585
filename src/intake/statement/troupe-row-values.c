#include "troupe-row-values.h"

#include "troupe-cell-text.h"
#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Ids so long that what a spreadsheet makes of them ends in three zeros at least. */
#define LONG_ID 18

TroupeRowValues *
troupe_row_values_new (void)
{
  TroupeRowValues *self = g_new0 (TroupeRowValues, 1);

  self->remark = g_string_new (NULL);

  return self;
}

void
troupe_row_values_free (TroupeRowValues *self)
{
  for (int i = 0; i < TROUPE_MAX_COLUMNS; i++)
    if (self->scratch[i] != NULL)
      g_string_free (self->scratch[i], TRUE);
  g_string_free (self->remark, TRUE);
  g_free (self);
}

void
troupe_row_values_remark (TroupeRowValues *self,
                          int              column,
                          const char      *text)
{
  if (self->remark->len == 0)
    self->column = column;
  g_string_append_printf (self->remark, "%s%s", self->remark->len > 0 ? "; " : "", text);
}

/* Whether points part thousands must not differ from row to row. */
static gboolean
check_points (TroupeRowValues   *self,
              int                i,
              const TroupeCell  *cell,
              GError           **error)
{
  const TroupeAmountNotes *notes = &self->notes[i];

  self->parted[i] |= notes->parted;
  self->doubtful[i] |= notes->doubtful;
  if ((!notes->parted && !notes->doubtful) || !self->parted[i] || !self->doubtful[i])
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_NUMBER,
                      _("the amount “%s”: the same sign parts thousands in one amount of this column and may be the "
                        "decimal sign of another; write the amounts without separators of thousands"),
                      cell->text);
}

static gboolean
read_amount (TroupeRowValues   *self,
             int                i,
             const TroupeCell  *cell,
             GError           **error)
{
  const TroupeProfileColumn *column = troupe_profile_get_column (self->profile, i);

  if (cell->kind == TROUPE_CELL_UNKNOWN)
    return troupe_fail (error, TROUPE_ERROR_NUMBER,
                        _("the amount is a formula without its result; open the file in a spreadsheet, save it and "
                          "import it again"));
  if (!troupe_amount_read (cell->text, column->form, &self->number[i], &self->notes[i], error) ||
      !check_points (self, i, cell, error))
    return FALSE;
  if (column->negate && self->number[i] != TROUPE_NONE)
    {
      self->number[i] = -self->number[i];
      self->notes[i].cut = -self->notes[i].cut;
    }
  if (cell->kind == TROUPE_CELL_FORMULA)
    troupe_row_values_remark (self, i, _("the amount is a formula; its last result was taken"));

  return TRUE;
}

static gboolean
read_day (TroupeRowValues   *self,
          int                i,
          const TroupeCell  *cell,
          GError           **error)
{
  gboolean period = troupe_profile_get_column (self->profile, i)->kind == TROUPE_COLUMN_PERIOD;

  return period ? troupe_period_read (cell->text, self->day_order, &self->number[i], &self->last[i], error)
                : troupe_day_read (cell->text, self->day_order, &self->number[i], error);
}

/* Whether this id's digits end as a spreadsheet's 15 digits do. One such id may be chance; when half
 * of a file's long ids are like that, it is not. */
static gboolean
ends_round (TroupeRowValues  *self,
            const TroupeCell *cell)
{
  if (cell->length < LONG_ID || strspn (cell->text, "0123456789") != cell->length)
    return FALSE;
  self->n_long_ids++;
  if (strspn (cell->text + 15, "0") != cell->length - 15)
    return FALSE;
  self->n_round_ids++;

  return self->n_round_ids * 2 >= self->n_long_ids;
}

static gboolean
read_id (TroupeRowValues   *self,
         const TroupeCell  *cell,
         GError           **error)
{
  if (!troupe_cell_is_rounded (cell) && !ends_round (self, cell))
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("the id “%s” has been rounded by a spreadsheet, its last digits are lost; download the file "
                        "again and import it without opening it first"),
                      cell->text);
}

/* Lengths of time carry no money: one that cannot be read is only remarked. */
static void
read_duration (TroupeRowValues  *self,
               int               i,
               const TroupeCell *cell)
{
  g_autoptr(GError) error = NULL;

  if (!troupe_duration_read (cell->text, troupe_profile_get_column (self->profile, i)->seconds_each,
                             &self->number[i], &error))
    troupe_row_values_remark (self, i, error->message);
}

static void
take_text (TroupeRowValues  *self,
           int               i,
           const TroupeCell *cell)
{
  if (self->scratch[i] == NULL)
    self->scratch[i] = g_string_new (NULL);
  self->text[i] = troupe_cell_canonical (cell, self->scratch[i]);
}

static gboolean
read_cell (TroupeRowValues   *self,
           int                i,
           TroupeCell        *cell,
           GError           **error)
{
  TroupeColumnKind kind = troupe_profile_get_column (self->profile, i)->kind;

  if (kind == TROUPE_COLUMN_TEXT)
    troupe_cell_trim (cell);
  else
    troupe_cell_trim_id (cell);
  take_text (self, i, cell);
  switch (kind)
    {
    case TROUPE_COLUMN_AMOUNT:
      return read_amount (self, i, cell, error);
    case TROUPE_COLUMN_DAY:
    case TROUPE_COLUMN_PERIOD:
      return read_day (self, i, cell, error);
    case TROUPE_COLUMN_ID:
      return read_id (self, cell, error);
    case TROUPE_COLUMN_DURATION:
      read_duration (self, i, cell);
      return TRUE;
    case TROUPE_COLUMN_TEXT:
    default:
      return TRUE;
    }
}

/* Whether a row may end before column i. */
static gboolean
may_end (const TroupeRowValues  *self,
         int                     i,
         GError                **error)
{
  if (!self->whole_rows || troupe_profile_get_column (self->profile, i)->optional)
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("the row ends before this column; the file may be cut off: download it again"));
}

gboolean
troupe_row_values_read (TroupeRowValues  *self,
                        TroupeRow        *row,
                        GError          **error)
{
  g_string_truncate (self->remark, 0);
  self->column = TROUPE_NO_COLUMN;
  for (guint i = 0; i < self->profile->columns->len; i++)
    {
      int cell = self->map->cell[i];

      self->text[i] = "";
      self->number[i] = self->last[i] = TROUPE_NONE;
      self->notes[i] = (TroupeAmountNotes) { 0 };
      if (!troupe_column_is_set (cell))
        continue;
      if (cell < (int) row->n_cells ? !read_cell (self, i, &row->cells[cell], error) : !may_end (self, i, error))
        {
          self->column = i;
          return FALSE;
        }
    }

  return TRUE;
}
