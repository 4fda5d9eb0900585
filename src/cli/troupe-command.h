/* A command: what it is called, what it takes, what it does. */
#pragma once

#include <gio/gio.h>

#include "troupe-cli.h"
#include "troupe-office.h"

G_BEGIN_DECLS

/* Everything that options can say; each command offers some of it. */
typedef struct
{
  char    *account, *amount, *creator, *currency, *day, *format, *lang, *method, *month, *name, *output, *profile;
  gboolean close, combined, demo, dry_run, json, legal_names, skip_bad;
} TroupeOptions;

typedef struct _TroupeCommand TroupeCommand;

/* One call of a command. */
typedef struct
{
  const TroupeCommand *command;
  char               **words;        /* the arguments that are no options; NULL-ended */
  TroupeOptions        options;
  const TroupeClock   *clock;
  TroupeOffice        *office;       /* that the command has opened; it is closed afterwards */
  GCancellable        *cancellable;  /* Ctrl+C */
  TroupeLang           lang;         /* of the desk */
  int                  status;       /* the worst so far */
} TroupeCall;

struct _TroupeCommand
{
  const char         *name;
  const char         *usage;         /* of its words: "FILE MONTH" */
  int                 least, most;   /* how many words; most -1: any number */
  const char         *summary;       /* one line */
  const char         *help;          /* more lines, or NULL */
  const GOptionEntry *options;       /* arg_data: offset in TroupeOptions */
  /* Inside a fibre. FALSE and error: told and made into the exit code. */
  gboolean          (*run) (TroupeCall *call, GError **error);
};

/* Texts are FILENAME: taken as they are, UTF-8 whatever the locale is. */
#define TROUPE_OPTION(member, name, KIND, help, value) \
  { name, 0, 0, G_OPTION_ARG_##KIND, (gpointer) G_STRUCT_OFFSET (TroupeOptions, member), help, value }

/* Runs command with the words and options of argv, which starts with the command's name. */
int           troupe_command_run      (const TroupeCommand *command,
                                       int                  argc,
                                       char               **argv,
                                       const TroupeClock   *clock);
char         *troupe_command_get_help (const TroupeCommand *command);

/* For commands, inside their fibre. Opens the first word. */
gboolean      troupe_call_open        (TroupeCall          *call,
                                       TroupeOfficeMode     mode,
                                       GError             **error);
/* Makes the first word a new agency file; agency NULL: one without records. */
gboolean      troupe_call_create      (TroupeCall          *call,
                                       TroupeAgency        *agency,
                                       GError             **error);
/* A sentence to standard error. */
void          troupe_call_note        (TroupeCall          *call,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);
/* Tells error and remembers its exit code, for a command that goes on after a failure. */
void          troupe_call_fail        (TroupeCall          *call,
                                       const char          *subject,
                                       const GError        *error);
/* Result text to standard output. */
void          troupe_call_print       (TroupeCall          *call,
                                       const char          *format,
                                       ...) G_GNUC_PRINTF (2, 3);
/* How far long work is, 0 to 1, where standard error is a terminal. data is the call. */
void          troupe_call_progress    (double               done,
                                       gpointer             data);
/* What --lang says, else the language of the agency, which must be open. */
gboolean      troupe_call_get_lang    (TroupeCall          *call,
                                       TroupeLang          *ret_lang,
                                       GError             **error);

G_END_DECLS
