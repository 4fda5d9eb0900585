#include "troupe-settle-run.h"

#include <gio/gio.h>

#include "troupe-evidence-store.h"
#include "troupe-ledger-store.h"
#include "troupe-office-private.h"
#include "troupe-record-store.h"
#include "troupe-settlement.h"
#include "troupe-thread.h"

void
troupe_settle_run_free (TroupeSettleRun *self)
{
  g_clear_pointer (&self->settled, g_ptr_array_unref);
  g_clear_pointer (&self->creators, g_ptr_array_unref);
  g_strfreev (self->problems);
  g_free (self);
}

/* Late lines of a closed month are settled by its own rules and name its own statements. */
static gboolean
add_closed_month (TroupeOffice      *office,
                  TroupeSettlement  *settlement,
                  TroupeMonth        month,
                  GError           **error)
{
  TroupeStore *store = troupe_office_get_store (office);
  g_autoptr(TroupeRuleSet) rules = dex_await_boxed (troupe_store_load_rules (store, month), error);
  g_autoptr(GPtrArray) statements = NULL;

  if (rules == NULL)
    return FALSE;
  statements = dex_await_boxed (troupe_store_list (store, &TROUPE_STATEMENT, "month", month), error);
  if (statements == NULL)
    return FALSE;
  troupe_settlement_add_closed (settlement, month, rules, statements);
  return TRUE;
}

static gboolean
add_closed_months (TroupeOffice      *office,
                   TroupeSettlement  *settlement,
                   TroupeMonth        month,
                   GError           **error)
{
  g_autoptr(GArray) late = dex_await_boxed (troupe_store_list_late_months (troupe_office_get_store (office), month), error);

  if (late == NULL)
    return FALSE;
  for (guint i = 0; i < late->len; i++)
    if (!add_closed_month (office, settlement, g_array_index (late, TroupeMonth, i), error))
      return FALSE;
  return TRUE;
}

/* Two blocks of lines: while the store's thread fills one, the other is settled on a thread of its own, which
 * saves the engine's part of the time. Lines are in their order, one block is done before the next begins. */
typedef struct
{
  TroupeSettlement *settlement;
  GArray           *filling;      /* TroupeLine, whose text is interned */
  GArray           *full;
  GThread          *thread;       /* which settles full */
  GError           *failure;
} Relay;

#define BLOCK_LINES 4096   /* they fit into a core's cache */

static void
start_relay (Relay            *self,
             TroupeSettlement *settlement)
{
  self->settlement = settlement;
  self->filling = g_array_sized_new (FALSE, FALSE, sizeof (TroupeLine), BLOCK_LINES);
  self->full = g_array_sized_new (FALSE, FALSE, sizeof (TroupeLine), BLOCK_LINES);
}

static void
clear_relay (Relay *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
  g_clear_pointer (&self->filling, g_array_unref);
  g_clear_pointer (&self->full, g_array_unref);
  g_clear_error (&self->failure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Relay, clear_relay)

static gpointer
settle_thread (gpointer data)
{
  Relay *self = data;

  for (guint i = 0; i < self->full->len; i++)
    if (!troupe_settlement_add_line (self->settlement, &g_array_index (self->full, TroupeLine, i), &self->failure))
      break;
  g_array_set_size (self->full, 0);
  return NULL;
}

static gboolean
pass_block (Relay   *self,
            GError **error)
{
  GArray *full = self->filling;

  if (!troupe_thread_wait (&self->thread, &self->failure, error))
    return FALSE;
  self->filling = self->full;
  self->full = full;
  self->thread = g_thread_new ("settle", settle_thread, self);
  return TRUE;
}

/* On the store's thread. Platforms state zeros, which are kept for the day on which they become something;
 * they settle nothing. */
static gboolean
add_line_cb (const TroupeLine  *line,
             gpointer           data,
             GError           **error)
{
  Relay *self = data;

  if (line->amount == 0 && (line->fee == 0 || line->fee == TROUPE_NONE))
    return TRUE;
  g_array_append_vals (self->filling, line, 1);
  return self->filling->len < BLOCK_LINES || pass_block (self, error);
}

static gboolean
settle_lines (TroupeStore       *store,
              TroupeMonth        month,
              TroupeSettlement  *settlement,
              GCancellable      *cancellable,
              GError           **error)
{
  g_auto(Relay) relay = { 0 };

  start_relay (&relay, settlement);
  return dex_await (troupe_store_each_line (store, month, add_line_cb, &relay, cancellable), error) &&
         pass_block (&relay, error) && troupe_thread_wait (&relay.thread, &relay.failure, error);
}

static char **
list_reasons (GPtrArray *problems)
{
  g_autoptr(GStrvBuilder) sentences = g_strv_builder_new ();

  for (guint i = 0; i < problems->len; i++)
    {
      const TroupeSettleProblem *problem = g_ptr_array_index (problems, i);

      g_strv_builder_add (sentences, problem->reason);
    }
  return g_strv_builder_end (sentences);
}

/* Of statement numbers; valid until the fibre waits. */
static const char *
get_prefix (TroupeOffice *office)
{
  TroupeAgency *agency = troupe_office_get_agency (office);

  return agency != NULL ? agency->prefix : NULL;
}

TroupeSettleRun *
troupe_settle_run (TroupeOffice  *office,
                   TroupeMonth    month,
                   GCancellable  *cancellable,
                   GError       **error)
{
  TroupeStore *store = troupe_office_get_store (office);
  g_autoptr(TroupeSettleRun) self = g_new0 (TroupeSettleRun, 1);
  g_autoptr(TroupeSettlement) settlement = NULL;
  g_autoptr(GArray) balances = dex_await_boxed (troupe_store_list_balances (store, month), error);
  g_autoptr(TroupeRuleSet) rules = NULL;

  if (balances == NULL)
    return NULL;
  rules = dex_await_boxed (troupe_store_load_month_rules (store, month, balances), error);
  if (rules == NULL)
    return NULL;
  settlement = troupe_settlement_new (month, rules, balances, get_prefix (office));
  if (!add_closed_months (office, settlement, month, error) ||
      !settle_lines (store, month, settlement, cancellable, error))
    return NULL;
  self->settled = troupe_settlement_finish (settlement, error);
  if (self->settled == NULL)
    return NULL;
  self->creators = g_ptr_array_ref (rules->creators);
  self->problems = list_reasons (troupe_settlement_get_problems (settlement));
  return g_steal_pointer (&self);
}
