#include "troupe-commands.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "troupe-error.h"
#include "troupe-find.h"
#include "troupe-import-job.h"
#include "troupe-import-output.h"
#include "troupe-money.h"
#include "troupe-text-table.h"

/* --- import ------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeImportRequest request;
  char               *platform;
  char               *handle;
  char               *currency;
} Request;

static void
request_clear (Request *self)
{
  g_free (self->platform);
  g_free (self->handle);
  g_free (self->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
read_currency (const char  *text,
               char       **ret_currency,
               GError     **error)
{
  *ret_currency = g_ascii_strup (text, -1);
  return troupe_currency_exponent (*ret_currency) >= 0 ||
         troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is not a currency; write its code, like CNY or USD"), text);
}

static gboolean
read_request (TroupeCall  *call,
              Request     *self,
              GError     **error)
{
  const TroupeOptions *options = &call->options;

  self->request.month = TROUPE_NONE;
  self->request.profile = options->profile;
  if (options->currency != NULL && !read_currency (options->currency, &self->currency, error))
    return FALSE;
  self->request.currency = self->currency;
  if (options->month != NULL && !troupe_find_month (options->month, &self->request.month, error))
    return FALSE;
  if (options->account != NULL && !troupe_find_split_account (options->account, &self->platform, &self->handle, error))
    return FALSE;
  self->request.platform = self->platform;
  self->request.handle = self->handle;
  return TRUE;
}

static gboolean
progress_cb (gpointer data)
{
  TroupeCall *call = data;
  double done = troupe_office_get_import_progress (call->office);

  if (done >= 0)
    troupe_call_progress (done, call);
  return G_SOURCE_CONTINUE;
}

static TroupeImportResult *
import_file (TroupeCall                *call,
             const TroupeImportRequest *request,
             GError                   **error)
{
  guint ticks = g_timeout_add (100, progress_cb, call);
  TroupeImportResult *result = dex_await_boxed (troupe_office_import (call->office, request, call->options.skip_bad,
                                                                      call->options.dry_run, call->cancellable), error);

  g_source_remove (ticks);
  return result;
}

/* The file was refused: which rows are wrong, as far as it can be read. */
static TroupeImportPreview *
look_again (TroupeCall                *call,
            const TroupeImportRequest *request,
            const GError              *refusal)
{
  if (g_cancellable_is_cancelled (call->cancellable) || g_error_matches (refusal, TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND))
    return NULL;
  return dex_await_boxed (troupe_office_preview_import (call->office, request, call->cancellable), NULL);
}

static void
tell_refusal (TroupeCall                *call,
              const TroupeImportRequest *request,
              const GError              *refusal,
              TroupeJsonText            *json)
{
  g_autoptr(TroupeImportPreview) preview = look_again (call, request, refusal);
  TroupeImportResult *result = preview != NULL ? preview->result : NULL;

  troupe_call_fail (call, request->path, refusal);
  if (json != NULL)
    troupe_import_output_add_json (json, request->path, result, refusal->message);
  if (json != NULL || result == NULL || result->import->failed_rows == 0)
    return;
  /* of one, the refusal has said all */
  if (result->import->failed_rows > 1)
    troupe_import_output_print_rows (call, result->rows, "failed");
  troupe_call_note (call, _("--skip-bad imports %s without the rows that failed"), request->path);
}

/* A trial ends as the import itself would. */
static void
tell_coming_refusal (TroupeCall *call,
                     const char *path)
{
  call->status = TROUPE_EXIT_FAILED;
  troupe_call_note (call, _("%s would be refused: mend it, or import it with --skip-bad"), path);
}

static void
import_one (TroupeCall                *call,
            const TroupeImportRequest *request,
            TroupeJsonText            *json)
{
  g_autoptr(GError) refusal = NULL;
  g_autoptr(TroupeImportResult) result = import_file (call, request, &refusal);

  if (result == NULL)
    tell_refusal (call, request, refusal, json);
  else if (json != NULL)
    troupe_import_output_add_json (json, request->path, result, NULL);
  else
    troupe_import_output_print (call, request->path, result);
  if (result != NULL && call->options.dry_run && !call->options.skip_bad && result->import->failed_rows > 0)
    tell_coming_refusal (call, request->path);
}

static gboolean
import (TroupeCall  *call,
        GError     **error)
{
  g_auto(Request) request = { 0 };
  g_autoptr(TroupeJsonText) json = call->options.json ? troupe_json_text_new () : NULL;
  g_autofree char *text = NULL;

  if (!read_request (call, &request, error) || !troupe_call_open (call, TROUPE_OFFICE_WRITE, error))
    return FALSE;
  if (json != NULL)
    {
      troupe_json_text_begin_object (json, NULL);
      troupe_json_text_begin_array (json, "files");
    }
  for (char **path = call->words + 1; *path != NULL && !g_cancellable_is_cancelled (call->cancellable); path++)
    {
      request.request.path = *path;
      import_one (call, &request.request, json);
    }
  if (json == NULL)
    return TRUE;
  troupe_json_text_end_array (json);
  troupe_json_text_end_object (json);
  text = troupe_json_text_end (g_steal_pointer (&json));
  troupe_call_print (call, "%s", text);
  return TRUE;
}

static const GOptionEntry import_options[] = {
  TROUPE_OPTION (profile, "profile", FILENAME, N_("Read the files by this profile: a name or a profile file"), N_("PROFILE")),
  TROUPE_OPTION (account, "account", FILENAME, N_("The account that they are of, where they do not say"), N_("PLATFORM:ID")),
  TROUPE_OPTION (month, "month", FILENAME, N_("The month that they are of, where they do not say"), N_("MONTH")),
  TROUPE_OPTION (currency, "currency", FILENAME, N_("The currency of their amounts, where they do not say"), N_("CODE")),
  TROUPE_OPTION (dry_run, "dry-run", NONE, N_("Only say what would be done"), NULL),
  TROUPE_OPTION (skip_bad, "skip-bad", NONE, N_("List the rows that are wrong and take the others"), NULL),
  TROUPE_OPTION (json, "json", NONE, N_("Results as JSON"), NULL),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_IMPORT = {
  .name = "import", .usage = "FILE STATEMENT…", .least = 2, .most = -1, .options = import_options, .run = import,
  .summary = N_("Reads what platforms say: CSV, XLSX, also in gzip or ZIP"),
  .help = N_("Each file is taken as a whole or refused as a whole; a file that was taken before adds nothing.\n"
             "A file with a wrong row is refused, naming the row, unless --skip-bad is given."),
};

/* --- imports and withdraw ----------------------------------------------------------------------- */

static void
add_import (TroupeTextTable    *table,
            const TroupeImport *import)
{
  g_autofree char *time = troupe_time_to_string (import->time);

  troupe_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, import->id));
  troupe_text_table_add (table, time);
  troupe_text_table_add (table, import->state);
  troupe_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, import->rows));
  troupe_text_table_add (table, import->total);
  troupe_text_table_add (table, import->file_name);
}

static gboolean
imports (TroupeCall  *call,
         GError     **error)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("rllrll");
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *text = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error))
    return FALSE;
  list = dex_await_boxed (troupe_office_list (call->office, &TROUPE_IMPORT, NULL, 0), error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    add_import (table, g_ptr_array_index (list, i));
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "%s", text);
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_IMPORTS = {
  .name = "imports", .usage = "FILE", .least = 1, .most = 1, .run = imports,
  .summary = N_("Lists what was imported: number, time, state, rows, total, file"),
};

static void
note_withdrawn (TroupeCall         *call,
                const TroupeImport *import,
                gint64              accounts)
{
  g_autofree char *lines = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" PRId64 " line", "%" PRId64 " lines", import->lines),
                                            import->lines);

  if (accounts > 0)
    troupe_call_note (call, g_dngettext (GETTEXT_PACKAGE,
                                         "Took %s back: %s, and %" PRId64 " account that only it had brought",
                                         "Took %s back: %s, and %" PRId64 " accounts that only it had brought", accounts),
                      import->file_name, lines, accounts);
  else
    troupe_call_note (call, _("Took %s back: %s"), import->file_name, lines);
}

static void
note_sharers (TroupeCall *call,
              GPtrArray  *sharers)
{
  for (guint i = 0; i < sharers->len; i++)
    {
      const TroupeImport *import = sharers->pdata[i];

      troupe_call_note (call, _("%s (import %" PRId64 ") had rows that were there before; import it again, lest some of them "
                                "have gone with this one"), import->file_name, import->id);
    }
}

static gboolean
withdraw_import (TroupeCall  *call,
                 gint64       id,
                 GError     **error)
{
  g_autoptr(TroupeImport) import = NULL;
  g_autoptr(GPtrArray) sharers = NULL;
  g_autoptr(GError) failure = NULL;
  gint64 accounts = dex_await_int64 (troupe_office_withdraw_import (call->office, id), &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  import = dex_await_boxed (troupe_office_get (call->office, &TROUPE_IMPORT, id), error);
  sharers = import != NULL ? dex_await_boxed (troupe_office_list_sharers (call->office, id), error) : NULL;
  if (sharers == NULL)
    return FALSE;
  note_withdrawn (call, import, accounts);
  note_sharers (call, sharers);
  return TRUE;
}

static gboolean
withdraw (TroupeCall  *call,
          GError     **error)
{
  gint64 id = 0;

  if (!g_ascii_string_to_signed (call->words[1], 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("An import is named by its number, which “troupe imports” lists; “%s” is none"), call->words[1]);
      return FALSE;
    }
  return troupe_call_open (call, TROUPE_OFFICE_WRITE, error) && withdraw_import (call, id, error);
}

const TroupeCommand TROUPE_COMMAND_WITHDRAW = {
  .name = "withdraw", .usage = "FILE IMPORT", .least = 2, .most = 2, .run = withdraw,
  .summary = N_("Takes an import back as a whole, while nothing rests on it"),
};

/* --- profiles ----------------------------------------------------------------------------------- */

static gboolean
profiles (TroupeCall  *call,
          GError     **error)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("ll");
  g_auto(GStrv) list = NULL;
  g_autofree char *text = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error))
    return FALSE;
  list = dex_await_boxed (troupe_office_list_profiles (call->office), error);
  if (list == NULL)
    return FALSE;
  for (char **word = list; *word != NULL; word++)
    troupe_text_table_add (table, *word);
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "%s", text);
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_PROFILES = {
  .name = "profiles", .usage = "FILE", .least = 1, .most = 1, .run = profiles,
  .summary = N_("Lists the statements that import knows"),
};
