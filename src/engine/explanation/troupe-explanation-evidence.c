#include "troupe-explanation-evidence.h"

#include "troupe-explanation-line.h"
#include "troupe-item.h"
#include "troupe-money.h"

/* --- which lines they are ----------------------------------------------------------------------- */

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

static void
add_missing (GPtrArray *known,
             GPtrArray *newer,
             gint64     id)
{
  gpointer record = (gpointer) troupe_explanation_find_rule (newer, id);
  guint place = 0;

  if (record == NULL || troupe_explanation_find_rule (known, id) != NULL)
    return;
  while (place < known->len && troupe_record_get_id (known->pdata[place]) < id)
    place++;
  g_ptr_array_insert (known, place, troupe_record_ref (record));
}

void
troupe_explanation_complete_rules (TroupeRuleSet             *rules,
                                   TroupeRuleSet             *newer,
                                   const TroupeStatementLine *line)
{
  const TroupeTerm *term;

  add_missing (rules->accounts, newer->accounts, line->account_id);
  add_missing (rules->terms, newer->terms, line->term_id);
  add_missing (rules->unit_rates, newer->unit_rates, line->unit_rate_id);
  add_missing (rules->exchange_rates, newer->exchange_rates, line->exchange_rate_id);
  term = troupe_explanation_find_rule (rules->terms, line->term_id);
  if (term != NULL)
    add_missing (rules->contracts, newer->contracts, term->contract_id);
}

/* --- what each of them says --------------------------------------------------------------------- */

/* As the settlement split it, from the numbers that the statement line keeps. */
static gboolean
split_line (const TroupeExplanation   *self,
            const TroupeStatementLine *settled,
            const TroupeLine          *line,
            TroupeSplit               *ret_split)
{
  const TroupeContract contract = {
    .currency = settled->currency,
    .residual = troupe_explanation_is_creator_residual (self, settled) ? "creator" : "agency",
  };
  const TroupeTerm term = { .share = settled->share, .basis = settled->basis };
  const TroupeFeeCard card = { .share = settled->fee_share };
  const TroupeUnitRate unit_rate = { .rate = settled->unit_rate };
  const TroupeExchangeRate exchange_rate = { .rate = settled->exchange_rate };
  TroupeItem item = {
    .ruling = {
      .contract = &contract, .term = &term, .fee_card = settled->fee_card_id != 0 ? &card : NULL,
      .unit_rate = settled->unit_rate != TROUPE_NONE ? &unit_rate : NULL,
      .exchange_rate = settled->exchange_rate != TROUPE_NONE ? &exchange_rate : NULL,
    },
    .per_line = TRUE, .states_fee = line->fee != TROUPE_NONE,
  };

  troupe_item_begin (&item);
  if (!troupe_item_add (&item, line->day, line->amount, line->fee))
    return FALSE;
  *ret_split = item.split;
  return TRUE;
}

static char *
write_split (const TroupeExplanation   *self,
             const TroupeStatementLine *settled,
             const TroupeSplit         *split)
{
  gboolean has_fee = settled->fee_card_id != 0 || settled->fee != 0;
  g_autofree char *gross = troupe_money_format (split->gross, settled->currency);
  g_autofree char *fee = troupe_money_format (split->fee, settled->currency);
  g_autofree char *creator = troupe_money_format (split->creator, settled->currency);

  return troupe_phrase_format (self->lang, has_fee ? "why.split" : "why.split_feeless", "gross", gross, "fee", fee,
                               "creator", creator, NULL);
}

static char *
write_row (const TroupeExplanation *self,
           const char              *file,
           gint64                   number)
{
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return troupe_phrase_format (self->lang, "why.evidence_row", "file", file, "row", row, NULL);
}

/* Where it stands and, of a revision, what the file says there: its amount is only the difference. A line of an
 * import that was corrected is the same row once more. */
static char *
write_place (const TroupeExplanation *self,
             const TroupeEvidence    *evidence)
{
  const TroupeLine *line = evidence->line, *before = evidence->before;
  char *place = write_row (self, evidence->file, line->row);
  g_autofree char *here = place, *there = NULL, *now = NULL, *was = NULL;

  if (before == NULL || line->stated == TROUPE_NONE)
    return g_steal_pointer (&here);
  there = write_row (self, evidence->file_before, before->row);
  now = troupe_micros_format (line->stated, line->unit);
  was = troupe_micros_format (line->stated - line->amount, line->unit);
  return troupe_phrase_format (self->lang, before->import_id == line->import_id ? "why.evidence_reversed"
                                           : "why.evidence_revised",
                               "place", place, "stated", now, "before", was, "place_before", there, NULL);
}

/* The fee that the file itself states, where it is not told as what was split. */
static char *
write_fee (const TroupeExplanation   *self,
           const TroupeStatementLine *settled,
           const TroupeEvidence      *evidence)
{
  const TroupeLine *line = evidence->line;
  gint64 before = evidence->before != NULL ? evidence->fee_before : TROUPE_NONE;
  gboolean told = before == TROUPE_NONE && troupe_explanation_is_by_line (settled) &&
                  g_str_equal (line->unit, settled->currency);
  g_autofree char *fee = NULL, *now = NULL, *was = NULL;

  if (line->fee == TROUPE_NONE || told)
    return NULL;
  fee = troupe_micros_format (line->fee, line->unit);
  if (before == TROUPE_NONE)
    return troupe_phrase_format (self->lang, "why.evidence_fee", "fee", fee, NULL);
  now = troupe_micros_format (before + line->fee, line->unit);
  was = troupe_micros_format (before, line->unit);
  return troupe_phrase_format (self->lang, "why.evidence_fee_revised", "fee", fee, "stated", now, "before", was, NULL);
}

TroupeDerivation *
troupe_explanation_derive_evidence (const TroupeExplanation   *self,
                                    const TroupeStatementLine *settled,
                                    const TroupeEvidence      *evidence)
{
  const TroupeLine *line = evidence->line;
  g_autofree char *day = troupe_day_to_string (line->day);
  g_autofree char *label = line->ref != NULL ? g_strdup_printf ("%s %s", day, line->ref) : g_strdup (day);
  TroupeDerivation *node = troupe_derivation_new (label, troupe_explanation_format_amount (self, line->amount, line->unit));
  char *detail = troupe_explanation_join (self, write_place (self, evidence), write_fee (self, settled, evidence));
  TroupeSplit split;

  if (troupe_explanation_is_by_line (settled) && split_line (self, settled, line, &split))
    detail = troupe_explanation_join (self, detail, write_split (self, settled, &split));
  troupe_derivation_explain (node, NULL, detail);
  return node;
}

TroupeDerivation *
troupe_explanation_derive_rest (const TroupeExplanation   *self,
                                const TroupeStatementLine *settled,
                                GPtrArray                 *shown)
{
  TroupeWide amount = settled->amount;
  TroupeSplit rest = { .gross = settled->gross, .fee = settled->fee, .creator = settled->creator }, split;
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, settled->rows - shown->len);
  gboolean by_line = troupe_explanation_is_by_line (settled);
  g_autofree char *label = NULL;
  TroupeDerivation *node;

  if (settled->rows <= shown->len)
    return NULL;
  for (guint i = 0; i < shown->len; i++)
    {
      const TroupeLine *line = shown->pdata[i];

      amount -= line->amount;
      by_line = by_line && split_line (self, settled, line, &split);
      if (!by_line)
        continue;
      rest.gross -= split.gross;
      rest.fee -= split.fee;
      rest.creator -= split.creator;
    }
  label = troupe_phrase_format (self->lang, settled->rows - shown->len == 1 ? "why.evidence_one_more" : "why.evidence_more",
                                "count", count, NULL);
  node = troupe_derivation_new (label, troupe_explanation_format_amount (self, (gint64) amount, settled->unit));
  if (by_line)
    troupe_derivation_explain (node, NULL, write_split (self, settled, &rest));
  return node;
}
