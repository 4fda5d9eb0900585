#include "troupe-item.h"

#include <string.h>

#include "troupe-exact.h"
#include "troupe-money.h"

void
troupe_item_begin (TroupeItem *self)
{
  const TroupeRuling *ruling = &self->ruling;

  self->numerator = 1;
  self->denominator = TROUPE_MICRO / troupe_currency_minor (ruling->contract->currency);
  if (ruling->unit_rate != NULL)
    {
      self->numerator *= ruling->unit_rate->rate;
      self->denominator *= TROUPE_RATE_ONE;
    }
  if (ruling->exchange_rate != NULL)
    {
      self->numerator *= ruling->exchange_rate->rate;
      self->denominator *= TROUPE_RATE_ONE;
    }
}

static gboolean
convert (const TroupeItem *self,
         TroupeWide        micros,
         gint64           *ret_minor)
{
  return troupe_exact_multiply (&micros, self->numerator) &&
         troupe_exact_divide (micros, self->denominator, ret_minor);
}

static gboolean
compute (const TroupeItem *self,
         TroupeWide        amount,
         TroupeWide        fee,
         TroupeSplit      *ret_split)
{
  const TroupeRuling *ruling = &self->ruling;
  TroupeSplitRule rule = {
    .share = ruling->term->share,
    .fee_share = self->states_fee ? TROUPE_NONE : ruling->fee_card != NULL ? ruling->fee_card->share : 0,
    .of_gross = g_str_equal (ruling->term->basis, "gross"),
    .creator_residual = g_str_equal (ruling->contract->residual, "creator"),
  };

  if (!convert (self, amount, &ret_split->gross))
    return FALSE;
  if (!self->states_fee)
    ret_split->fee = troupe_share_of (ret_split->gross, rule.fee_share);
  else if (!convert (self, fee, &ret_split->fee))
    return FALSE;
  return troupe_split_pool (ret_split, &rule);
}

gboolean
troupe_item_add (TroupeItem *self,
                 TroupeDay   day,
                 gint64      amount,
                 gint64      fee)
{
  TroupeSplit *sum = &self->split;
  TroupeSplit line;

  self->first_day = self->rows == 0 ? day : MIN (self->first_day, day);
  self->last_day = self->rows == 0 ? day : MAX (self->last_day, day);
  self->rows++;
  self->amount += amount;
  self->fee += fee;
  if (!self->per_line)
    return TRUE;
  return compute (self, amount, fee, &line) &&
         !__builtin_add_overflow (sum->gross, line.gross, &sum->gross) &&
         !__builtin_add_overflow (sum->fee, line.fee, &sum->fee) &&
         !__builtin_add_overflow (sum->pool, line.pool, &sum->pool) &&
         !__builtin_add_overflow (sum->creator, line.creator, &sum->creator) &&
         !__builtin_add_overflow (sum->agency, line.agency, &sum->agency);
}

gboolean
troupe_item_finish (TroupeItem *self)
{
  if (self->amount > G_MAXINT64 || self->amount <= G_MININT64)
    return FALSE;
  return self->per_line || compute (self, self->amount, self->fee, &self->split);
}

static gint
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

static gint64
get_id (gconstpointer record)
{
  return record != NULL ? troupe_record_get_id (record) : 0;
}

/* The first difference decides; nothing in it depends on the order in which lines came. */
gint
troupe_item_compare (const TroupeItem *a,
                     const TroupeItem *b)
{
  return compare_numbers (a->account->creator_id, b->account->creator_id)
    ?: strcmp (a->ruling.contract->currency, b->ruling.contract->currency)
    ?: a->late - b->late
    ?: compare_numbers (a->month, b->month)
    ?: strcmp (a->account->platform, b->account->platform)
    ?: compare_numbers (a->account->id, b->account->id)
    ?: strcmp (a->kind, b->kind)
    ?: compare_numbers (a->ruling.term->start_day, b->ruling.term->start_day)
    ?: compare_numbers (a->ruling.term->id, b->ruling.term->id)
    ?: strcmp (a->unit, b->unit)
    ?: a->states_fee - b->states_fee
    ?: compare_numbers (get_id (a->ruling.fee_card), get_id (b->ruling.fee_card))
    ?: compare_numbers (get_id (a->ruling.unit_rate), get_id (b->ruling.unit_rate))
    ?: a->per_line - b->per_line
    ?: compare_numbers (a->first_day, b->first_day);
}

static void
fill_rates (TroupeStatementLine *line,
            const TroupeItem    *self)
{
  const TroupeRuling *ruling = &self->ruling;

  if (ruling->unit_rate != NULL)
    {
      line->unit_rate_id = ruling->unit_rate->id;
      line->unit_rate = ruling->unit_rate->rate;
    }
  if (ruling->exchange_rate != NULL)
    {
      line->exchange_rate_id = ruling->exchange_rate->id;
      line->exchange_rate = ruling->exchange_rate->rate;
    }
  if (ruling->fee_card != NULL)
    {
      line->fee_card_id = ruling->fee_card->id;
      line->fee_share = ruling->fee_card->share;
    }
}

static void
fill_rule (TroupeStatementLine *line,
           const TroupeItem    *self)
{
  const TroupeTerm *term = self->ruling.term;

  line->term_id = term->id;
  line->clause = term->clause;
  line->version = term->version;
  line->basis = term->basis;
  line->share = term->share;
  line->currency = self->ruling.contract->currency;
  line->gross = self->split.gross;
  line->fee = self->split.fee;
  line->pool = self->split.pool;
  line->creator = self->split.creator;
  line->agency = self->split.agency;
}

TroupeStatementLine *
troupe_item_new_line (const TroupeItem *self,
                      gint64            statement_id,
                      gint64            position)
{
  TroupeStatementLine line;

  troupe_record_clear (&TROUPE_STATEMENT_LINE, &line);
  line.statement_id = statement_id;
  line.position = position;
  line.kind = self->late ? "correction" : "earning";
  line.month = self->month;
  line.corrects_id = self->corrects_id;
  line.account_id = self->account->id;
  line.platform = self->account->platform;
  line.revenue_kind = self->kind;
  line.first_day = self->first_day;
  line.last_day = self->last_day;
  line.rows = self->rows;
  line.unit = self->unit;
  line.amount = (gint64) self->amount;
  line.per_line = self->per_line;
  fill_rates (&line, self);
  fill_rule (&line, self);
  return troupe_record_copy (&TROUPE_STATEMENT_LINE, &line);
}
