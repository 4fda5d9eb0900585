#include "troupe-command.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "troupe-error.h"
#include "troupe-fiber.h"

/* --- words and options -------------------------------------------------------------------------- */

static void
options_clear (TroupeOptions *self)
{
  char **texts[] = { &self->account, &self->amount, &self->creator, &self->currency, &self->day, &self->format,
                     &self->lang, &self->method, &self->month, &self->name, &self->output, &self->profile };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

/* The command's table with its offsets made into addresses of this call. */
static GOptionContext *
make_context (const TroupeCommand *command,
              TroupeOptions       *options)
{
  GOptionContext *context = g_option_context_new (command->usage);

  g_option_context_set_summary (context, _(command->summary));
  if (command->help != NULL)
    g_option_context_set_description (context, _(command->help));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  for (const GOptionEntry *entry = command->options; entry != NULL && entry->long_name != NULL; entry++)
    {
      GOptionEntry entries[2] = { *entry };

      entries[0].arg_data = (char *) options + GPOINTER_TO_SIZE (entry->arg_data);
      g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    }
  return context;
}

char *
troupe_command_get_help (const TroupeCommand *command)
{
  TroupeOptions options = { NULL };
  g_autoptr(GOptionContext) context = make_context (command, &options);
  g_autofree char *program = g_strdup (g_get_prgname ());
  g_autofree char *name = g_strdup_printf ("troupe %s", command->name);
  char *text = NULL;

  /* GOption writes "Usage: PROGRAM [OPTION…] WORDS" */
  g_set_prgname (name);
  text = g_option_context_get_help (context, TRUE, NULL);
  g_set_prgname (program);
  return text;
}

static gboolean
check_words (const TroupeCommand *command,
             int                  n,
             GError             **error)
{
  if (n >= command->least && (command->most < 0 || n <= command->most))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Usage: troupe %s %s"), command->name, command->usage);
  return FALSE;
}

static gboolean
parse (TroupeCall  *call,
       int          argc,
       char       **argv,
       GError     **error)
{
  g_autoptr(GOptionContext) context = make_context (call->command, &call->options);
  g_auto(GStrv) words = g_new0 (char *, argc + 1);

  for (int i = 0; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  if (!g_option_context_parse_strv (context, &words, error))
    return FALSE;
  call->words = g_strdupv (words + 1);
  if (call->words[0] != NULL && g_str_equal (call->words[0], "--"))
    {
      g_free (call->words[0]);
      memmove (call->words, call->words + 1, (g_strv_length (call->words + 1) + 1) * sizeof *call->words);
    }
  return check_words (call->command, g_strv_length (call->words), error);
}

/* --- saying ------------------------------------------------------------------------------------- */

/* Text is UTF-8 whatever the locale says: what is printed is often read by a program. */
static void
put (FILE       *file,
     const char *format,
     va_list     args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  fputs (text, file);
}

void
troupe_call_print (TroupeCall *call,
                   const char *format,
                   ...)
{
  va_list args;

  va_start (args, format);
  put (stdout, format, args);
  va_end (args);
}

static gboolean
shows_progress (void)
{
  return isatty (STDERR_FILENO);
}

void
troupe_call_note (TroupeCall *call,
                  const char *format,
                  ...)
{
  va_list args;

  fflush (stdout);
  if (shows_progress ())
    fputs ("\r\033[K", stderr);
  va_start (args, format);
  put (stderr, format, args);
  va_end (args);
  fputc ('\n', stderr);
}

void
troupe_call_progress (double   done,
                      gpointer data)
{
  if (shows_progress ())
    fprintf (stderr, "\r%3d %%\033[K", (int) (done * 100));
}

static int
get_status (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return TROUPE_EXIT_USAGE;
  if (g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_ASK))
    return TROUPE_EXIT_ASK;
  if (g_error_matches (error, TROUPE_ERROR, TROUPE_ERROR_IN_USE))
    return TROUPE_EXIT_IN_USE;
  return TROUPE_EXIT_FAILED;
}

void
troupe_call_fail (TroupeCall   *call,
                  const char   *subject,
                  const GError *error)
{
  g_autofree char *name = subject != NULL ? g_path_get_basename (subject) : NULL;

  if (name != NULL && strstr (error->message, name) == NULL)
    troupe_call_note (call, "troupe: %s: %s", subject, error->message);
  else
    troupe_call_note (call, "troupe: %s", error->message);
  if (error->domain == G_OPTION_ERROR)
    troupe_call_note (call, _("See: troupe help %s"), call->command->name);
  /* a plain failure counts more than one that a choice would mend */
  if (call->status == TROUPE_EXIT_DONE || get_status (error) == TROUPE_EXIT_FAILED)
    call->status = get_status (error);
}

/* --- the office --------------------------------------------------------------------------------- */

gboolean
troupe_call_open (TroupeCall       *call,
                  TroupeOfficeMode  mode,
                  GError          **error)
{
  call->office = dex_await_object (troupe_office_open (call->words[0], mode, troupe_clock_copy (call->clock)), error);
  return call->office != NULL;
}

gboolean
troupe_call_create (TroupeCall    *call,
                    TroupeAgency  *agency,
                    GError       **error)
{
  call->office = dex_await_object (troupe_office_create (call->words[0], agency, troupe_clock_copy (call->clock)), error);
  return call->office != NULL;
}

gboolean
troupe_call_get_lang (TroupeCall  *call,
                      TroupeLang  *ret_lang,
                      GError     **error)
{
  const char *lang = call->options.lang;

  if (lang != NULL && !g_str_equal (lang, "zh") && !g_str_equal (lang, "en"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("--lang is zh or en, not “%s”"), lang);
      return FALSE;
    }
  *ret_lang = lang != NULL ? troupe_lang_from_locale (lang) : troupe_office_get_lang (call->office);
  return TRUE;
}

/* --- running ------------------------------------------------------------------------------------ */

/* A result that did not reach its reader is no result. */
static gboolean
finish_output (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  return troupe_fail (error, TROUPE_ERROR_FAILED, _("The result could not be written: %s"), g_strerror (errno));
}

static DexFuture *
call_fiber (gpointer data)
{
  TroupeCall *call = data;
  g_autoptr(GError) error = NULL;

  if (!call->command->run (call, &error) || !finish_output (&error))
    troupe_call_fail (call, NULL, error);
  g_clear_error (&error);
  if (call->office != NULL && !dex_await (troupe_office_close (call->office), &error))
    troupe_call_fail (call, NULL, error);
  g_clear_object (&call->office);
  return dex_future_new_true ();
}

static gboolean
interrupted_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
  return G_SOURCE_CONTINUE;
}

static void
run_call (TroupeCall *call)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, call->cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, call->cancellable);
  DexFuture *future;

  /* a file that may not grow then fails to be written, and the message says so */
  signal (SIGXFSZ, SIG_IGN);
  future = troupe_fiber_spawn (call_fiber, call, NULL);
  while (dex_future_is_pending (future))
    g_main_context_iteration (NULL, TRUE);
  dex_unref (future);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (shows_progress ())
    fputs ("\r\033[K", stderr);
}

int
troupe_command_run (const TroupeCommand  *command,
                    int                   argc,
                    char                **argv,
                    const TroupeClock    *clock)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  TroupeCall call = { .command = command, .clock = clock, .cancellable = cancellable };

  call.lang = troupe_lang_from_locale (setlocale (LC_MESSAGES, NULL));
  if (parse (&call, argc, argv, &error))
    run_call (&call);
  else
    troupe_call_fail (&call, NULL, error);

  g_strfreev (call.words);
  options_clear (&call.options);
  return call.status;
}
