/* The command line: `troupe COMMAND FILE …`. Results go to standard output, everything else to standard
 * error. */
#pragma once

#include "troupe-clock.h"

G_BEGIN_DECLS

/* Exit codes, as `troupe help` tells them. */
typedef enum
{
  TROUPE_EXIT_DONE = 0,
  TROUPE_EXIT_FAILED = 1,   /* the data or the file does not allow it */
  TROUPE_EXIT_USAGE = 2,
  TROUPE_EXIT_ASK = 3,      /* something must be chosen: a currency, a month, a creator … */
  TROUPE_EXIT_IN_USE = 4,   /* another window or command holds the file */
} TroupeExit;

/* Whether these arguments are for the command line; else they are for the window: none, a file, or
 * options of the window. */
gboolean troupe_cli_wants (int                 argc,
                           char              **argv);

/* Runs one command to its end and returns its exit code. */
int      troupe_cli_run   (int                 argc,
                           char              **argv,
                           const TroupeClock  *clock);

G_END_DECLS
