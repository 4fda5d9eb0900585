#include "troupe-commands.h"

#include <glib/gi18n-lib.h>

#include "troupe-derivation.h"
#include "troupe-find.h"
#include "troupe-json-text.h"
#include "troupe-settle-job.h"

static void
add_derivation (TroupeJsonText         *json,
                const TroupeDerivation *derivation)
{
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_text (json, "label", derivation->label);
  troupe_json_text_add_text (json, "value", derivation->value);
  troupe_json_text_add_text (json, "formula", derivation->formula);
  troupe_json_text_add_text (json, "detail", derivation->detail);
  troupe_json_text_add_text (json, "reference", troupe_reference_to_string (derivation->reference));
  troupe_json_text_add_int (json, "reference_id", derivation->reference_id != 0 ? derivation->reference_id : TROUPE_NONE);
  troupe_json_text_begin_array (json, "parts");
  for (guint i = 0; derivation->children != NULL && i < derivation->children->len; i++)
    add_derivation (json, g_ptr_array_index (derivation->children, i));
  troupe_json_text_end_array (json);
  troupe_json_text_end_object (json);
}

static char *
format_derivation (TroupeCall             *call,
                   const TroupeDerivation *derivation)
{
  TroupeJsonText *json = NULL;

  if (!call->options.json)
    return troupe_derivation_to_text (derivation);
  json = troupe_json_text_new ();
  add_derivation (json, derivation);
  return troupe_json_text_end (json);
}

/* "S-2026-10-0007:closing" asks for a figure of the statement, everything else for a line. */
static const char *
find_figure (const char *text)
{
  const char *colon = strrchr (text, ':');

  return colon != NULL && g_ascii_isalpha (colon[1]) ? colon + 1 : NULL;
}

static TroupeDerivation *
explain_figure (TroupeCall  *call,
                const char  *figure,
                TroupeLang   lang,
                GError     **error)
{
  g_autofree char *number = g_strndup (call->words[1], figure - 1 - call->words[1]);
  g_autoptr(TroupeStatement) statement = troupe_find_statement (call->office, number, error);

  return statement != NULL ? dex_await_boxed (troupe_office_explain_figure (call->office, statement->id, figure, lang), error)
         : NULL;
}

static TroupeDerivation *
explain_line (TroupeCall  *call,
              TroupeLang   lang,
              GError     **error)
{
  gint64 id = troupe_find_statement_line (call->office, call->words[1], error);

  return id != 0 ? dex_await_boxed (troupe_office_explain (call->office, id, lang), error) : NULL;
}

static gboolean
why (TroupeCall  *call,
     GError     **error)
{
  const char *figure = find_figure (call->words[1]);
  TroupeLang lang = TROUPE_LANG_EN;
  g_autoptr(TroupeDerivation) derivation = NULL;
  g_autofree char *text = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error) || !troupe_call_get_lang (call, &lang, error))
    return FALSE;
  derivation = figure != NULL ? explain_figure (call, figure, lang, error) : explain_line (call, lang, error);
  if (derivation == NULL)
    return FALSE;
  text = format_derivation (call, derivation);
  troupe_call_print (call, "%s", text);
  return TRUE;
}

static const GOptionEntry options[] = {
  TROUPE_OPTION (lang, "lang", FILENAME, N_("The language; else the agency's"), "zh|en"),
  TROUPE_OPTION (json, "json", NONE, N_("Results as JSON"), NULL),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_WHY = {
  .name = "why", .usage = "FILE STATEMENT-LINE", .least = 2, .most = 2, .options = options, .run = why,
  .summary = N_("Explains an amount of a statement down to its evidence"),
  .help = N_("STATEMENT-LINE is the number that “troupe settle --creator” shows, or the number of a statement\n"
             "and the position of the line in it: S-2026-10-0007:3. A figure of the statement is named by its\n"
             "word: S-2026-10-0007:closing (opening, gross, fee, pool, earned, agency, corrections, paid, payable)."),
};
