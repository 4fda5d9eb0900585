/* A table as text, for comparing it with what it should be: one line a row, cells between bars. */
#pragma once

#include "troupe-report.h"

static char *
print_tables (const TroupeReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->tables->len; i++)
    {
      const TroupeTable *table = report->tables->pdata[i];

      g_string_append_printf (text, "%s:\n", table->id);
      for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
        {
          for (guint column = 0; column < table->n_columns; column++)
            {
              const TroupeCell *cell = troupe_table_get_cell (table, row, column);
              g_autofree char *value = troupe_cell_to_string (cell);

              if (table->columns[column].flags & TROUPE_COLUMN_DATA)
                continue;
              g_string_append_printf (text, "%s%s%s%s", column > 0 ? "|" : "", value, cell->note != NULL ? " ~ " : "",
                                      cell->note != NULL ? cell->note : "");
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}
