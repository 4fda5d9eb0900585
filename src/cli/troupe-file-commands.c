#include "troupe-commands.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-file-job.h"

/* --- init --------------------------------------------------------------------------------------- */

static TroupeAgency *
make_agency (TroupeCall  *call,
             GError     **error)
{
  g_autofree char *base = g_path_get_basename (call->words[0]);
  char *dot = strrchr (base, '.');
  TroupeAgency fields;

  if (dot != NULL && dot != base)
    *dot = '\0';
  troupe_record_clear (&TROUPE_AGENCY, &fields);
  fields.id = 1;
  fields.name = call->options.name != NULL ? call->options.name : base;
  fields.currency = call->options.currency != NULL ? call->options.currency : "CNY";
  fields.language = call->options.lang != NULL ? call->options.lang : call->lang == TROUPE_LANG_ZH ? "zh" : "en";
  return troupe_record_new (&TROUPE_AGENCY, &fields, error);
}

static gboolean
init (TroupeCall  *call,
      GError     **error)
{
  g_autoptr(TroupeAgency) agency = NULL;

  if (call->options.demo)
    {
      call->office = dex_await_object (troupe_office_create_demo (call->words[0], troupe_clock_copy (call->clock)), error);
      return call->office != NULL;
    }
  agency = make_agency (call, error);
  return agency != NULL && troupe_call_create (call, agency, error);
}

static const GOptionEntry init_options[] = {
  TROUPE_OPTION (name, "name", FILENAME, N_("The agency's name; else the file's"), N_("NAME")),
  TROUPE_OPTION (currency, "currency", FILENAME, N_("Currency of its books (CNY)"), N_("CODE")),
  TROUPE_OPTION (lang, "lang", FILENAME, N_("Language of what it hands out"), "zh|en"),
  TROUPE_OPTION (demo, "demo", NONE, N_("The invented agency, with twelve months of business"), NULL),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_INIT = {
  .name = "init", .usage = "FILE", .least = 1, .most = 1, .options = init_options, .run = init,
  .summary = N_("Makes the file of a new agency"),
};

/* --- load and dump ------------------------------------------------------------------------------ */

static gboolean
load_document (TroupeCall  *call,
               GError     **error)
{
  g_autoptr(GError) failure = NULL;
  gint64 records = dex_await_int64 (troupe_office_load (call->office, call->words[1], call->cancellable), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  troupe_call_note (call, _("%" PRId64 " records loaded"), records);
  return TRUE;
}

static gboolean
load (TroupeCall  *call,
      GError     **error)
{
  gboolean is_new = !g_file_test (call->words[0], G_FILE_TEST_EXISTS);

  if (!(is_new ? troupe_call_create (call, NULL, error) : troupe_call_open (call, TROUPE_OFFICE_WRITE, error)))
    return FALSE;
  if (load_document (call, error))
    return TRUE;
  /* what failed half-way leaves no file behind that had not been there */
  if (is_new && dex_await (troupe_office_discard (call->office), NULL))
    g_clear_object (&call->office);
  return FALSE;
}

const TroupeCommand TROUPE_COMMAND_LOAD = {
  .name = "load", .usage = "FILE DOC.json", .least = 2, .most = 2, .run = load,
  .summary = N_("Fills an agency file from an open document"),
  .help = N_("FILE is made if it is not there; else it must have no records but the agency's.\n"
             "DOC.json may be - for standard input."),
};

static gboolean
dump (TroupeCall  *call,
      GError     **error)
{
  const char *path = call->words[1] != NULL ? call->words[1] : "-";

  return troupe_call_open (call, TROUPE_OFFICE_READ, error) &&
         dex_await (troupe_office_dump (call->office, path, call->cancellable), error);
}

const TroupeCommand TROUPE_COMMAND_DUMP = {
  .name = "dump", .usage = "FILE [DOC.json]", .least = 1, .most = 2, .run = dump,
  .summary = N_("Writes the whole agency as an open document"),
  .help = N_("Without DOC.json, or with -, to standard output. The document contains legal names, numbers of\n"
             "identity papers and bank accounts: keep it as safe as the agency file."),
};

/* --- check -------------------------------------------------------------------------------------- */

static gboolean
check (TroupeCall  *call,
       GError     **error)
{
  g_auto(GStrv) findings = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error))
    return FALSE;
  findings = dex_await_boxed (troupe_office_check (call->office), error);
  if (findings == NULL)
    return FALSE;
  for (char **finding = findings; *finding != NULL; finding++)
    troupe_call_print (call, "%s\n", *finding);
  if (findings[0] != NULL)
    call->status = TROUPE_EXIT_FAILED;
  else
    troupe_call_note (call, _("All is well"));
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_CHECK = {
  .name = "check", .usage = "FILE", .least = 1, .most = 1, .run = check,
  .summary = N_("Looks whether the file is sound and every sum is right"),
  .help = N_("Prints one finding a line and exits with 1 when there are any."),
};
