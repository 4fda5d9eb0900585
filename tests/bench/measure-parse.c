/* measure-parse STATEMENT.csv: reads a statement in Troupe's plain table as an import does, and with the least that
 * C can do with it: getline, strtok and strtoll, which checks nothing and knows no quotes.
 *
 * Prints ours_s and plain_s, the better of two each, and lines. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "troupe-statement-reader.h"

static guint
read_statement (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeStatementFile) file = troupe_statement_file_open (path, &error);
  g_autoptr(TroupeProfile) profile = file != NULL ? troupe_profile_find ("troupe-plain", &error) : NULL;
  g_autoptr(TroupeProfileMatch) match = profile != NULL ? troupe_profile_match_chosen (file, profile, &error) : NULL;
  TroupeStatementOptions options = TROUPE_STATEMENT_OPTIONS_INIT;
  g_autoptr(TroupeStatementReader) reader = match != NULL ? troupe_statement_reader_new (file, match, &options, &error) : NULL;
  const TroupeStagedLine *line = NULL;
  guint n = 0;

  while (reader != NULL && troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, &error) && line != NULL)
    n++;
  g_assert_no_error (error);
  return n;
}

static guint
read_plainly (const char *path)
{
  FILE *file = fopen (path, "r");
  char *line = NULL;
  size_t size = 0;
  guint n = 0;
  long long sum = 0;

  while (getline (&line, &size, file) > 0)
    {
      int column = 0;

      for (char *cell = strtok (line, ","); cell != NULL; cell = strtok (NULL, ","), column++)
        if (column == 4 || column == 6)
          {
            char *rest = NULL;

            sum += strtoll (cell, &rest, 10) * 100;
            sum += *rest == '.' ? strtoll (rest + 1, NULL, 10) : 0;
          }
      n++;
    }
  free (line);
  fclose (file);
  return sum != 0 ? n - 1 : 0;
}

static double
time_reader (guint      (*read) (const char *path),
             const char  *path,
             guint       *ret_lines)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 2; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *ret_lines = read (path);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  return best / 1e6;
}

int
main (int    argc,
      char **argv)
{
  guint ours_lines, plain_lines;
  double ours, plain;

  if (argc != 2)
    return 2;
  ours = time_reader (read_statement, argv[1], &ours_lines);
  plain = time_reader (read_plainly, argv[1], &plain_lines);
  g_assert_cmpuint (ours_lines, ==, plain_lines);
  printf ("ours_s %f\nplain_s %f\nlines %u\n", ours, plain, ours_lines);
  return 0;
}
