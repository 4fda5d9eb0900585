#include "troupe-settlement.h"

#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-ledger.h"
#include "troupe-statement-run.h"

struct _TroupeSettlement
{
  TroupeMonth        month;
  char              *prefix;
  TroupeRuleBook    *book;
  GArray            *balances;
  GHashTable        *closed;       /* TroupeMonth: TroupeClosedBook */
  GHashTable        *ledgers;      /* id of the account: TroupeLedger; NULL for one that waits */
  TroupeProblemList *problems;
  gint64             account_id;   /* of ledger, as of the line before */
  TroupeLedger      *ledger;
  TroupePath        *path;
};

static void
free_ledger (gpointer ledger)
{
  if (ledger != NULL)
    troupe_ledger_free (ledger);
}

TroupeSettlement *
troupe_settlement_new (TroupeMonth    month,
                       TroupeRuleSet *rules,
                       GArray        *balances,
                       const char    *prefix)
{
  TroupeSettlement *self = g_new0 (TroupeSettlement, 1);

  self->month = month;
  self->prefix = g_strdup (prefix);
  self->book = troupe_rule_book_new (rules);
  self->balances = g_array_ref (balances);
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) troupe_closed_book_free);
  self->ledgers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_ledger);
  self->problems = troupe_problem_list_new ();
  return self;
}

void
troupe_settlement_free (TroupeSettlement *self)
{
  g_hash_table_unref (self->ledgers);
  g_hash_table_unref (self->closed);
  troupe_problem_list_free (self->problems);
  g_array_unref (self->balances);
  troupe_rule_book_free (self->book);
  g_free (self->prefix);
  g_free (self);
}

void
troupe_settlement_add_closed (TroupeSettlement *self,
                              TroupeMonth       month,
                              TroupeRuleSet    *rules,
                              GPtrArray        *statements)
{
  g_hash_table_replace (self->closed, g_memdup2 (&month, sizeof month), troupe_closed_book_new (rules, statements));
}

static TroupeLedger *
find_ledger (TroupeSettlement *self,
             gint64            account_id)
{
  const TroupeAccount *account;
  TroupeLedger *ledger = NULL;
  gpointer found = NULL;

  if (g_hash_table_lookup_extended (self->ledgers, &account_id, NULL, &found))
    return found;
  account = troupe_rule_book_find_account (self->book, account_id);
  if (account != NULL && troupe_rule_book_find_creator (self->book, account->creator_id) != NULL)
    ledger = troupe_ledger_new (account);
  g_hash_table_insert (self->ledgers, g_memdup2 (&account_id, sizeof account_id), ledger);
  return ledger;
}

static TroupePath *
add_path (TroupeSettlement *self,
          const TroupeLine *line)
{
  TroupeClosedBook *closed = line->month == self->month ? NULL : g_hash_table_lookup (self->closed, &line->month);
  TroupePath *path = troupe_ledger_add_path (self->ledger, line, self->book, closed);

  if (path->ruling.state == TROUPE_RULING_COMPLETE)
    return path;
  path->problem = troupe_ledger_find_problem (self->ledger, path);
  if (path->problem == NULL)
    path->problem = troupe_problem_list_add (self->problems, &path->ruling, &path->question);
  return path;
}

/* NULL for a line that waits for its account to get a creator. */
static TroupePath *
find_path (TroupeSettlement *self,
           const TroupeLine *line)
{
  TroupePath *path;

  if (line->account_id != self->account_id)
    self->ledger = find_ledger (self, line->account_id);
  self->account_id = line->account_id;
  if (self->ledger == NULL)
    return NULL;
  path = troupe_ledger_find_path (self->ledger, line);
  return path != NULL ? path : add_path (self, line);
}

static gboolean
fail_too_large (const TroupeItem *item,
                GError          **error)
{
  g_autofree char *month = troupe_month_to_string (item->month);

  return troupe_fail (error, TROUPE_ERROR_NUMBER,
                      _("The sum of account “%s” in %s is too large; look for an amount with too many digits among its "
                        "lines"), item->account->handle, month);
}

gboolean
troupe_settlement_add_line (TroupeSettlement  *self,
                            const TroupeLine  *line,
                            GError           **error)
{
  TroupePath *path = self->path;
  TroupeItem *item;

  if (path == NULL || line->account_id != self->account_id || !troupe_path_takes (path, line))
    path = self->path = find_path (self, line);
  if (path == NULL)
    return TRUE;
  if (path->problem != NULL)
    {
      troupe_settle_problem_count (path->problem, line->day);
      return TRUE;
    }
  item = path->items[line->per_line == 1][line->fee != TROUPE_NONE];
  if (item == NULL)
    item = troupe_ledger_find_item (self->ledger, path, line, line->month != self->month);
  return troupe_item_add (item, line->day, line->amount, item->states_fee ? line->fee : 0) ||
         fail_too_large (item, error);
}

static gint
compare_items_cb (gconstpointer a,
                  gconstpointer b)
{
  return troupe_item_compare (a, b);
}

/* Every item of every ledger, in order. */
static GPtrArray *
gather_items (TroupeSettlement *self)
{
  GPtrArray *items = g_ptr_array_new ();
  GHashTableIter iter;
  TroupeLedger *ledger;

  g_hash_table_iter_init (&iter, self->ledgers);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &ledger))
    for (guint i = 0; ledger != NULL && i < ledger->items->len; i++)
      g_ptr_array_add (items, ledger->items->pdata[i]);
  g_ptr_array_sort_values (items, compare_items_cb);
  return items;
}

GPtrArray *
troupe_settlement_finish (TroupeSettlement  *self,
                          GError           **error)
{
  TroupeStatementRun run = { self->month, self->prefix, self->book, self->problems };
  g_autoptr(GPtrArray) items = gather_items (self);
  GPtrArray *statements;

  for (guint i = 0; i < items->len; i++)
    if (!troupe_item_finish (items->pdata[i]))
      {
        fail_too_large (items->pdata[i], error);
        return NULL;
      }
  statements = troupe_statement_run_build (&run, items, self->balances, error);
  troupe_problem_list_finish (self->problems, self->book);
  return statements;
}

GPtrArray *
troupe_settlement_get_problems (TroupeSettlement *self)
{
  return troupe_problem_list_finish (self->problems, self->book);
}
