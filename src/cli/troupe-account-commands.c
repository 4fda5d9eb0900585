#include "troupe-commands.h"

#include <glib/gi18n-lib.h>

#include "troupe-find.h"
#include "troupe-import-job.h"
#include "troupe-money.h"
#include "troupe-text-table.h"
#include "troupe-vocabulary.h"

/* --- waiting ------------------------------------------------------------------------------------ */

static gboolean
add_waiting (TroupeCall                *call,
             TroupeTextTable           *table,
             const TroupeWaitingTotal  *total,
             GError                   **error)
{
  g_autoptr(TroupeAccount) account = dex_await_boxed (troupe_office_get (call->office, &TROUPE_ACCOUNT, total->account_id),
                                                      error);

  if (account == NULL)
    return FALSE;
  troupe_text_table_take (table, g_strdup_printf ("%s:%s", account->platform, account->handle));
  troupe_text_table_add (table, account->name);
  troupe_text_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT, total->lines));
  troupe_text_table_take (table, troupe_micros_format (total->amount, total->unit));
  troupe_text_table_add (table, troupe_unit_get_label (call->lang, total->unit));
  return TRUE;
}

static gboolean
waiting (TroupeCall  *call,
         GError     **error)
{
  g_autoptr(TroupeTextTable) table = troupe_text_table_new ("llrrl");
  g_autoptr(GArray) totals = NULL;
  g_autofree char *text = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error))
    return FALSE;
  totals = dex_await_boxed (troupe_office_list_waiting (call->office), error);
  if (totals == NULL)
    return FALSE;
  for (guint i = 0; i < totals->len; i++)
    if (!add_waiting (call, table, &g_array_index (totals, TroupeWaitingTotal, i), error))
      return FALSE;
  text = troupe_text_table_to_string (table);
  troupe_call_print (call, "%s", text);
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_WAITING = {
  .name = "waiting", .usage = "FILE", .least = 1, .most = 1, .run = waiting,
  .summary = N_("Lists accounts that are no creator's yet: lines and amounts that wait"),
};

/* --- assign ------------------------------------------------------------------------------------- */

static void
note_assigned (TroupeCall          *call,
               const TroupeCreator *creator,
               const TroupeCreator *before)
{
  if (before == NULL || before->id == creator->id)
    troupe_call_note (call, _("%s belongs to %s now"), call->words[1], creator->name);
  else
    troupe_call_note (call, _("%s belongs to %s now. It was %s’s until now."), call->words[1], creator->name, before->name);
}

static gboolean
assign (TroupeCall  *call,
        GError     **error)
{
  g_autoptr(TroupeAccount) account = NULL;
  g_autoptr(TroupeAccount) assigned = NULL;
  g_autoptr(TroupeCreator) creator = NULL;
  g_autoptr(TroupeCreator) before = NULL;
  TroupeAccount fields;

  if (!troupe_call_open (call, TROUPE_OFFICE_WRITE, error))
    return FALSE;
  account = troupe_find_account (call->office, call->words[1], error);
  creator = account != NULL ? troupe_find_creator (call->office, call->words[2], error) : NULL;
  if (creator == NULL)
    return FALSE;
  if (account->creator_id != 0 &&
      (before = dex_await_boxed (troupe_office_get (call->office, &TROUPE_CREATOR, account->creator_id), error)) == NULL)
    return FALSE;
  fields = *account;
  fields.creator_id = creator->id;
  assigned = troupe_record_new (&TROUPE_ACCOUNT, &fields, error);
  if (assigned == NULL || !dex_await (troupe_office_save (call->office, assigned), error))
    return FALSE;
  note_assigned (call, creator, before);
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_ASSIGN = {
  .name = "assign", .usage = "FILE PLATFORM:HANDLE CREATOR", .least = 3, .most = 3, .run = assign,
  .summary = N_("Says whose account it is, so that its lines can be settled"),
  .help = N_("CREATOR is a name or a number."),
};
