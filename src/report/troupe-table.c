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
