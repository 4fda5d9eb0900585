#include "troupe-csv-reader.h"
#include "troupe-error.h"
#include "troupe-text-encoding.h"

#include <string.h>

/* All rows as text: cells between <>, rows on lines of their own; or the error. */
static char *
read_all (const char *text,
          gssize      length,
          char        delimiter,
          gsize       chunk)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (text, length < 0 ? (gssize) strlen (text) : length, NULL);
  g_autoptr(TroupeRowReader) reader = troupe_csv_reader_new (stream, delimiter, 0);
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  TroupeRow *row;

  if (chunk > 0)
    troupe_csv_reader_set_chunk (TROUPE_CSV_READER (reader), chunk);
  while (troupe_row_reader_next (reader, &row, &error) && row != NULL)
    {
      for (guint i = 0; i < row->n_cells; i++)
        {
          g_assert_cmpint (row->cells[i].length, ==, strlen (row->cells[i].text));
          g_string_append_printf (out, "<%s>", row->cells[i].text);
        }
      g_string_append_printf (out, "%" G_GINT64_FORMAT "\n", row->number);
    }
  if (error != NULL)
    g_string_append (out, error->message);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
test_rows (void)
{
  static const struct { const char *text, *rows; } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "<a><b>1\n<1><2>2\n" },
    { "a,b\r\n1,2", "<a><b>1\n<1><2>2\n" },
    { "a,b\r1,2\r", "<a><b>1\n<1><2>2\n" },
    { "a\n\nb", "<a>1\n<>2\n<b>3\n" },
    { ",", "<><>1\n" },
    { "a,,\n", "<a><><>1\n" },
    { "\"a,b\",\"c\"\"d\"", "<a,b><c\"d>1\n" },
    { "\"a\nb\",\"c\r\nd\"\ne", "<a\nb><c\r\nd>1\n<e>2\n" },
    { "\"\",x", "<><x>1\n" },
    { "\"\"\"\",x", "<\"><x>1\n" },
    { "5\" disk,a\"b\"c", "<5\" disk><a\"b\"c>1\n" },
    { "\"ab\"c,d", "<abc><d>1\n" },
    { "=\"0012\",=\"a,b\"", "<0012><a,b>1\n" },
    { "=1+1,=A1", "<=1+1><=A1>1\n" },
    { "甲,\"乙,丙\"", "<甲><乙,丙>1\n" },
    { "a,\"b", "row 1, column 2: a quotation mark is opened and never closed; close it in the file or save the file again" },
    { "ok\nx,\xff,y", "<ok>1\nrow 2, column 2: the text is not UTF-8 as the rest of the file is; save the file as UTF-8" },
    { "ok\nx,y\xe4\xbd", "<ok>1\nrow 2, column 2: the text is not UTF-8 as the rest of the file is; save the file as UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize chunk = 0; chunk <= 64; chunk++)
      {
        g_autofree char *rows = read_all (cases[i].text, -1, ',', chunk);
        g_assert_cmpstr (rows, ==, cases[i].rows);
      }
}

static void
test_nul (void)
{
  g_autofree char *rows = read_all ("a,b\n1,\0002\n", 9, ',', 0);

  g_assert_cmpstr (rows, ==, "<a><b>1\nrow 2, column 2: there is a NUL byte; this is no text file, or a damaged one");
}

/* A stream of two gigabytes without a line end is given up after a few megabytes. */
static void
test_endless_line (void)
{
  g_autofree char *line = g_strnfill (9 * 1024 * 1024, 'x'), *quoted = NULL, *open = NULL, *rows = NULL;

  quoted = g_strconcat ("a\n", line, NULL);
  rows = read_all (quoted, -1, ',', 0);
  g_assert_cmpstr (rows, ==, "<a>1\nrow 2 is longer than 8 MiB: either a quotation mark is never closed or this is no "
                             "table; check the file");
  g_free (rows);
  open = g_strdup_printf ("a,%.*s,b\n", 1024 * 1024 + 1, line);
  rows = read_all (open, -1, ',', 0);
  g_assert_cmpstr (rows, ==, "row 1, column 2: the text is longer than 1 MiB; check that its quotation marks are closed");
}

static void
test_too_many_columns (void)
{
  g_autofree char *line = g_strnfill (20000, ','), *rows = read_all (line, -1, ',', 0);

  g_assert_cmpstr (rows, ==, "row 1, column 16385: there are more than 16,384 columns; this is no table");
}

static void
test_delimiter (void)
{
  static const struct { const char *text; char delimiter; } cases[] = {
    { "a,b,c\n1,2,3\n", ',' }, { "a;b;c\n1;2;3\n", ';' }, { "a\tb\tc\n1\t2\t3\n", '\t' },
    { "name;amount\nx;1,5\ny;2,5\nz;3,5\n", ';' },              /* decimal commas */
    { "title\tviews\nLove, Actually, Again\t3\nb, c\t4\n", '\t' },
    { "a note\nanother, with a comma\n\na;b;c\n1;2;3\n4;5;6\n", ';' },
    { "one\ntwo\n", ',' }, { "", ',' }, { "sep=;\na,b;c\n", ';' },
    { "a,b\n\"x;y;z\",2\n\"p;q;r\",3\n", ',' },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (troupe_csv_guess_delimiter (cases[i].text, strlen (cases[i].text)), ==, cases[i].delimiter);
}

static void
test_encoding (void)
{
  static const struct { const char *bytes; gsize length; gboolean whole; const char *name; gsize bom; } cases[] = {
    { "plain", 5, TRUE, "UTF-8", 0 }, { "\357\273\277a", 4, TRUE, "UTF-8", 3 }, { "主播", 6, TRUE, "UTF-8", 0 },
    { "主播", 5, FALSE, "UTF-8", 0 }, { "主播", 5, TRUE, NULL, 0 }, { "\326\367\262\245", 4, TRUE, "GB18030", 0 },
    { "\326\367\262", 3, FALSE, "GB18030", 0 }, { "\377\376a\0,\0", 6, TRUE, "UTF-16LE", 2 },
    { "\376\377\0a\0,", 6, TRUE, "UTF-16BE", 2 }, { "a\0,\0b\0", 6, TRUE, "UTF-16LE", 0 },
    { "\0a\0,\0b", 6, TRUE, "UTF-16BE", 0 },
    { "abc\xff,", 5, TRUE, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeTextEncoding encoding = troupe_text_encoding_detect (cases[i].bytes, cases[i].length, cases[i].whole);
      g_assert_cmpstr (encoding.name, ==, cases[i].name);
      g_assert_cmpint (encoding.bom, ==, cases[i].bom);
    }
}

static char *
random_cell (void)
{
  static const char *const pieces[] = { "a", "7", " ", ",", ";", "\t", "\"", "\n", "\r\n", "\r", "甲", "é", "=", "'", "\"\"" };
  GString *cell = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 6); n > 0; n--)
    g_string_append (cell, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free_and_steal (cell);
}

static void
append_field (GString    *csv,
              const char *cell,
              char        delimiter)
{
  gboolean needed = strpbrk (cell, "\"\r\n") != NULL || strchr (cell, delimiter) != NULL || *cell == '=';

  if (!needed && g_test_rand_bit ())
    {
      g_string_append (csv, cell);
      return;
    }
  g_string_append_c (csv, '"');
  for (; *cell != '\0'; cell++)
    g_string_append_len (csv, *cell == '"' ? "\"\"" : cell, *cell == '"' ? 2 : 1);
  g_string_append_c (csv, '"');
}

/* Whatever table, delimiter, line end, quoting and block size: what was written comes back. */
static void
test_round_trip (void)
{
  static const char delimiters[] = { ',', ';', '\t' };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (int table = 0; table < 2000; table++)
    {
      g_autoptr(GString) csv = g_string_new (NULL), expected = g_string_new (NULL);
      char delimiter = delimiters[g_test_rand_int_range (0, 3)];
      const char *end = ends[g_test_rand_int_range (0, 3)];
      int n_rows = g_test_rand_int_range (1, 6), n_columns = g_test_rand_int_range (1, 5);
      g_autofree char *rows = NULL;

      for (int i = 1; i <= n_rows; i++)
        {
          for (int k = 0; k < n_columns; k++)
            {
              g_autofree char *cell = random_cell ();

              if (k > 0)
                g_string_append_c (csv, delimiter);
              append_field (csv, cell, delimiter);
              g_string_append_printf (expected, "<%s>", cell);
            }
          /* an empty last row needs its line end to be one */
          g_string_append (csv, i < n_rows || n_columns == 1 || g_test_rand_bit () ? end : "");
          g_string_append_printf (expected, "%d\n", i);
        }
      rows = read_all (csv->str, csv->len, delimiter, g_test_rand_int_range (1, 65));
      g_assert_cmpstr (rows, ==, expected->str);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/nul", test_nul);
  g_test_add_func ("/csv/endless-line", test_endless_line);
  g_test_add_func ("/csv/too-many-columns", test_too_many_columns);
  g_test_add_func ("/csv/delimiter", test_delimiter);
  g_test_add_func ("/csv/encoding", test_encoding);
  g_test_add_func ("/csv/round-trip", test_round_trip);

  return g_test_run ();
}
