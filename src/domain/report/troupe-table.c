#include "troupe-table.h"

guint
troupe_table_get_n_rows (const TroupeTable *self)
{
  return self->styles->len;
}

const TroupeCell *
troupe_table_get_cell (const TroupeTable *self,
                       guint              row,
                       guint              column)
{
  return &g_array_index (self->cells, TroupeCell, row * self->n_columns + column);
}

TroupeRowStyle
troupe_table_get_style (const TroupeTable *self,
                        guint              row)
{
  return g_array_index (self->styles, TroupeRowStyle, row);
}

static gboolean
is_filled (const TroupeTable *self,
           guint              column)
{
  guint n_rows = troupe_table_get_n_rows (self);

  for (guint row = 0; row < n_rows; row++)
    if (troupe_table_get_cell (self, row, column)->kind != TROUPE_CELL_EMPTY)
      return TRUE;
  return FALSE;
}

guint
troupe_table_list_printed (const TroupeTable *self,
                           guint              ret_columns[TROUPE_TABLE_MOST_COLUMNS])
{
  guint n = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (i == 0 || (!(self->columns[i].flags & TROUPE_COLUMN_DATA) && is_filled (self, i)))
      ret_columns[n++] = i;
  return n;
}

char *
troupe_table_format_cell (const TroupeTable *self,
                          guint              row,
                          guint              column)
{
  const TroupeCell *cell = troupe_table_get_cell (self, row, column);
  g_autofree char *text = troupe_cell_format (cell);

  if ((self->columns[column].flags & TROUPE_COLUMN_SIGN) && troupe_table_get_style (self, row) == TROUPE_ROW_PLAIN
      && troupe_cell_is_number (cell) && cell->number > 0)
    return g_strconcat ("+", text, NULL);
  return g_steal_pointer (&text);
}
