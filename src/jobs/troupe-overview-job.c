#include "troupe-overview-job.h"

#include <gio/gio.h>

#include "troupe-fiber.h"
#include "troupe-ledger-store.h"
#include "troupe-money.h"
#include "troupe-office-private.h"
#include "troupe-overview-needs.h"
#include "troupe-overview-rates.h"
#include "troupe-statement-sum.h"

#define MONTHS 12

G_DEFINE_BOXED_TYPE (TroupeOverview, troupe_overview, troupe_overview_ref, troupe_overview_unref)

static void
need_free (gpointer data)
{
  TroupeNeed *self = data;

  g_free (self->subject);
  g_free (self);
}

static TroupeOverview *
overview_new (TroupeMonth last)
{
  TroupeOverview *self = g_atomic_rc_box_new0 (TroupeOverview);

  self->months = g_array_new (FALSE, FALSE, sizeof (TroupeMonthFigures));
  self->needs = g_ptr_array_new_with_free_func (need_free);
  for (TroupeMonth month = last - MONTHS + 1; month <= last; month++)
    {
      TroupeMonthFigures figures = { .month = month };

      g_array_append_val (self->months, figures);
    }
  return self;
}

TroupeOverview *
troupe_overview_ref (TroupeOverview *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeOverview *self = data;

  g_array_unref (self->months);
  g_ptr_array_unref (self->needs);
}

void
troupe_overview_unref (TroupeOverview *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

typedef struct
{
  TroupeOffice *office;
  TroupeMonth   month;
  gint64        creator_id;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->office);
  g_free (self);
}

/* --- months ------------------------------------------------------------------------------------- */

/* A month without statements: its gross from the evidence, the rest unknown. */
static gboolean
reckon_month (Job                 *job,
              TroupeMonthFigures  *figures,
              GError             **error)
{
  TroupeStore *store = troupe_office_get_store (job->office);
  g_autoptr(GArray) totals = dex_await_boxed (troupe_store_list_totals (store, figures->month, figures->month), error);
  g_autoptr(TroupeOverviewRates) rates = NULL;
  TroupeWide micros = 0;

  if (totals == NULL)
    return FALSE;
  rates = troupe_overview_rates_load (job->office, figures->month, error);
  if (rates == NULL)
    return FALSE;
  for (guint i = 0; i < totals->len; i++)
    {
      const TroupeMonthTotal *total = &g_array_index (totals, TroupeMonthTotal, i);

      if (job->creator_id == 0 || total->creator_id == job->creator_id)
        micros += troupe_overview_rates_reckon (rates, total);
    }
  figures->gross = troupe_money_from_micros (micros, rates->currency);
  figures->fee = figures->creators = figures->agency = TROUPE_NONE;
  return TRUE;
}

static void
add_sum (TroupeMonthFigures        *figures,
         const TroupeStatementSum  *sum,
         const TroupeOverviewRates *rates)
{
  figures->statements += sum->statements;
  figures->gross += troupe_overview_rates_convert (rates, sum->gross, sum->currency);
  figures->fee += troupe_overview_rates_convert (rates, sum->fee, sum->currency);
  figures->creators += troupe_overview_rates_convert (rates, sum->creators, sum->currency);
  figures->agency += troupe_overview_rates_convert (rates, sum->agency, sum->currency);
}

static TroupeMonthFigures *
find_figures (TroupeOverview *overview,
              TroupeMonth     month)
{
  TroupeMonthFigures *first = &g_array_index (overview->months, TroupeMonthFigures, 0);

  return month >= first->month && month < first->month + MONTHS
         ? &g_array_index (overview->months, TroupeMonthFigures, month - first->month) : NULL;
}

static gboolean
add_statements (Job             *job,
                TroupeOverview  *overview,
                GError         **error)
{
  g_autoptr(GArray) sums = dex_await_boxed (troupe_store_sum_statements (troupe_office_get_store (job->office),
                                                                         job->month - MONTHS + 1, job->month,
                                                                         job->creator_id), error);

  g_autoptr(TroupeOverviewRates) rates = NULL;
  TroupeMonth month = TROUPE_NONE;

  if (sums == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    {
      const TroupeStatementSum *sum = &g_array_index (sums, TroupeStatementSum, i);

      if (sum->month != month)
        {
          g_clear_pointer (&rates, troupe_overview_rates_free);
          rates = troupe_overview_rates_load (job->office, sum->month, error);
          month = sum->month;
        }
      if (rates == NULL)
        return FALSE;
      add_sum (find_figures (overview, sum->month), sum, rates);
    }
  return TRUE;
}

static gboolean
add_months (Job             *job,
            TroupeOverview  *overview,
            GArray          *states,
            GError         **error)
{
  for (guint i = 0; i < states->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (states, TroupeMonthState, i);
      TroupeMonthFigures *figures = find_figures (overview, state->month);

      if (figures == NULL)
        continue;
      figures->closed = state->closed;
      if (!state->settled && !reckon_month (job, figures, error))
        return FALSE;
    }
  return TRUE;
}

/* --- the job ------------------------------------------------------------------------------------ */

static DexFuture *
look_over_fiber (gpointer data)
{
  Job *job = data;
  g_autoptr(TroupeOverview) overview = overview_new (job->month);
  GError *error = NULL;
  g_autoptr(GArray) states = dex_await_boxed (troupe_store_list_months (troupe_office_get_store (job->office)), &error);

  if (states == NULL || !add_statements (job, overview, &error) || !add_months (job, overview, states, &error))
    return dex_future_new_for_error (error);
  if (job->creator_id == 0 && !troupe_overview_find_needs (job->office, states, overview, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (TROUPE_TYPE_OVERVIEW, g_steal_pointer (&overview));
}

DexFuture *
troupe_office_look_over (TroupeOffice *self,
                         TroupeMonth   month,
                         gint64        creator_id)
{
  Job *job = g_new (Job, 1);

  *job = (Job) { g_object_ref (self), month, creator_id };
  return troupe_fiber_spawn (look_over_fiber, job, job_free);
}
