#include "troupe-explanation-line.h"

#include "troupe-exact.h"
#include "troupe-money.h"
#include "troupe-sentence.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

gconstpointer
troupe_explanation_find_rule (GPtrArray *records,
                              gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    if (troupe_record_get_id (records->pdata[i]) == id)
      return records->pdata[i];
  return NULL;
}

char *
troupe_explanation_join (const TroupeExplanation *self,
                         char                    *first,
                         char                    *second)
{
  g_autofree char *a = first, *b = second;

  if (a == NULL)
    return g_steal_pointer (&b);
  if (b == NULL)
    return g_steal_pointer (&a);
  return troupe_phrase_format (self->lang, "why.join", "first", a, "second", b, NULL);
}

gboolean
troupe_explanation_is_by_line (const TroupeStatementLine *line)
{
  return line->per_line == 1 && line->rows > 1;
}

static char *
format_count (gint64 rows)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, rows);
}

char *
troupe_explanation_write_by_line (const TroupeExplanation   *self,
                                  const TroupeStatementLine *line)
{
  g_autofree char *rows = format_count (line->rows);

  return troupe_explanation_is_by_line (line) ? troupe_phrase_format (self->lang, "why.per_line", "rows", rows, NULL) : NULL;
}

char *
troupe_explanation_write_product (const TroupeExplanation   *self,
                                  const TroupeStatementLine *line,
                                  TroupeExactProduct         product,
                                  gint64                     result)
{
  g_autofree char *operation = product.operation;
  g_autofree char *exact = troupe_exact_format (product.product, product.places, troupe_currency_exponent (line->currency));
  g_autofree char *rounded = troupe_money_format (result, line->currency);

  if (troupe_explanation_is_by_line (line))
    return NULL;
  if (g_str_equal (exact, rounded))
    return g_steal_pointer (&operation);
  return troupe_phrase_format (self->lang, "why.rounds", "operation", operation, "exact", exact, "result", rounded, NULL);
}

static char *
format_rate (gint64 rate)
{
  return troupe_exact_format (rate, TROUPE_RATE_PLACES, 0);
}

static char *
add_source (const TroupeExplanation *self,
            char                    *detail,
            const char              *source)
{
  g_autofree char *plain = detail;

  if (source == NULL)
    return g_steal_pointer (&plain);
  return troupe_phrase_format (self->lang, "why.source", "detail", plain, "source", source, NULL);
}

static char *
write_since (const TroupeExplanation *self,
             TroupeDay                day)
{
  g_autofree char *text = troupe_phrase_day (self->lang, day);

  return troupe_phrase_format (self->lang, "why.since", "day", text, NULL);
}

static TroupeDerivation *
derive_unit_rate (const TroupeExplanation   *self,
                  const TroupeStatementLine *line)
{
  const TroupeUnitRate *rate = troupe_explanation_find_rule (self->rules->unit_rates, line->unit_rate_id);
  g_autofree char *number = format_rate (line->unit_rate);
  TroupeDerivation *node;

  node = troupe_derivation_new (troupe_phrase (self->lang, "why.unit_rate"),
                                g_strdup_printf ("%s%s%s", number, rate != NULL ? " " : "", rate != NULL ? rate->currency : ""));
  if (rate != NULL)
    troupe_derivation_explain (node, NULL, add_source (self, write_since (self, rate->start_day), rate->source));
  troupe_derivation_refer (node, TROUPE_REFERENCE_UNIT_RATE, line->unit_rate_id);
  return node;
}

static TroupeDerivation *
derive_exchange_rate (const TroupeExplanation   *self,
                      const TroupeStatementLine *line)
{
  const TroupeExchangeRate *rate = troupe_explanation_find_rule (self->rules->exchange_rates, line->exchange_rate_id);
  const TroupeUnitRate *unit_rate = troupe_explanation_find_rule (self->rules->unit_rates, line->unit_rate_id);
  g_autofree char *number = format_rate (line->exchange_rate);
  const char *unit = rate != NULL ? rate->unit : unit_rate != NULL ? unit_rate->currency : line->unit;
  char *value = troupe_phrase_format (self->lang, "why.exchange_of", "unit", unit, "rate", number,
                                      "currency", line->currency, NULL);
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "why.exchange"), value);

  troupe_derivation_explain (node, NULL, add_source (self, troupe_month_to_string (line->month),
                                                     rate != NULL ? rate->source : NULL));
  troupe_derivation_refer (node, TROUPE_REFERENCE_EXCHANGE_RATE, line->exchange_rate_id);
  return node;
}

char *
troupe_explanation_format_amount (const TroupeExplanation *self,
                                  gint64                   micros,
                                  const char              *unit)
{
  g_autofree char *amount = troupe_micros_format (micros, unit);

  return g_strdup_printf ("%s %s", amount, troupe_unit_get_label (self->lang, unit));
}

static char *
write_days (const TroupeExplanation   *self,
            const TroupeStatementLine *line)
{
  g_autofree char *rows = format_count (line->rows);
  g_autofree char *first = troupe_phrase_day (self->lang, line->first_day);
  g_autofree char *last = troupe_phrase_day (self->lang, line->last_day);

  if (line->rows == 1)
    return troupe_phrase_format (self->lang, "why.one_line", "first", first, NULL);
  if (line->first_day == line->last_day)
    return troupe_phrase_format (self->lang, "why.one_day", "rows", rows, "first", first, NULL);
  return troupe_phrase_format (self->lang, "why.days", "rows", rows, "first", first, "last", last, NULL);
}

static TroupeDerivation *
derive_evidence (const TroupeExplanation   *self,
                 const TroupeStatementLine *line)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "why.evidence"),
                                                  troupe_explanation_format_amount (self, line->amount, line->unit));

  troupe_derivation_explain (node, NULL, write_days (self, line));
  troupe_derivation_refer (node, TROUPE_REFERENCE_EVIDENCE, line->id);
  return node;
}

static gboolean
is_even (const TroupeStatementLine *line)
{
  return (TroupeWide) line->gross * TROUPE_MICRO == (TroupeWide) line->amount * troupe_currency_minor (line->currency);
}

/* amount × unit rate × exchange rate, in 128 bits as when it was settled. */
static char *
write_gross (const TroupeExplanation   *self,
             const TroupeStatementLine *line)
{
  g_autoptr(GString) operation = g_string_new_take (troupe_explanation_format_amount (self, line->amount, line->unit));
  TroupeExactProduct product = { .product = line->amount, .places = TROUPE_MICRO_PLACES };
  const gint64 rates[] = { line->unit_rate, line->exchange_rate };
  char *written;

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *rate = rates[i] != TROUPE_NONE ? format_rate (rates[i]) : NULL;

      if (rate == NULL)
        continue;
      g_string_append_printf (operation, " × %s", rate);
      product.places += TROUPE_RATE_PLACES;
      if (!troupe_exact_multiply (&product.product, rates[i]))
        return NULL;   /* a sum that was rounded line by line may be beyond what one product can hold */
    }
  product.operation = g_string_free (g_steal_pointer (&operation), FALSE);
  written = troupe_explanation_write_product (self, line, product, line->gross);
  if (product.places == TROUPE_MICRO_PLACES && is_even (line))
    g_clear_pointer (&written, g_free);   /* the evidence says the same amount */
  return written;
}

TroupeDerivation *
troupe_explanation_derive_gross (const TroupeExplanation   *self,
                                 const TroupeStatementLine *line)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.gross"),
                                                  troupe_money_format (line->gross, line->currency));

  troupe_derivation_explain (node, write_gross (self, line), troupe_explanation_write_by_line (self, line));
  if (line->unit_rate != TROUPE_NONE)
    troupe_derivation_add (node, derive_unit_rate (self, line));
  if (line->exchange_rate != TROUPE_NONE)
    troupe_derivation_add (node, derive_exchange_rate (self, line));
  troupe_derivation_add (node, derive_evidence (self, line));
  return node;
}

static char *
write_fee_card (const TroupeExplanation   *self,
                const TroupeStatementLine *line)
{
  const TroupeFeeCard *card = troupe_explanation_find_rule (self->rules->fee_cards, line->fee_card_id);
  const char *platform = troupe_platform_get_label (self->lang, line->platform);
  g_autofree char *share = troupe_share_format (line->fee_share);
  g_autofree char *day = card != NULL ? troupe_phrase_day (self->lang, card->start_day) : NULL;

  if (card == NULL)
    return troupe_phrase_format (self->lang, "why.fee_card_only", "platform", platform, "share", share, NULL);
  return add_source (self, troupe_phrase_format (self->lang, "why.fee_card", "platform", platform, "share", share,
                                                 "day", day, NULL), card->source);
}

static char *
write_fee (const TroupeExplanation   *self,
           const TroupeStatementLine *line)
{
  g_autofree char *gross = troupe_money_format (line->gross, line->currency);
  g_autofree char *share = troupe_share_format (line->fee_share);
  TroupeExactProduct product = { .product = (TroupeWide) line->gross * line->fee_share,
                                 .places = troupe_currency_exponent (line->currency) + 4 };

  product.operation = g_strdup_printf ("%s × %s", gross, share);
  return troupe_explanation_write_product (self, line, product, line->fee);
}

TroupeDerivation *
troupe_explanation_derive_fee (const TroupeExplanation   *self,
                               const TroupeStatementLine *line)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.fee"),
                                                  troupe_money_format (line->fee, line->currency));

  if (line->fee_card_id != 0)
    {
      troupe_derivation_explain (node, write_fee (self, line),
                                 troupe_explanation_join (self, write_fee_card (self, line),
                                                          troupe_explanation_write_by_line (self, line)));
      troupe_derivation_refer (node, TROUPE_REFERENCE_FEE_CARD, line->fee_card_id);
    }
  else if (line->fee != 0)
    troupe_derivation_explain (node, NULL, g_strdup (troupe_phrase (self->lang, "why.fee_stated")));
  return node;
}

TroupeDerivation *
troupe_explanation_derive_pool (const TroupeExplanation   *self,
                                const TroupeStatementLine *line)
{
  g_autofree char *gross = troupe_money_format (line->gross, line->currency);
  g_autofree char *fee = troupe_money_format (line->fee, line->currency);
  TroupeDerivation *node;

  if (line->fee_card_id == 0 && line->fee == 0)
    return troupe_explanation_derive_gross (self, line);
  node = troupe_derivation_new (troupe_phrase (self->lang, "statement.pool"), troupe_money_format (line->pool, line->currency));
  troupe_derivation_explain (node, g_strdup_printf (line->fee < 0 ? "%s − (%s)" : "%s − %s", gross, fee), NULL);
  troupe_derivation_add (node, troupe_explanation_derive_gross (self, line));
  troupe_derivation_add (node, troupe_explanation_derive_fee (self, line));
  return node;
}

static gboolean
is_any_or (const char *rule,
           const char *word)
{
  return rule == NULL || g_strcmp0 (rule, word) == 0;
}

/* Whether the share could have settled some day of the line, were it not for a more specific one. */
static gboolean
could_settle (const TroupeTerm          *share,
              const TroupeTerm          *chosen,
              const TroupeStatementLine *line)
{
  return share->contract_id == chosen->contract_id && g_str_equal (share->kind, "share") &&
         is_any_or (share->platform, line->platform) && is_any_or (share->revenue_kind, line->revenue_kind) &&
         share->start_day <= line->last_day && (share->end_day == TROUPE_NONE || share->end_day >= line->first_day) &&
         troupe_term_get_rank (share) < troupe_term_get_rank (chosen);
}

char *
troupe_explanation_write_precedence (const TroupeExplanation   *self,
                                     const TroupeStatementLine *line,
                                     const TroupeTerm          *term)
{
  const TroupeTerm *next = NULL;
  g_autofree char *winner = NULL, *other = NULL;

  for (guint i = 0; i < self->rules->terms->len; i++)
    {
      const TroupeTerm *share = self->rules->terms->pdata[i];

      if (could_settle (share, term, line) && (next == NULL || troupe_term_get_rank (share) > troupe_term_get_rank (next)))
        next = share;
    }
  if (next == NULL)
    return NULL;
  winner = troupe_sentence_for_revenue (term->platform, term->revenue_kind, self->lang);
  other = troupe_sentence_for_revenue (next->platform, next->revenue_kind, self->lang);
  return troupe_phrase_format (self->lang, "why.precedence", "winner", winner, "other", other, NULL);
}
