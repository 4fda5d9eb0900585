#include "troupe-statement-run.h"

#include <string.h>

/* Whose statement it is. */
typedef struct
{
  gint64      creator_id;
  const char *currency;
} Owner;

static gint
compare_owners (const Owner *a,
                const Owner *b)
{
  if (a->creator_id != b->creator_id)
    return a->creator_id < b->creator_id ? -1 : 1;
  return strcmp (a->currency, b->currency);
}

static Owner
get_balance_owner (const TroupeBalance *balance)
{
  return (Owner) { balance->creator_id, balance->currency };
}

static Owner
get_item_owner (const TroupeItem *item)
{
  return (Owner) { item->account->creator_id, item->ruling.contract->currency };
}

static gint
compare_balances_cb (gconstpointer a,
                     gconstpointer b)
{
  Owner x = get_balance_owner (a), y = get_balance_owner (b);

  return compare_owners (&x, &y);
}

/* In order, without those that say nothing. */
static GArray *
sort_balances (GArray *balances)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (TroupeBalance), balances->len);

  for (guint i = 0; i < balances->len; i++)
    {
      TroupeBalance *balance = &g_array_index (balances, TroupeBalance, i);

      if (balance->opening != 0 || balance->paid != 0)
        g_array_append_vals (sorted, balance, 1);
    }
  g_array_sort (sorted, compare_balances_cb);
  return sorted;
}

/* The contract that a statement names: the last to start in its currency; for what is left from
 * before there was one, any. */
static const TroupeContract *
find_contract (const TroupeStatementRun   *self,
               const TroupeStatementDraft *draft)
{
  TroupeDay end = troupe_month_get_last (self->month);
  gint64 id = draft->creator->id;
  const TroupeContract *contract = troupe_rule_book_find_last_contract (self->book, id, end, draft->currency);

  if (contract == NULL && draft->n_items > 0)
    contract = draft->items[draft->n_items - 1]->ruling.contract;
  if (contract == NULL)
    contract = troupe_rule_book_find_last_contract (self->book, id, end, NULL);
  if (contract == NULL)
    contract = troupe_rule_book_find_last_contract (self->book, id, G_MAXINT64, NULL);
  return contract;
}

static gboolean
needs_suffix (const TroupeStatementRun   *self,
              const TroupeStatementDraft *draft)
{
  const TroupeContract *usual = troupe_rule_book_find_last_contract (self->book, draft->creator->id,
                                                                     troupe_month_get_last (self->month), NULL);

  return !g_str_equal ((usual != NULL ? usual : draft->contract)->currency, draft->currency);
}

/* FALSE when there is no contract to name, which is a problem. What cannot be settled has made no items. */
static gboolean
prepare (const TroupeStatementRun *self,
         const Owner              *owner,
         const TroupeBalance      *balance,
         TroupeStatementDraft     *draft)
{
  draft->month = self->month;
  draft->prefix = self->prefix;
  draft->currency = owner->currency;
  draft->creator = troupe_rule_book_find_creator (self->book, owner->creator_id);
  if (draft->creator == NULL)
    return FALSE;
  draft->contract = find_contract (self, draft);
  if (draft->contract == NULL)
    {
      troupe_problem_list_add_balance (self->problems, draft->creator, troupe_month_get_last (self->month));
      return FALSE;
    }
  draft->suffix = needs_suffix (self, draft);
  draft->minimum = troupe_rule_book_find_minimum (self->book, draft->contract, owner->currency,
                                                  troupe_month_get_last (self->month));
  draft->opening = balance != NULL ? balance->opening : 0;
  draft->paid = balance != NULL ? balance->paid : 0;
  return TRUE;
}

/* How many of the items from `from` on belong to owner. */
static guint
count_items (GPtrArray   *items,
             guint        from,
             const Owner *owner)
{
  guint n = 0;

  for (; from + n < items->len; n++)
    {
      Owner other = get_item_owner (items->pdata[from + n]);

      if (compare_owners (&other, owner) != 0)
        break;
    }
  return n;
}

static gboolean
take_balance (GArray              *balances,
              guint               *at,
              const Owner         *owner,
              const TroupeBalance **ret_balance)
{
  Owner other;

  *ret_balance = NULL;
  if (*at == balances->len)
    return FALSE;
  other = get_balance_owner (&g_array_index (balances, TroupeBalance, *at));
  if (compare_owners (&other, owner) != 0)
    return FALSE;
  *ret_balance = &g_array_index (balances, TroupeBalance, *at);
  (*at)++;
  return TRUE;
}

/* The owner who comes next in either list. */
static Owner
get_next_owner (GPtrArray *items,
                guint      item,
                GArray    *balances,
                guint      balance)
{
  Owner a, b;

  if (item == items->len)
    return get_balance_owner (&g_array_index (balances, TroupeBalance, balance));
  a = get_item_owner (items->pdata[item]);
  if (balance == balances->len)
    return a;
  b = get_balance_owner (&g_array_index (balances, TroupeBalance, balance));
  return compare_owners (&a, &b) <= 0 ? a : b;
}

GPtrArray *
troupe_statement_run_build (const TroupeStatementRun *self,
                            GPtrArray                *items,
                            GArray                   *balances,
                            GError                  **error)
{
  g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_settled_statement_free);
  g_autoptr(GArray) sorted = sort_balances (balances);
  guint item = 0, next_balance = 0;

  while (item < items->len || next_balance < sorted->len)
    {
      Owner owner = get_next_owner (items, item, sorted, next_balance);
      TroupeStatementDraft draft = { .items = (TroupeItem **) items->pdata + item,
                                     .n_items = count_items (items, item, &owner) };
      const TroupeBalance *balance;
      TroupeSettledStatement *statement;

      take_balance (sorted, &next_balance, &owner, &balance);
      item += draft.n_items;
      if (!prepare (self, &owner, balance, &draft))
        continue;
      statement = troupe_statement_draft_finish (&draft, statements->len + 1, error);
      if (statement == NULL)
        return NULL;
      g_ptr_array_add (statements, statement);
    }
  return g_steal_pointer (&statements);
}
