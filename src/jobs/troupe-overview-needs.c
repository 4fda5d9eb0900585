#include "troupe-overview-needs.h"

#include <gio/gio.h>

#include "troupe-contract.h"
#include "troupe-creator.h"
#include "troupe-feeless-remark.h"
#include "troupe-ledger-store.h"
#include "troupe-office-private.h"
#include "troupe-overview-rates.h"
#include "troupe-person.h"
#include "troupe-record-index.h"
#include "troupe-statement-sum.h"
#include "troupe-unsettled.h"

/* Contracts are looked at this many days ahead. */
#define DAYS_AHEAD 30
#define ADULT_AGE  18

typedef struct
{
  TroupeOffice   *office;
  TroupeMonth     month;
  GArray         *states;
  TroupeOverview *overview;
  TroupeDay       today;
} Search;

static TroupeNeed *
add_need (Search         *self,
          TroupeNeedKind  kind,
          TroupeMonth     month,
          gint64          count)
{
  TroupeNeed *need = g_new0 (TroupeNeed, 1);

  need->kind = kind;
  need->month = month;
  need->count = count;
  need->amount = TROUPE_NONE;
  need->due = TROUPE_NONE;
  g_ptr_array_add (self->overview->needs, need);
  return need;
}

static GPtrArray *
list (Search                  *self,
      const TroupeRecordType  *type,
      const char              *field,
      gint64                   value,
      GError                 **error)
{
  return dex_await_boxed (troupe_office_list (self->office, type, field, value), error);
}

/* --- money that stands still -------------------------------------------------------------------- */

static void
find_waiting (Search *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (self->states, TroupeMonthState, i);

      if (state->waiting > 0)
        add_need (self, TROUPE_NEED_WAITING, state->month, state->waiting);
    }
}

/* Settled, but not all of it: something is missing. */
static gboolean
find_problems (Search  *self,
               GError **error)
{
  g_autoptr(GArray) list = dex_await_boxed (troupe_store_list_unsettled (troupe_office_get_store (self->office),
                                                                         self->month), error);
  gint64 lines = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    lines += g_array_index (list, TroupeUnsettled, i).lines;
  if (lines > 0)
    add_need (self, TROUPE_NEED_PROBLEM, self->month, lines)->creator_id =
      list->len == 1 ? g_array_index (list, TroupeUnsettled, 0).creator_id : 0;
  return list != NULL;
}

static gboolean
find_feeless (Search  *self,
              GError **error)
{
  g_autoptr(GArray) list = troupe_feeless_remark_find (self->office, self->month, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TroupeFeelessRevenue *revenue = &g_array_index (list, TroupeFeelessRevenue, i);
      TroupeNeed *need = add_need (self, TROUPE_NEED_FEE, self->month, revenue->rows);

      need->subject = g_strdup (revenue->platform);
      need->revenue_kind = revenue->kind;
    }
  return list != NULL;
}

static void
find_stale (Search *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (self->states, TroupeMonthState, i);

      if (state->stale)
        add_need (self, TROUPE_NEED_STALE, state->month, state->statements);
    }
}

static void
find_unclosed (Search *self)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      const TroupeMonthState *state = &g_array_index (self->states, TroupeMonthState, i);

      if (state->settled && !state->closed && state->month < self->month)
        add_need (self, TROUPE_NEED_CLOSE, state->month, state->statements);
    }
}

static TroupeMonth
find_last_closed (Search *self)
{
  TroupeMonth closed = TROUPE_NONE;

  for (guint i = 0; i < self->states->len; i++)
    if (g_array_index (self->states, TroupeMonthState, i).closed)
      closed = g_array_index (self->states, TroupeMonthState, i).month;
  return closed;
}

/* Of the last closed month: what earlier ones did not pay has been carried over into it. */
static gboolean
find_unpaid (Search  *self,
             GError **error)
{
  TroupeStore *store = troupe_office_get_store (self->office);
  TroupeMonth closed = find_last_closed (self);
  gint64 count = 0, amount = 0;
  g_autoptr(GArray) sums = NULL;
  g_autoptr(TroupeOverviewRates) rates = NULL;

  if (closed == TROUPE_NONE)
    return TRUE;
  sums = dex_await_boxed (troupe_store_sum_statements (store, closed, closed, 0), error);
  rates = sums != NULL ? troupe_overview_rates_load (self->office, closed, error) : NULL;
  if (rates == NULL)
    return FALSE;
  for (guint i = 0; i < sums->len; i++)
    {
      const TroupeStatementSum *sum = &g_array_index (sums, TroupeStatementSum, i);

      count += sum->unpaid;
      amount += troupe_overview_rates_convert (rates, sum->due, sum->currency);
    }
  if (count > 0)
    add_need (self, TROUPE_NEED_PAY, closed, count)->amount = amount;
  return TRUE;
}

/* --- people ------------------------------------------------------------------------------------- */

/* The day before which somebody should decide, if it is near: of notice, else of the end. */
static TroupeDay
find_due_day (Search               *self,
              const TroupeContract *contract)
{
  TroupeDay notice = troupe_contract_get_notice_day (contract);
  TroupeDay end = troupe_contract_get_last_day (contract);

  if (notice != TROUPE_NONE && notice >= self->today && notice <= self->today + DAYS_AHEAD)
    return notice;
  if (end != TROUPE_NONE && end >= self->today && end <= self->today + DAYS_AHEAD)
    return end;
  return TROUPE_NONE;
}

static gint
compare_due_cb (gconstpointer a,
                gconstpointer b)
{
  const TroupeNeed *left = a;
  const TroupeNeed *right = b;

  return left->due < right->due ? -1 : left->due > right->due;
}

static gboolean
find_contracts (Search      *self,
                GHashTable  *creators,
                GError     **error)
{
  g_autoptr(GPtrArray) contracts = list (self, &TROUPE_CONTRACT, NULL, 0, error);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  guint before = self->overview->needs->len;

  for (guint i = 0; contracts != NULL && i < contracts->len; i++)
    {
      const TroupeContract *contract = g_ptr_array_index (contracts, i);
      const TroupeCreator *creator = troupe_record_index_find (creators, contract->creator_id);
      TroupeDay due = find_due_day (self, contract);
      TroupeNeed *need = NULL;

      if (due == TROUPE_NONE || creator == NULL)
        continue;
      need = add_need (self, TROUPE_NEED_CONTRACT, TROUPE_NONE, 1);
      need->due = due;
      need->creator_id = creator->id;
      need->subject = g_strdup (creator->name);
      g_ptr_array_add (found, need);
    }
  g_ptr_array_sort_values (found, compare_due_cb);
  for (guint i = 0; i < found->len; i++)
    self->overview->needs->pdata[before + i] = g_ptr_array_index (found, i);
  return contracts != NULL;
}

static gboolean
is_minor (Search             *self,
          const TroupePerson *person)
{
  int year = 0, month = 0, day = 0;

  if (person == NULL || person->birth_day == TROUPE_NONE)
    return FALSE;
  troupe_day_split (person->birth_day, &year, &month, &day);
  /* born on 29 February: of age on 1 March */
  if (month == 2 && day == 29)
    month = 3, day = 1;
  return self->today < troupe_day_new (year + ADULT_AGE, month, day);
}

static gboolean
find_guardians (Search     *self,
                GPtrArray  *creators,
                GError    **error)
{
  g_autoptr(GPtrArray) people = list (self, &TROUPE_PERSON, NULL, 0, error);
  g_autoptr(GHashTable) index = people != NULL ? troupe_record_index_new (people) : NULL;

  for (guint i = 0; index != NULL && i < creators->len; i++)
    {
      const TroupeCreator *creator = g_ptr_array_index (creators, i);
      const TroupePerson *person = troupe_record_index_find (index, creator->person_id);
      TroupeNeed *need = NULL;

      if (!is_minor (self, person) || person->guardian_id != 0)
        continue;
      need = add_need (self, TROUPE_NEED_GUARDIAN, TROUPE_NONE, 1);
      need->creator_id = creator->id;
      need->subject = g_strdup (creator->name);
    }
  return people != NULL;
}

/* Those who are active; an agency may remember many more. */
static gboolean
find_people (Search  *self,
             GError **error)
{
  g_autoptr(GPtrArray) creators = dex_await_boxed (troupe_office_list_text (self->office, &TROUPE_CREATOR, "status", "active"),
                                                   error);
  g_autoptr(GHashTable) index = creators != NULL ? troupe_record_index_new (creators) : NULL;

  if (index == NULL)
    return FALSE;
  self->overview->creators = creators->len;
  return find_contracts (self, index, error) && find_guardians (self, creators, error);
}

/* --- what did not come -------------------------------------------------------------------------- */

static gboolean
has_platform (GArray      *totals,
              TroupeMonth  month,
              const char  *platform)
{
  for (guint i = 0; i < totals->len; i++)
    {
      const TroupeMonthTotal *total = &g_array_index (totals, TroupeMonthTotal, i);

      if (total->month == month && total->platform == platform)
        return TRUE;
    }
  return FALSE;
}

/* A month that is over and a platform that paid in the month before. */
static void
find_silent (Search *self,
             GArray *totals)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (self->today <= troupe_month_get_last (self->month))
    return;
  for (guint i = 0; i < totals->len; i++)
    {
      const TroupeMonthTotal *total = &g_array_index (totals, TroupeMonthTotal, i);

      if (total->month == self->month || !g_hash_table_add (seen, (gpointer) total->platform) ||
          has_platform (totals, self->month, total->platform))
        continue;
      add_need (self, TROUPE_NEED_NOTHING_IN, self->month, 0)->subject = g_strdup (total->platform);
    }
}

static gboolean
is_closed (Search      *self,
           TroupeMonth  month)
{
  for (guint i = 0; i < self->states->len; i++)
    if (g_array_index (self->states, TroupeMonthState, i).month == month)
      return g_array_index (self->states, TroupeMonthState, i).closed;
  return FALSE;
}

gboolean
troupe_overview_find_needs (TroupeOffice    *office,
                            GArray          *states,
                            TroupeOverview  *overview,
                            GError         **error)
{
  TroupeMonth month = g_array_index (overview->months, TroupeMonthFigures, overview->months->len - 1).month;
  Search self = { office, month, states, overview, troupe_clock_get_day (troupe_office_get_clock (office)) };
  gboolean open = !is_closed (&self, month);
  g_autoptr(GArray) totals = dex_await_boxed (troupe_store_list_totals (troupe_office_get_store (office), month - 1, month),
                                              error);

  if (totals == NULL)
    return FALSE;
  find_waiting (&self);
  if (open && (!find_problems (&self, error) || !find_feeless (&self, error)))
    return FALSE;
  find_stale (&self);
  find_unclosed (&self);
  if (!find_unpaid (&self, error) || !find_people (&self, error))
    return FALSE;
  if (open)
    find_silent (&self, totals);
  return TRUE;
}
