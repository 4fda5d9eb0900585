#include "troupe-settle-job.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <gio/gio.h>

#include "troupe-error.h"
#include "troupe-feeless-remark.h"
#include "troupe-fiber.h"
#include "troupe-ledger-store.h"
#include "troupe-office-private.h"
#include "troupe-record-noun.h"
#include "troupe-record-store.h"
#include "troupe-settle-run.h"
#include "troupe-statement-sum.h"

G_DEFINE_BOXED_TYPE (TroupeSettleResult, troupe_settle_result, troupe_settle_result_ref, troupe_settle_result_unref)

TroupeSettleResult *
troupe_settle_result_ref (TroupeSettleResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeSettleResult *self = data;

  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->creators, g_ptr_array_unref);
  g_strfreev (self->problems);
  g_strfreev (self->remarks);
}

void
troupe_settle_result_unref (TroupeSettleResult *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

/* --- the job ------------------------------------------------------------------------------------ */

typedef struct
{
  TroupeOffice *office;
  TroupeMonth   month;
  GCancellable *cancellable;
} Job;

static Job *
job_new (TroupeOffice *office,
         TroupeMonth   month,
         GCancellable *cancellable)
{
  Job *self = g_new0 (Job, 1);

  self->office = g_object_ref (office);
  self->month = month;
  g_set_object (&self->cancellable, cancellable);
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_object (&self->office);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/* How far the month has come; a month that the file does not know is open and empty. */
static gboolean
find_state (TroupeOffice      *office,
            TroupeMonth        month,
            TroupeMonthState  *ret_state,
            GError           **error)
{
  g_autoptr(GArray) months = dex_await_boxed (troupe_store_list_months (troupe_office_get_store (office)), error);

  *ret_state = (TroupeMonthState) { .month = month };
  if (months == NULL)
    return FALSE;
  for (guint i = 0; i < months->len; i++)
    if (g_array_index (months, TroupeMonthState, i).month == month)
      *ret_state = g_array_index (months, TroupeMonthState, i);
  return TRUE;
}

static gint
compare_statements_cb (gconstpointer a,
                       gconstpointer b)
{
  const TroupeStatement *x = a, *y = b;

  if (x->creator_id != y->creator_id)
    return x->creator_id < y->creator_id ? -1 : 1;
  return strcmp (x->currency, y->currency);
}

/* In the order in which settling gives them. */
static GPtrArray *
list_statements (TroupeOffice  *office,
                 TroupeMonth    month,
                 GError       **error)
{
  GPtrArray *statements = dex_await_boxed (troupe_store_list (troupe_office_get_store (office), &TROUPE_STATEMENT,
                                                              "month", month), error);

  if (statements != NULL)
    g_ptr_array_sort_values (statements, compare_statements_cb);
  return statements;
}

/* Settles until nobody has written meanwhile, so that no draft is older than the evidence and the
 * rules that it names. */
static TroupeSettleRun *
settle_undisturbed (Job     *job,
                    GError **error)
{
  while (TRUE)
    {
      guint writes = troupe_office_get_writes (job->office);
      g_autoptr(TroupeSettleRun) run = troupe_settle_run (job->office, job->month, job->cancellable, error);

      if (run == NULL || writes == troupe_office_get_writes (job->office))
        return g_steal_pointer (&run);
    }
}

/* Whether any line was settled as if the platform kept nothing; mostly none is, and nobody need look why. */
static gboolean
has_feeless (GPtrArray *settled)
{
  for (guint i = 0; i < settled->len; i++)
    {
      GPtrArray *lines = ((const TroupeSettledStatement *) settled->pdata[i])->lines;

      for (guint j = 0; j < lines->len; j++)
        {
          const TroupeStatementLine *line = lines->pdata[j];

          if (line->fee_card_id == 0 && line->fee == 0 && line->gross != 0)
            return TRUE;
        }
    }
  return FALSE;
}

/* Settles the open month and writes its drafts. */
static TroupeSettleResult *
write_drafts (Job     *job,
              GError **error)
{
  g_autoptr(TroupeSettleRun) run = settle_undisturbed (job, error);
  g_autoptr(TroupeSettleResult) result = g_atomic_rc_box_new0 (TroupeSettleResult);
  TroupeMonthState state;

  if (run == NULL)
    return NULL;
  result->statements = dex_await_boxed (troupe_store_put_statements (troupe_office_get_writer (job->office), job->month,
                                                                     run->settled), error);
  if (result->statements == NULL || !find_state (job->office, job->month, &state, error))
    return NULL;
  result->remarks = has_feeless (run->settled) ? troupe_feeless_remark_list (job->office, job->month, error)
                                               : g_new0 (char *, 1);
  if (result->remarks == NULL)
    return NULL;
  result->creators = g_steal_pointer (&run->creators);
  result->problems = g_steal_pointer (&run->problems);
  result->waiting = state.waiting;
  return g_steal_pointer (&result);
}

static TroupeSettleResult *
read_closed (Job     *job,
             GError **error)
{
  g_autoptr(TroupeSettleResult) result = g_atomic_rc_box_new0 (TroupeSettleResult);

  result->problems = g_new0 (char *, 1);
  result->remarks = g_new0 (char *, 1);
  result->statements = list_statements (job->office, job->month, error);
  if (result->statements == NULL)
    return NULL;
  result->creators = dex_await_boxed (troupe_store_list (troupe_office_get_store (job->office), &TROUPE_CREATOR, NULL, 0),
                                      error);
  return result->creators != NULL ? g_steal_pointer (&result) : NULL;
}

/* A month to come has nothing to settle, unless the evidence knows better than the clock. */
static gboolean
check_begun (Job     *job,
             GError **error)
{
  TroupeDay today = troupe_clock_get_day (troupe_office_get_clock (job->office));
  g_autoptr(GArray) totals = NULL;
  g_autofree char *day = troupe_day_to_string (today);
  char month[8];

  if (job->month <= troupe_day_get_month (today))
    return TRUE;
  troupe_month_print (job->month, month);
  totals = dex_await_boxed (troupe_store_list_totals (troupe_office_get_store (job->office), job->month, job->month), error);
  return totals != NULL &&
         (totals->len > 0 || troupe_fail (error, TROUPE_ERROR_INVALID, _("%s has not begun: today is %s"), month, day));
}

/* A month that may come to have statements: neither one to come, nor one that later ones were closed without. */
static gboolean
check_month (Job     *job,
             GError **error)
{
  g_autoptr(GArray) months = NULL;
  char month[8];

  if (!check_begun (job, error))
    return FALSE;
  troupe_month_print (job->month, month);
  months = dex_await_boxed (troupe_store_list_months (troupe_office_get_store (job->office)), error);
  for (guint i = 0; months != NULL && i < months->len; i++)
    if (g_array_index (months, TroupeMonthState, i).closed && g_array_index (months, TroupeMonthState, i).month > job->month)
      return troupe_fail (error, TROUPE_ERROR_NOT_FOUND,
                          _("%s has no statements: nothing of it came in before a later month was closed"), month);
  return months != NULL;
}

static DexFuture *
settle_fiber (gpointer data)
{
  Job *job = data;
  TroupeMonthState state;
  TroupeSettleResult *result = NULL;
  GError *error = NULL;

  if (find_state (job->office, job->month, &state, &error) && (state.closed || check_month (job, &error)))
    result = state.closed ? read_closed (job, &error) : write_drafts (job, &error);
  if (result == NULL)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_SETTLE_RESULT, result);
}

DexFuture *
troupe_office_settle (TroupeOffice *self,
                      TroupeMonth   month,
                      GCancellable *cancellable)
{
  return troupe_fiber_spawn (settle_fiber, job_new (self, month, cancellable), job_free);
}

/* --- closing ------------------------------------------------------------------------------------ */

static gboolean
check_complete (Job                *job,
                TroupeSettleResult *result,
                GError            **error)
{
  char month[8];

  troupe_month_print (job->month, month);
  if (result->waiting > 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID,
                        g_dngettext (GETTEXT_PACKAGE,
                                     "%s cannot be closed: %" PRId64 " of its lines waits until its account is assigned "
                                     "to a creator",
                                     "%s cannot be closed: %" PRId64 " of its lines wait until their accounts are assigned "
                                     "to creators", result->waiting), month, result->waiting);
  if (g_strv_length (result->problems) > 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s cannot be closed: %s"), month, result->problems[0]);
  if (result->statements->len == 0)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s cannot be closed: it has no statements"), month);
  return TRUE;
}

static TroupeSettleResult *
close_month (Job     *job,
             GError **error)
{
  g_autoptr(TroupeSettleResult) drafts = write_drafts (job, error);

  if (drafts == NULL || !check_complete (job, drafts, error))
    return NULL;
  if (!dex_await (troupe_store_close_month (troupe_office_get_writer (job->office), job->month,
                                            troupe_office_get_actor (job->office)), error))
    return NULL;
  return read_closed (job, error);
}

static DexFuture *
close_fiber (gpointer data)
{
  Job *job = data;
  TroupeMonthState state;
  TroupeSettleResult *result = NULL;
  GError *error = NULL;

  if (find_state (job->office, job->month, &state, &error) && (state.closed || check_month (job, &error)))
    result = state.closed ? read_closed (job, &error) : close_month (job, &error);
  if (result == NULL)
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_SETTLE_RESULT, result);
}

DexFuture *
troupe_office_close_month (TroupeOffice *self,
                           TroupeMonth   month,
                           GCancellable *cancellable)
{
  return troupe_fiber_spawn (close_fiber, job_new (self, month, cancellable), job_free);
}

/* --- verifying ---------------------------------------------------------------------------------- */

/* Whether two records agree but for their ids, which the store gives; names the first field that does not. */
static const char *
find_difference (gconstpointer a,
                 gconstpointer b)
{
  for (const TroupeField *field = troupe_record_get_type (a)->fields; field->name != NULL; field++)
    {
      if (g_str_equal (field->name, "id") || g_str_equal (field->name, "statement_id") ||
          g_str_equal (field->name, "state") || g_str_equal (field->name, "stale"))
        continue;
      if (field->kind == TROUPE_FIELD_TEXT
          ? g_strcmp0 (troupe_record_get_text (a, field), troupe_record_get_text (b, field)) != 0
          : troupe_record_get_int (a, field) != troupe_record_get_int (b, field))
        return troupe_field_get_noun (field);
    }
  return NULL;
}

static gboolean
differs (TroupeStatement *statement,
         gint64           position,
         const char      *what,
         GError         **error)
{
  return troupe_fail (error, TROUPE_ERROR_DAMAGED,
                      _("Statement %s, line %" PRId64 ": “%s” is not what its evidence and rules give; "
                        "restore a backup of the file"), statement->number, position, what);
}

static gboolean
verify_statement (Job                    *job,
                  TroupeStatement        *stored,
                  TroupeSettledStatement *again,
                  GError                **error)
{
  const char *field = find_difference (stored, again->statement);
  g_autoptr(GPtrArray) lines = NULL;

  if (field != NULL)
    return differs (stored, 0, field, error);
  lines = dex_await_boxed (troupe_store_list (troupe_office_get_store (job->office), &TROUPE_STATEMENT_LINE,
                                              "statement_id", stored->id), error);
  if (lines == NULL)
    return FALSE;
  if (lines->len != again->lines->len)
    return differs (stored, lines->len, _("number of lines"), error);
  for (guint i = 0; i < lines->len; i++)
    {
      const TroupeStatementLine *line = g_ptr_array_index (lines, i);

      field = find_difference (line, g_ptr_array_index (again->lines, i));
      if (field != NULL)
        return differs (stored, line->position, field, error);
    }
  return TRUE;
}

static gboolean
verify_month (Job     *job,
              GError **error)
{
  TroupeMonthState state;
  g_autoptr(TroupeSettleRun) run = NULL;
  g_autoptr(GPtrArray) stored = NULL;
  char month[8];

  troupe_month_print (job->month, month);
  if (!find_state (job->office, job->month, &state, error))
    return FALSE;
  if (!state.closed)
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s is not closed, so there is nothing to verify"), month);
  run = troupe_settle_run (job->office, job->month, job->cancellable, error);
  stored = run != NULL ? list_statements (job->office, job->month, error) : NULL;
  if (stored == NULL)
    return FALSE;
  if (stored->len != run->settled->len)
    return troupe_fail (error, TROUPE_ERROR_DAMAGED,
                        g_dngettext (GETTEXT_PACKAGE, "%s: %u statement is kept, its evidence and rules give %u",
                                     "%s: %u statements are kept, its evidence and rules give %u", stored->len),
                        month, stored->len, run->settled->len);
  for (guint i = 0; i < stored->len; i++)
    if (!verify_statement (job, g_ptr_array_index (stored, i), g_ptr_array_index (run->settled, i), error))
      return FALSE;
  return TRUE;
}

static DexFuture *
verify_fiber (gpointer data)
{
  GError *error = NULL;

  return verify_month (data, &error) ? dex_future_new_true () : dex_future_new_for_error (error);
}

DexFuture *
troupe_office_verify_month (TroupeOffice *self,
                            TroupeMonth   month)
{
  return troupe_fiber_spawn (verify_fiber, job_new (self, month, NULL), job_free);
}

DexFuture *
troupe_office_list_months (TroupeOffice *self)
{
  return troupe_store_list_months (troupe_office_get_store (self));
}

/* --- what is due -------------------------------------------------------------------------------- */

DexFuture *
troupe_office_list_dues (TroupeOffice *self,
                         TroupeMonth   first,
                         TroupeMonth   last,
                         gint64        creator_id)
{
  return troupe_store_list_dues (troupe_office_get_store (self), first, last, creator_id);
}

gboolean
troupe_office_read_due (TroupeOffice           *self,
                        const TroupeStatement  *statement,
                        TroupeStatementDue     *ret_due,
                        GError                **error)
{
  g_autoptr(GArray) dues = dex_await_boxed (troupe_office_list_dues (self, statement->month, statement->month,
                                                                     statement->creator_id), error);

  *ret_due = (TroupeStatementDue) { .statement_id = statement->id };
  for (guint i = 0; dues != NULL && i < dues->len; i++)
    if (g_array_index (dues, TroupeStatementDue, i).statement_id == statement->id)
      *ret_due = g_array_index (dues, TroupeStatementDue, i);
  return dues != NULL;
}
