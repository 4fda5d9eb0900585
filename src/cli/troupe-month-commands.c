#include "troupe-commands.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-find.h"
#include "troupe-money.h"
#include "troupe-payment-job.h"
#include "troupe-settle-job.h"
#include "troupe-settle-output.h"

/* --- months ------------------------------------------------------------------------------------- */

static const char *
get_state_label (const TroupeMonthState *state)
{
  if (state->closed)
    return _("closed");
  if (state->stale)
    return _("to be settled again");
  return state->settled ? _("settled") : _("open");
}

static gboolean
months (TroupeCall  *call,
        GError     **error)
{
  g_autoptr(GArray) list = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_READ, error))
    return FALSE;
  list = dex_await_boxed (troupe_office_list_months (call->office), error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (list, TroupeMonthState, i);
      char month[8];

      troupe_month_print (state->month, month);
      troupe_call_print (call, "%s\t%s\n", month, get_state_label (state));
    }
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_MONTHS = {
  .name = "months", .usage = "FILE", .least = 1, .most = 1, .run = months,
  .summary = N_("Lists the months and how far they have come"),
};

/* --- settle ------------------------------------------------------------------------------------- */

/* Leaves only what concerns one creator, or says that there is nothing. */
static gboolean
keep_creator (TroupeCall          *call,
              TroupeSettleResult  *result,
              GError             **error)
{
  g_autoptr(TroupeCreator) creator = troupe_find_creator (call->office, call->options.creator, error);

  if (creator == NULL)
    return FALSE;
  for (guint i = result->statements->len; i > 0; i--)
    if (((TroupeStatement *) g_ptr_array_index (result->statements, i - 1))->creator_id != creator->id)
      g_ptr_array_remove_index (result->statements, i - 1);
  if (result->statements->len > 0)
    return TRUE;
  return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("%s has no statement in %s"), creator->name, call->words[1]);
}

/* Closing early is allowed, but mostly a slip. */
static void
remark_early (TroupeCall  *call,
              TroupeMonth  month)
{
  char next[8];

  troupe_month_print (month + 1, next);
  if (troupe_clock_get_day (troupe_office_get_clock (call->office)) <= troupe_month_get_last (month))
    troupe_call_note (call, _("%s is not over yet; what still comes in goes into %s"), call->words[1], next);
}

static gboolean
settle (TroupeCall  *call,
        GError     **error)
{
  TroupeMonth month = TROUPE_NONE;
  g_autoptr(TroupeSettleResult) result = NULL;

  if (!troupe_find_month (call->words[1], &month, error) || !troupe_call_open (call, TROUPE_OFFICE_WRITE, error))
    return FALSE;
  result = dex_await_boxed (call->options.close ? troupe_office_close_month (call->office, month, call->cancellable)
                            : troupe_office_settle (call->office, month, call->cancellable), error);
  if (result == NULL || (call->options.creator != NULL && !keep_creator (call, result, error)))
    return FALSE;
  if (call->options.close)
    remark_early (call, month);
  if (result->statements->len == 0 && result->problems[0] == NULL && result->waiting == 0)
    troupe_call_note (call, _("%s has nothing to settle"), call->words[1]);
  if (result->problems[0] != NULL || result->waiting > 0)
    call->status = TROUPE_EXIT_FAILED;
  return call->options.json ? troupe_settle_output_print_json (call, month, result, error)
         : troupe_settle_output_print (call, month, result, call->options.creator != NULL, error);
}

static const GOptionEntry settle_options[] = {
  TROUPE_OPTION (creator, "creator", FILENAME, N_("Show only this creator, with the lines of the statement"), N_("CREATOR")),
  TROUPE_OPTION (close, "close", NONE, N_("Close the month: its statements become final"), NULL),
  TROUPE_OPTION (json, "json", NONE, N_("Results as JSON, always with lines"), NULL),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_SETTLE = {
  .name = "settle", .usage = "FILE MONTH", .least = 2, .most = 2, .options = settle_options, .run = settle,
  .summary = N_("Computes what everybody is owed for a month"),
  .help = N_("A closed month is shown as it was closed. Exits with 1 when lines could not be settled, those\n"
             "that wait for the creator of their account among them, and says whose and why; everything else is\n"
             "settled all the same."),
};

static gboolean
verify (TroupeCall  *call,
        GError     **error)
{
  TroupeMonth month = TROUPE_NONE;

  if (!troupe_find_month (call->words[1], &month, error) || !troupe_call_open (call, TROUPE_OFFICE_READ, error) ||
      !dex_await (troupe_office_verify_month (call->office, month), error))
    return FALSE;
  troupe_call_note (call, _("%s: the evidence and rules of that time give these statements again"), call->words[1]);
  return TRUE;
}

const TroupeCommand TROUPE_COMMAND_VERIFY = {
  .name = "verify", .usage = "FILE MONTH", .least = 2, .most = 2, .run = verify,
  .summary = N_("Settles a closed month again and compares every line"),
};

/* --- pay ---------------------------------------------------------------------------------------- */

/* What is asked for, else all that is due. */
static gboolean
read_amount (TroupeCall       *call,
             TroupeStatement  *statement,
             gint64           *ret_amount,
             GError          **error)
{
  TroupeStatementDue due;

  if (!g_str_equal (statement->state, "closed"))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("Statement %s is a draft that can still change; close its month "
                                                       "first: troupe settle … --close"), statement->number);
  if (call->options.amount != NULL)
    return troupe_money_read (call->options.amount, statement->currency, ret_amount, error);
  if (!troupe_office_read_due (call->office, statement, &due, error))
    return FALSE;
  *ret_amount = due.due;
  return TRUE;
}

static TroupePayment *
make_payment (TroupeCall       *call,
              TroupeStatement  *statement,
              GError          **error)
{
  const TroupeOptions *options = &call->options;
  TroupePayment fields;

  troupe_record_clear (&TROUPE_PAYMENT, &fields);
  fields.creator_id = statement->creator_id;
  fields.statement_id = statement->id;
  fields.currency = statement->currency;
  fields.method = options->method;
  fields.day = troupe_clock_get_day (troupe_office_get_clock (call->office));
  if (!read_amount (call, statement, &fields.amount, error) ||
      (options->day != NULL && !troupe_day_parse (options->day, &fields.day, error)))
    return NULL;
  /* an amount of 0 that nobody asked for is explained by what is due */
  if ((options->amount != NULL && !troupe_record_check (&TROUPE_PAYMENT, &fields, error)) ||
      !troupe_office_check_payment (call->office, statement, &fields, error))
    return NULL;
  return troupe_record_new (&TROUPE_PAYMENT, &fields, error);
}

static gboolean
pay (TroupeCall  *call,
     GError     **error)
{
  g_autoptr(TroupeStatement) statement = NULL;
  g_autoptr(TroupePayment) payment = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *day = NULL;

  if (!troupe_call_open (call, TROUPE_OFFICE_WRITE, error))
    return FALSE;
  statement = troupe_find_statement (call->office, call->words[1], error);
  payment = statement != NULL ? make_payment (call, statement, error) : NULL;
  if (payment == NULL || !dex_await (troupe_office_save (call->office, payment), error))
    return FALSE;
  amount = troupe_money_format (payment->amount, payment->currency);
  day = troupe_day_to_string (payment->day);
  troupe_call_note (call, _("%s: %s %s paid on %s"), statement->number, payment->currency, amount, day);
  return TRUE;
}

static const GOptionEntry pay_options[] = {
  TROUPE_OPTION (amount, "amount", FILENAME, N_("How much; else all that is due"), N_("AMOUNT")),
  TROUPE_OPTION (day, "day", FILENAME, N_("When; else today"), N_("DAY")),
  TROUPE_OPTION (method, "method", FILENAME, N_("How: bank, Alipay …"), N_("METHOD")),
  { NULL }
};

const TroupeCommand TROUPE_COMMAND_PAY = {
  .name = "pay", .usage = "FILE NUMBER", .least = 2, .most = 2, .options = pay_options, .run = pay,
  .summary = N_("Records the payment of a statement"),
  .help = N_("Only closed statements are paid, and nobody more than is owed. A negative AMOUNT is money that came\n"
             "back: --amount=-120."),
};
