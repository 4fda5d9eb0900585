#include "troupe-ledger.h"

#include <string.h>

TroupeLedger *
troupe_ledger_new (const TroupeAccount *account)
{
  TroupeLedger *self = g_new (TroupeLedger, 1);

  self->account = account;
  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
troupe_ledger_free (TroupeLedger *self)
{
  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->items);
  g_free (self);
}

gboolean
troupe_path_takes (const TroupePath *self,
                   const TroupeLine *line)
{
  const TroupeRuleQuestion *question = &self->question;

  return line->month == question->month && line->day >= question->first && line->day <= question->last &&
         strcmp (line->kind, question->kind) == 0 && strcmp (line->unit, question->unit) == 0;
}

TroupePath *
troupe_ledger_find_path (TroupeLedger     *self,
                         const TroupeLine *line)
{
  for (guint i = self->paths->len; i > 0; i--)
    if (troupe_path_takes (self->paths->pdata[i - 1], line))
      return self->paths->pdata[i - 1];
  return NULL;
}

TroupePath *
troupe_ledger_add_path (TroupeLedger           *self,
                        const TroupeLine       *line,
                        TroupeRuleBook         *book,
                        const TroupeClosedBook *closed)
{
  TroupeRuleBook *books[] = { closed != NULL ? closed->rules : book, closed != NULL ? book : NULL, NULL };
  TroupePath *path = g_new0 (TroupePath, 1);

  path->closed = closed;
  path->question = (TroupeRuleQuestion) {
    .account = self->account, .kind = g_intern_string (line->kind), .unit = g_intern_string (line->unit),
    .month = line->month, .day = line->day, .first = G_MININT64, .last = G_MAXINT64,
  };
  troupe_ruling_find (&path->ruling, books, &path->question);
  g_ptr_array_add (self->paths, path);
  return path;
}

static gboolean
lacks_the_same (const TroupePath *a,
                const TroupePath *b)
{
  return a->question.kind == b->question.kind && a->question.unit == b->question.unit &&
         a->question.month == b->question.month && a->ruling.state == b->ruling.state &&
         a->ruling.contract == b->ruling.contract;
}

TroupeSettleProblem *
troupe_ledger_find_problem (TroupeLedger     *self,
                            const TroupePath *path)
{
  for (guint i = 0; i < self->paths->len; i++)
    {
      const TroupePath *other = self->paths->pdata[i];

      if (other->problem != NULL && lacks_the_same (other, path))
        return other->problem;
    }
  return NULL;
}

static gboolean
item_takes (const TroupeItem *item,
            const TroupePath *path,
            gboolean          per_line,
            gboolean          states_fee)
{
  const TroupeRuling *a = &item->ruling, *b = &path->ruling;

  return item->kind == path->question.kind && item->unit == path->question.unit &&
         item->month == path->question.month && item->per_line == per_line && item->states_fee == states_fee &&
         a->contract == b->contract && a->term == b->term && a->unit_rate == b->unit_rate &&
         a->exchange_rate == b->exchange_rate && a->fee_card == (states_fee ? NULL : b->fee_card);
}

static TroupeItem *
add_item (TroupeLedger *self,
          TroupePath   *path,
          gboolean      per_line,
          gboolean      states_fee)
{
  TroupeItem *item = g_new0 (TroupeItem, 1);

  item->ruling = path->ruling;
  if (states_fee)
    item->ruling.fee_card = NULL;   /* which card would have held does not matter, and may differ from day to day */
  item->account = self->account;
  item->kind = path->question.kind;
  item->unit = path->question.unit;
  item->month = path->question.month;
  item->per_line = per_line;
  item->states_fee = states_fee;
  if (path->closed != NULL)
    item->corrects_id = troupe_closed_book_find_statement (path->closed, self->account->creator_id,
                                                           path->ruling.contract->currency);
  troupe_item_begin (item);
  g_ptr_array_add (self->items, item);
  return item;
}

/* Paths on other days may lead to the same item. */
TroupeItem *
troupe_ledger_find_item (TroupeLedger     *self,
                         TroupePath       *path,
                         const TroupeLine *line,
                         gboolean          late)
{
  gboolean per_line = line->per_line == 1, states_fee = line->fee != TROUPE_NONE;
  TroupeItem **item = &path->items[per_line][states_fee];

  for (guint i = 0; *item == NULL && i < self->items->len; i++)
    if (item_takes (self->items->pdata[i], path, per_line, states_fee))
      *item = self->items->pdata[i];
  if (*item == NULL)
    *item = add_item (self, path, per_line, states_fee);
  (*item)->late = late;
  return *item;
}
