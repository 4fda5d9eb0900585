#include "troupe-csv-reader.h"

#include <string.h>

#define ROWS 200

/* How well a delimiter fits: how many rows have the columns that most rows have. */
typedef struct
{
  guint columns;   /* of most rows that have more than one */
  guint rows;      /* that have as many */
  guint first;     /* the first of them */
  guint after;     /* rows from the first of them on */
} Fit;

static void
count_columns (TroupeRowReader *reader,
               GArray          *counts)
{
  TroupeRow *row;

  while (counts->len < ROWS && troupe_row_reader_next (reader, &row, NULL) && row != NULL)
    {
      guint n = row->n_cells;

      if (n > 1 || row->cells[0].length > 0)
        g_array_append_val (counts, n);
    }
}

static Fit
measure (const char *text,
         gsize       length,
         char        delimiter)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr(TroupeRowReader) reader = troupe_csv_reader_new (stream, delimiter, 0);
  g_autoptr(GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  Fit best = { 1, 0, 0, 0 };

  count_columns (reader, counts);
  for (guint i = 0; i < counts->len; i++)
    {
      Fit fit = { g_array_index (counts, guint, i), 0, i, counts->len - i };

      for (guint k = i; k < counts->len; k++)
        fit.rows += g_array_index (counts, guint, k) == fit.columns;
      if (fit.columns > 1 && fit.rows > best.rows)
        best = fit;
    }

  return best;
}

/* More of its rows alike wins; then the table that begins earlier; then the one with more columns. */
static gboolean
is_better (const Fit *fit,
           const Fit *than)
{
  guint64 a = (guint64) fit->rows * than->after, b = (guint64) than->rows * fit->after;

  if (fit->rows == 0 || than->rows == 0)
    return fit->rows > than->rows;
  if (a != b)
    return a > b;
  if (fit->first != than->first)
    return fit->first < than->first;

  return fit->columns > than->columns;
}

char
troupe_csv_guess_delimiter (const char *text,
                            gsize       length)
{
  static const char delimiters[] = { ',', ';', '\t' };
  Fit best = { 1, 0, 0, 0 };
  char delimiter = ',';

  /* what Excel itself writes and reads */
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && (text[5] == '\r' || text[5] == '\n'))
    return text[4];
  for (gsize i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      Fit fit = measure (text, length, delimiters[i]);

      if (is_better (&fit, &best))
        {
          best = fit;
          delimiter = delimiters[i];
        }
    }

  return delimiter;
}
