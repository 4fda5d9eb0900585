#include "troupe-sheet-head.h"

#include "troupe-header-text.h"
#include "troupe-text.h"

/* A header stands below at most so many rows of preface. */
#define HEAD_ROWS 40
/* So many headers are named when a file is unknown. */
#define SHOWN     12
#define LONGEST_SHOWN 40

static void
free_head_row (gpointer data)
{
  TroupeHeadRow *row = data;

  g_strfreev (row->cells);
  g_strfreev (row->folded);
  g_free (row);
}

static TroupeHeadRow *
copy_row (const TroupeRow *row)
{
  TroupeHeadRow *copy = g_new0 (TroupeHeadRow, 1);
  guint n = row->n_cells;

  while (n > 0 && row->cells[n - 1].length == 0)
    n--;
  copy->number = row->number;
  copy->width = row->n_cells;
  copy->cells = g_new0 (char *, n + 1);
  copy->folded = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      copy->cells[i] = troupe_text_clean (row->cells[i].text);
      copy->folded[i] = troupe_header_fold (row->cells[i].text);
      copy->n_filled += *copy->cells[i] != '\0';
    }

  return copy;
}

GPtrArray *
troupe_sheet_head_read (TroupeStatementFile  *file,
                        guint                 sheet,
                        GError              **error)
{
  g_autoptr(GPtrArray) head = g_ptr_array_new_with_free_func (free_head_row);
  g_autoptr(TroupeRowReader) reader = troupe_statement_file_read_sheet (file, sheet, error);
  TroupeRow *row;

  if (reader == NULL)
    return NULL;
  while (head->len < HEAD_ROWS)
    {
      if (!troupe_row_reader_next (reader, &row, error))
        {
          /* with a header in hand the reader will say where the file is broken */
          if (head->len == 0)
            return NULL;
          g_clear_error (error);
          break;
        }
      if (row == NULL)
        break;
      g_ptr_array_add (head, copy_row (row));
    }

  return g_steal_pointer (&head);
}

const TroupeHeadRow *
troupe_sheet_head_find_header (GPtrArray           *head,
                               const TroupeProfile *profile,
                               TroupeColumnMap     *ret_map)
{
  const TroupeHeadRow *best = NULL;

  for (guint i = 0; i < head->len; i++)
    {
      const TroupeHeadRow *row = g_ptr_array_index (head, i);
      TroupeColumnMap map;

      troupe_column_map_bind (&map, profile, row->folded);
      if (best == NULL || map.n_missing < ret_map->n_missing ||
          (map.n_missing == ret_map->n_missing && map.n_found > ret_map->n_found))
        {
          best = row;
          *ret_map = map;
        }
    }

  return best;
}

char *
troupe_sheet_head_describe (GPtrArray *head)
{
  const TroupeHeadRow *best = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  int n = 0;

  for (guint i = 0; i < head->len; i++)
    {
      const TroupeHeadRow *row = g_ptr_array_index (head, i);
      if (best == NULL || row->n_filled > best->n_filled)
        best = row;
    }
  for (guint i = 0; best != NULL && best->cells[i] != NULL && n < SHOWN; i++)
    if (*best->cells[i] != '\0')
      {
        g_autofree char *shown = troupe_text_shorten (best->cells[i], LONGEST_SHOWN);
        g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "", shown);
      }
  if (best != NULL && best->n_filled > (guint) n)
    g_string_append (text, ", …");

  return g_string_free_and_steal (g_steal_pointer (&text));
}
