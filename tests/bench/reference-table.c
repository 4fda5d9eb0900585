/* reference-table STATEMENT.csv DATABASE: what SQLite itself needs for the lines of a plain statement.
 *
 * Prints insert_s: one prepared INSERT into a table without any index, one transaction, WAL, the values ready
 * in memory; and group_s: their sums by account and kind from an index that covers them. Both also as the
 * processor time that they took: insert_work_s, group_work_s. */
#include <glib.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

enum { DAY, PLATFORM, ACCOUNT, KIND, AMOUNT, UNIT, FEE, REFERENCE, N_COLUMNS };

static const char *const create =
  "PRAGMA journal_mode = WAL;"
  "CREATE TABLE line (day TEXT, platform TEXT, account TEXT, kind TEXT, amount INTEGER, unit TEXT, fee INTEGER, reference TEXT)";

typedef struct
{
  gint64  wall;
  clock_t work;
} Start;

static Start
start_clock (void)
{
  return (Start) { g_get_monotonic_time (), clock () };
}

static void
print_time (const char *what,
            Start       start)
{
  g_print ("%s_s %f\n%s_work_s %f\n", what, (g_get_monotonic_time () - start.wall) / 1e6,
           what, (double) (clock () - start.work) / CLOCKS_PER_SEC);
}

static void
check (sqlite3 *database,
       int      answer)
{
  if (answer != SQLITE_OK && answer != SQLITE_ROW && answer != SQLITE_DONE)
    g_error ("SQLite: %s", sqlite3_errmsg (database));
}

static void
execute (sqlite3    *database,
         const char *sql)
{
  check (database, sqlite3_exec (database, sql, NULL, NULL, NULL));
}

/* "12.34" in hundredths. */
static gint64
parse_amount (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, ".", 2);
  gint64 cents = g_ascii_strtoll (parts[1], NULL, 10);

  return g_ascii_strtoll (parts[0], NULL, 10) * 100 + (text[0] == '-' ? -cents : cents);
}

/* The cells of all lines one after another; amounts stand as numbers in the places of their texts. */
static GArray *
read_cells (char *text)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (gpointer));
  guint column = 0;

  for (char *cell = strchr (text, '\n') + 1; *cell != '\0';)
    {
      char *end = cell + strcspn (cell, ",\n");
      gpointer value = cell;
      gboolean last = *end == '\0';

      *end = '\0';
      if (column == AMOUNT || column == FEE)
        value = (gpointer) parse_amount (cell);
      g_array_append_val (cells, value);
      column = (column + 1) % N_COLUMNS;
      cell = last ? end : end + 1;
    }
  return cells;
}

static void
insert (sqlite3 *database,
        GArray  *cells)
{
  sqlite3_stmt *statement;

  check (database, sqlite3_prepare_v2 (database, "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?)", -1, &statement, NULL));
  execute (database, "BEGIN");
  for (guint i = 0; i < cells->len; i += N_COLUMNS)
    {
      for (int j = 0; j < N_COLUMNS; j++)
        if (j == AMOUNT || j == FEE)
          sqlite3_bind_int64 (statement, j + 1, (gint64) g_array_index (cells, gpointer, i + j));
        else
          sqlite3_bind_text (statement, j + 1, g_array_index (cells, gpointer, i + j), -1, SQLITE_STATIC);
      check (database, sqlite3_step (statement));
      sqlite3_reset (statement);
    }
  execute (database, "COMMIT");
  sqlite3_finalize (statement);
}

static void
group (sqlite3 *database)
{
  sqlite3_stmt *statement;
  Start start;
  int answer;

  execute (database, "CREATE INDEX covering ON line (platform, account, kind, unit, amount, fee)");
  check (database, sqlite3_prepare_v2 (database, "SELECT platform, account, kind, unit, sum (amount), sum (fee), count (*)"
                                       " FROM line GROUP BY platform, account, kind, unit", -1, &statement, NULL));
  start = start_clock ();
  while ((answer = sqlite3_step (statement)) == SQLITE_ROW)
    ;
  print_time ("group", start);
  check (database, answer);
  sqlite3_finalize (statement);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = NULL;
  g_autoptr(GArray) cells = NULL;
  sqlite3 *database;
  Start start;

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  cells = read_cells (text);
  start = start_clock ();
  check (NULL, sqlite3_open (argv[2], &database));
  execute (database, create);
  insert (database, cells);
  sqlite3_close (database);
  print_time ("insert", start);
  check (NULL, sqlite3_open (argv[2], &database));
  group (database);
  sqlite3_close (database);
  return 0;
}
