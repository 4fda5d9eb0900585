#include "troupe-rule-book.h"

#include "troupe-record-index.h"

/* A dated rule in the order in which rules are tried: those of one owner together, the more specific
 * first, among equals the one that starts last. */
typedef struct
{
  gint64        owner;   /* a creator, a contract, or the quark of a platform */
  int           rank;
  TroupeDay     first;
  TroupeDay     last;
  gint64        id;
  gconstpointer record;
} Rule;

struct _TroupeRuleBook
{
  TroupeRuleSet *rules;
  GHashTable    *creators;     /* by id, as are accounts */
  GHashTable    *accounts;
  GArray        *contracts;    /* Rule */
  GArray        *shares;
  GArray        *minimums;
  GArray        *fee_cards;
  GArray        *unit_rates;
};

typedef gboolean (*FitFunc) (gconstpointer record, const TroupeRuleQuestion *question);

static gint
compare_rules_cb (gconstpointer a,
                  gconstpointer b)
{
  const Rule *x = a, *y = b;

  if (x->owner != y->owner)
    return x->owner < y->owner ? -1 : 1;
  if (x->rank != y->rank)
    return y->rank - x->rank;
  if (x->first != y->first)
    return x->first > y->first ? -1 : 1;
  return x->id > y->id ? -1 : x->id < y->id;
}

static gint64
owner_of_platform (const char *platform)
{
  return g_quark_from_string (platform);
}

static GArray *
list_contracts (GPtrArray *contracts)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (guint i = 0; i < contracts->len; i++)
    {
      const TroupeContract *contract = contracts->pdata[i];
      TroupeDay last = troupe_contract_get_last_day (contract);
      Rule rule = { contract->creator_id, 0, contract->start_day, last, contract->id, contract };

      g_array_append_val (list, rule);
    }
  g_array_sort (list, compare_rules_cb);
  return list;
}

static GArray *
list_terms (GPtrArray  *terms,
            const char *kind)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (guint i = 0; i < terms->len; i++)
    {
      const TroupeTerm *term = terms->pdata[i];
      Rule rule = { term->contract_id, troupe_term_get_rank (term), term->start_day, term->end_day, term->id, term };

      if (g_str_equal (term->kind, kind))
        g_array_append_val (list, rule);
    }
  g_array_sort (list, compare_rules_cb);
  return list;
}

static GArray *
list_fee_cards (GPtrArray *cards)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (guint i = 0; i < cards->len; i++)
    {
      const TroupeFeeCard *card = cards->pdata[i];
      int rank = (card->revenue_kind != NULL ? 2 : 0) + (card->grade != NULL ? 1 : 0);
      Rule rule = { owner_of_platform (card->platform), rank, card->start_day, card->end_day, card->id, card };

      g_array_append_val (list, rule);
    }
  g_array_sort (list, compare_rules_cb);
  return list;
}

static GArray *
list_unit_rates (GPtrArray *rates)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Rule));

  for (guint i = 0; i < rates->len; i++)
    {
      const TroupeUnitRate *rate = rates->pdata[i];
      Rule rule = { owner_of_platform (rate->platform), 0, rate->start_day, rate->end_day, rate->id, rate };

      g_array_append_val (list, rule);
    }
  g_array_sort (list, compare_rules_cb);
  return list;
}

TroupeRuleBook *
troupe_rule_book_new (TroupeRuleSet *rules)
{
  TroupeRuleBook *self = g_new (TroupeRuleBook, 1);

  self->rules = troupe_rule_set_ref (rules);
  self->creators = troupe_record_index_new (rules->creators);
  self->accounts = troupe_record_index_new (rules->accounts);
  self->contracts = list_contracts (rules->contracts);
  self->shares = list_terms (rules->terms, "share");
  self->minimums = list_terms (rules->terms, "minimum_payout");
  self->fee_cards = list_fee_cards (rules->fee_cards);
  self->unit_rates = list_unit_rates (rules->unit_rates);
  return self;
}

void
troupe_rule_book_free (TroupeRuleBook *self)
{
  g_hash_table_unref (self->creators);
  g_hash_table_unref (self->accounts);
  g_array_unref (self->contracts);
  g_array_unref (self->shares);
  g_array_unref (self->minimums);
  g_array_unref (self->fee_cards);
  g_array_unref (self->unit_rates);
  troupe_rule_set_unref (self->rules);
  g_free (self);
}

const TroupeCreator *
troupe_rule_book_find_creator (TroupeRuleBook *self,
                               gint64          id)
{
  return troupe_record_index_find (self->creators, id);
}

const TroupeAccount *
troupe_rule_book_find_account (TroupeRuleBook *self,
                               gint64          id)
{
  return troupe_record_index_find (self->accounts, id);
}

static guint
find_owner (GArray *list,
            gint64  owner)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, Rule, middle).owner < owner)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Keeps the days on which rule holds as it does on the day asked for. */
static void
narrow (TroupeRuleQuestion *question,
        const Rule         *rule)
{
  if (question->day < rule->first)
    {
      question->last = MIN (question->last, rule->first - 1);
      return;
    }
  if (rule->last != TROUPE_NONE && question->day > rule->last)
    {
      question->first = MAX (question->first, rule->last + 1);
      return;
    }
  question->first = MAX (question->first, rule->first);
  if (rule->last != TROUPE_NONE)
    question->last = MIN (question->last, rule->last);
}

/* The first rule in order, behind the record `after` unless that is NULL. */
static gconstpointer
find_rule_after (GArray             *list,
                 gint64              owner,
                 gconstpointer       after,
                 FitFunc             fits,
                 TroupeRuleQuestion *question)
{
  guint i = find_owner (list, owner);

  while (after != NULL && i < list->len && g_array_index (list, Rule, i++).record != after)
    ;
  for (; i < list->len && g_array_index (list, Rule, i).owner == owner; i++)
    {
      const Rule *rule = &g_array_index (list, Rule, i);

      if (fits != NULL && !fits (rule->record, question))
        continue;
      narrow (question, rule);
      if (troupe_day_is_within (question->day, rule->first, rule->last))
        return rule->record;
    }
  return NULL;
}

static gconstpointer
find_rule (GArray             *list,
           gint64              owner,
           FitFunc             fits,
           TroupeRuleQuestion *question)
{
  return find_rule_after (list, owner, NULL, fits, question);
}

const TroupeContract *
troupe_rule_book_find_contract (TroupeRuleBook       *self,
                                const TroupeContract *after,
                                TroupeRuleQuestion   *question)
{
  return find_rule_after (self->contracts, question->account->creator_id, after, NULL, question);
}

static gboolean
is_any_or (const char *rule,
           const char *word)
{
  return rule == NULL || g_strcmp0 (rule, word) == 0;
}

static gboolean
share_fits_cb (gconstpointer             record,
               const TroupeRuleQuestion *question)
{
  const TroupeTerm *term = record;

  return is_any_or (term->platform, question->account->platform) && is_any_or (term->revenue_kind, question->kind);
}

const TroupeTerm *
troupe_rule_book_find_share (TroupeRuleBook     *self,
                             gint64              contract_id,
                             TroupeRuleQuestion *question)
{
  return find_rule (self->shares, contract_id, share_fits_cb, question);
}

static gboolean
fee_card_fits_cb (gconstpointer             record,
                  const TroupeRuleQuestion *question)
{
  const TroupeFeeCard *card = record;

  return is_any_or (card->revenue_kind, question->kind) && is_any_or (card->grade, question->account->grade);
}

const TroupeFeeCard *
troupe_rule_book_find_fee_card (TroupeRuleBook     *self,
                                TroupeRuleQuestion *question)
{
  return find_rule (self->fee_cards, owner_of_platform (question->account->platform), fee_card_fits_cb, question);
}

static gboolean
unit_rate_fits_cb (gconstpointer             record,
                   const TroupeRuleQuestion *question)
{
  return g_str_equal (((const TroupeUnitRate *) record)->unit, question->unit);
}

const TroupeUnitRate *
troupe_rule_book_find_unit_rate (TroupeRuleBook     *self,
                                 TroupeRuleQuestion *question)
{
  return find_rule (self->unit_rates, owner_of_platform (question->account->platform), unit_rate_fits_cb, question);
}

const TroupeExchangeRate *
troupe_rule_book_find_exchange_rate (TroupeRuleBook *self,
                                     TroupeMonth     month,
                                     const char     *unit,
                                     const char     *currency)
{
  for (guint i = 0; i < self->rules->exchange_rates->len; i++)
    {
      const TroupeExchangeRate *rate = self->rules->exchange_rates->pdata[i];

      if (rate->month == month && g_str_equal (rate->unit, unit) && g_str_equal (rate->currency, currency))
        return rate;
    }
  return NULL;
}

const TroupeContract *
troupe_rule_book_find_last_contract (TroupeRuleBook *self,
                                     gint64          creator_id,
                                     TroupeDay       day,
                                     const char     *currency)
{
  for (guint i = find_owner (self->contracts, creator_id); i < self->contracts->len; i++)
    {
      const Rule *rule = &g_array_index (self->contracts, Rule, i);
      const TroupeContract *contract = rule->record;

      if (rule->owner != creator_id)
        break;
      if (rule->first <= day && is_any_or (currency, contract->currency))
        return contract;
    }
  return NULL;
}

static gboolean
minimum_fits_cb (gconstpointer             record,
                 const TroupeRuleQuestion *question)
{
  return g_str_equal (((const TroupeTerm *) record)->currency, question->unit);
}

const TroupeTerm *
troupe_rule_book_find_minimum (TroupeRuleBook       *self,
                               const TroupeContract *contract,
                               const char           *currency,
                               TroupeDay             day)
{
  TroupeRuleQuestion question = { .unit = currency, .day = day };
  const TroupeTerm *minimum = find_rule (self->minimums, contract->id, minimum_fits_cb, &question);

  for (guint i = find_owner (self->contracts, contract->creator_id); minimum == NULL && i < self->contracts->len; i++)
    {
      const Rule *rule = &g_array_index (self->contracts, Rule, i);

      if (rule->owner != contract->creator_id)
        break;
      if (troupe_day_is_within (day, rule->first, rule->last))
        minimum = find_rule (self->minimums, rule->id, minimum_fits_cb, &question);
    }
  return minimum;
}
