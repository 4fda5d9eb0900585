#include "troupe-cli.h"

#include <glib/gi18n-lib.h>
#include <libdex.h>
#include <stdio.h>
#include <string.h>

#include "troupe-commands.h"
#include "troupe-text-table.h"

static const TroupeCommand *const commands[] = {
  &TROUPE_COMMAND_INIT, &TROUPE_COMMAND_LOAD, &TROUPE_COMMAND_DUMP, &TROUPE_COMMAND_CHECK,
  &TROUPE_COMMAND_IMPORT, &TROUPE_COMMAND_IMPORTS, &TROUPE_COMMAND_WITHDRAW, &TROUPE_COMMAND_PROFILES,
  &TROUPE_COMMAND_WAITING, &TROUPE_COMMAND_ASSIGN,
  &TROUPE_COMMAND_MONTHS, &TROUPE_COMMAND_SETTLE, &TROUPE_COMMAND_WHY, &TROUPE_COMMAND_VERIFY, &TROUPE_COMMAND_PAY,
  &TROUPE_COMMAND_REPORT,
};

static const TroupeCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];
  return NULL;
}

/* --- help --------------------------------------------------------------------------------------- */

static void
print_overview (FILE *file)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("lll");
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      troupe_text_table_take (table, g_strdup_printf ("  %s", commands[i]->name));
      troupe_text_table_add (table, commands[i]->usage);
      troupe_text_table_add (table, _(commands[i]->summary));
    }
  text = troupe_text_table_to_string (table);
  fprintf (file, _("Troupe, the desk of an agency for creators and hosts\n"
                   "\n"
                   "  troupe [FILE]        opens the window\n"
                   "  troupe --demo        opens it on an invented agency\n"
                   "\n"
                   "%s"
                   "\n"
                   "MONTH is written 2026-10, DAY 2026-10-31. “troupe help COMMAND” tells a command's options.\n"
                   "\n"
                   "Exit codes: 0 done; 1 the data or the file does not allow it; 2 wrong usage; 3 something must be\n"
                   "chosen first (a currency, a month, a creator …); 4 another window or command holds the file.\n"
                   "A command that fails has changed nothing; of several files to import, those that could be were, and\n"
                   "a month of which some lines could not be settled is settled without them.\n"),
           text);
}

static int
help (const char *name)
{
  const TroupeCommand *command = name != NULL ? find_command (name) : NULL;
  g_autofree char *text = NULL;

  if (name == NULL)
    {
      print_overview (stdout);
      return TROUPE_EXIT_DONE;
    }
  if (command == NULL)
    {
      fprintf (stderr, _("troupe: there is no command “%s”; “troupe help” lists them\n"), name);
      return TROUPE_EXIT_USAGE;
    }
  text = troupe_command_get_help (command);
  fputs (text, stdout);
  return TROUPE_EXIT_DONE;
}

/* --- unknown commands --------------------------------------------------------------------------- */

/* How many letters two words differ in, roughly: letters of a that b lacks in that order, and the rest. */
static int
get_distance (const char *a,
              const char *b)
{
  int row[32];
  int n = MIN (strlen (b), G_N_ELEMENTS (row) - 1);

  for (int j = 0; j <= n; j++)
    row[j] = j;
  for (int i = 1; a[i - 1] != '\0'; i++)
    {
      int diagonal = row[0];

      row[0] = i;
      for (int j = 1; j <= n; j++)
        {
          int best = MIN (MIN (row[j], row[j - 1]) + 1, diagonal + (a[i - 1] != b[j - 1]));

          diagonal = row[j];
          row[j] = best;
        }
    }
  return row[n];
}

static int
refuse (const char *word)
{
  const TroupeCommand *nearest = NULL;
  int distance = 3;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (get_distance (word, commands[i]->name) < distance)
      {
        nearest = commands[i];
        distance = get_distance (word, nearest->name);
      }
  if (nearest != NULL)
    fprintf (stderr, _("troupe: there is no command “%s”; did you mean “%s”? “troupe help” lists all\n"), word,
             nearest->name);
  else
    fprintf (stderr, _("troupe: there is no command and no file “%s”; “troupe help” lists the commands\n"), word);
  return TROUPE_EXIT_USAGE;
}

/* --- the entry ---------------------------------------------------------------------------------- */

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "help") || g_str_equal (word, "--help") || g_str_equal (word, "-h");
}

gboolean
troupe_cli_wants (int    argc,
                  char **argv)
{
  const char *word = argc > 1 ? argv[1] : "";

  if (is_help (word) || g_str_equal (word, "--version") || find_command (word) != NULL)
    return TRUE;
  if (*word == '\0' || *word == '-')
    return FALSE;
  return strpbrk (word, "/.") == NULL && !g_file_test (word, G_FILE_TEST_EXISTS);
}

int
troupe_cli_run (int                 argc,
                char              **argv,
                const TroupeClock  *clock)
{
  const TroupeCommand *command = NULL;

  dex_init ();
  if (g_str_equal (argv[1], "--version"))
    {
      printf ("troupe %s\n", TROUPE_VERSION);
      return TROUPE_EXIT_DONE;
    }
  if (is_help (argv[1]))
    return help (argc > 2 ? argv[2] : NULL);
  for (int i = 2; i < argc; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return help (argv[1]);
  command = find_command (argv[1]);
  if (command == NULL)
    return refuse (argv[1]);
  return troupe_command_run (command, argc - 1, argv + 1, clock);
}
