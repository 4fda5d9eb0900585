#include "troupe-commands.h"

#include <glib/gi18n-lib.h>

#include "troupe-find.h"
#include "troupe-report-job.h"

static gboolean
check_choice (const char         *name,
              const char         *value,
              const char *const  *choices,
              GError            **error)
{
  g_autofree char *list = NULL;

  if (value != NULL && g_strv_contains (choices, value))
    return TRUE;
  list = g_strjoinv (", ", (char **) choices);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s must be one of: %s"), name, list);
  return FALSE;
}

/* “--output all.pdf” means one file, where each creator gets one of their own. */
static gboolean
check_folder (TroupeCall  *call,
              GError     **error)
{
  const TroupeOptions *options = &call->options;
  g_autofree char *suffix = g_strconcat (".", options->format, NULL);

  if (!g_str_has_suffix (options->output, suffix) || options->combined || options->creator != NULL ||
      g_str_equal (call->words[1], "month"))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("Every creator gets a file: name a folder, or put them all in %s with --combined"), options->output);
  return FALSE;
}

/* What can be said without looking into the agency. */
static gboolean
read_request (TroupeCall           *call,
              TroupeReportRequest  *request,
              GError              **error)
{
  static const char *const names[] = { "statement", "month", NULL };
  static const char *const formats[] = { "pdf", "xlsx", "csv", "json", NULL };

  *request = (TroupeReportRequest) {
    .name = call->words[1],
    .format = call->options.format,
    .combined = call->options.combined,
    .legal_names = call->options.legal_names,
    .output = call->options.output,
  };
  if (!check_choice (_("The report"), request->name, names, error) ||
      !check_choice ("--format", request->format, formats, error) ||
      !troupe_find_month (call->words[2], &request->month, error))
    return FALSE;
  if (request->output == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("Say where to write it with --output"));
      return FALSE;
    }
  return check_folder (call, error);
}

/* A name in a rare script must not be lost silently. */
static void
note_missing (TroupeCall *call,
              GPtrArray  *missing)
{
  for (guint i = 0; i < missing->len; i++)
    troupe_call_note (call, _("No font of this machine has %s"), (const char *) g_ptr_array_index (missing, i));
}

static gboolean
report (TroupeCall  *call,
        GError     **error)
{
  TroupeReportRequest request;
  g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(TroupeCreator) creator = NULL;
  g_auto(GStrv) files = NULL;

  if (!read_request (call, &request, error) || !troupe_call_open (call, TROUPE_OFFICE_READ, error) ||
      !troupe_call_get_lang (call, &request.lang, error))
    return FALSE;
  if (call->options.creator != NULL)
    {
      creator = troupe_find_creator (call->office, call->options.creator, error);
      if (creator == NULL)
        return FALSE;
      request.creator_id = creator->id;
    }
  request.missing = missing;
  files = dex_await_boxed (troupe_office_report (call->office, &request, troupe_call_progress, call, call->cancellable), error);
  if (files == NULL)
    return FALSE;
  for (char **file = files; *file != NULL; file++)
    troupe_call_print (call, "%s\n", *file);
  note_missing (call, missing);
  return TRUE;
}

static const GOptionEntry options[] = {
  TROUPE_OPTION (format, "format", FILENAME, N_("How it is written"), "pdf|xlsx|csv|json"),
  TROUPE_OPTION (output, "output", FILENAME, N_("The file, or the folder for one file per creator"), N_("PATH")),
  TROUPE_OPTION (creator, "creator", FILENAME, N_("Only for this creator"), N_("CREATOR")),
  TROUPE_OPTION (combined, "combined", NONE, N_("The statements of all creators in one file"), NULL),
  TROUPE_OPTION (lang, "lang", FILENAME, N_("The language; else the agency's"), "zh|en"),
  TROUPE_OPTION (legal_names, "legal-names", NONE, N_("Show legal names and bank accounts unmasked"), NULL),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_REPORT = {
  .name = "report", .usage = "FILE statement|month MONTH", .least = 3, .most = 3, .options = options, .run = report,
  .summary = N_("Writes the creators' statements or the agency's month report"),
  .help = N_("The month must have been settled. Prints the names of the files written."),
};
