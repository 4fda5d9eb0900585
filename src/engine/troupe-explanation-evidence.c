#include "troupe-explanation.h"

#include "troupe-explanation-line.h"
#include "troupe-ruling.h"

static gboolean
is_record (gconstpointer record,
           gint64        id)
{
  return (record != NULL ? troupe_record_get_id (record) : 0) == id;
}

static gboolean
settles (const TroupeRuling        *ruling,
         const TroupeStatementLine *settled,
         const TroupeLine          *line)
{
  /* rules that do not know the line, as those of a month closed before its account was known, cannot tell */
  if (ruling->state != TROUPE_RULING_COMPLETE)
    return TRUE;
  return is_record (ruling->term, settled->term_id) && is_record (ruling->unit_rate, settled->unit_rate_id) &&
         is_record (ruling->exchange_rate, settled->exchange_rate_id) &&
         is_record (line->fee == TROUPE_NONE ? ruling->fee_card : NULL, settled->fee_card_id);
}

static gboolean
is_of_item (const TroupeStatementLine *settled,
            const TroupeLine          *line)
{
  return line->account_id == settled->account_id && line->month == settled->month &&
         line->per_line == settled->per_line && g_str_equal (line->kind, settled->revenue_kind) &&
         g_str_equal (line->unit, settled->unit);
}

/* Whose the account was when the line was settled: the rules of a month may know it as somebody else's. */
static gint64
find_owner (const TroupeExplanation   *self,
            const TroupeStatementLine *settled,
            const TroupeAccount       *account)
{
  const TroupeTerm *term = troupe_explanation_find_rule (self->rules->terms, settled->term_id);
  const TroupeContract *contract = term != NULL ? troupe_explanation_find_rule (self->rules->contracts, term->contract_id)
                                   : NULL;

  return contract != NULL ? contract->creator_id : account->creator_id;
}

GPtrArray *
troupe_explanation_select_evidence (const TroupeExplanation   *self,
                                    const TroupeStatementLine *settled,
                                    GPtrArray                 *lines)
{
  g_autoptr(TroupeRuleBook) book = troupe_rule_book_new (self->rules);
  TroupeRuleBook *books[] = { book, NULL };
  const TroupeAccount *account = troupe_rule_book_find_account (book, settled->account_id);
  TroupeAccount owned = { 0 };
  GPtrArray *selected = g_ptr_array_new_with_free_func (troupe_record_unref);

  if (account != NULL)
    {
      owned = *account;
      owned.creator_id = find_owner (self, settled, account);
    }
  for (guint i = 0; i < lines->len; i++)
    {
      const TroupeLine *line = lines->pdata[i];
      TroupeRuleQuestion question = { &owned, line->kind, line->unit, line->month, line->day, G_MININT64, G_MAXINT64 };
      TroupeRuling ruling = { .state = TROUPE_RULING_NO_CONTRACT };

      if (account != NULL)
        troupe_ruling_find (&ruling, books, &question);
      if (is_of_item (settled, line) && settles (&ruling, settled, line))
        g_ptr_array_add (selected, troupe_record_ref (lines->pdata[i]));
    }
  return selected;
}
