/* troupe: the window, or one command. */
#include <glib/gi18n.h>
#include <locale.h>
#include <stdio.h>

#include "troupe-application.h"
#include "troupe-cli.h"

/* Translations lie beside the program that is run from its build folder, else where they were installed. */
static void
bind_translations (void)
{
  const char *build = g_getenv ("TROUPE_UNINSTALLED");
  g_autofree char *folder = build != NULL ? g_build_filename (build, "po", NULL) : g_strdup (LOCALE_DIR);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* TROUPE_NOW=2026-11-03T09:00:00Z stops the clock, for pictures and tests. */
static TroupeClock *
make_clock (void)
{
  const char *now = g_getenv ("TROUPE_NOW");
  gint64 seconds = 0;

  if (now != NULL && troupe_time_parse (now, &seconds, NULL))
    return troupe_clock_new_fixed (seconds);
  if (now != NULL)
    fprintf (stderr, "troupe: TROUPE_NOW is not a time such as 2026-11-03T09:00:00Z: %s\n", now);
  return now == NULL ? troupe_clock_new () : NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(TroupeClock) clock = make_clock ();

  bind_translations ();
  g_set_prgname ("troupe");
  if (clock == NULL)
    return TROUPE_EXIT_USAGE;
  if (troupe_cli_wants (argc, argv))
    return troupe_cli_run (argc, argv, clock);
  return troupe_app_run (argc, argv, clock);
}
