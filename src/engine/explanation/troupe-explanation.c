#include "troupe-explanation-balance.h"
#include "troupe-explanation-line.h"

#include "troupe-money.h"
#include "troupe-sentence.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

static char *
format_money (const TroupeStatementLine *line,
              gint64                     minor)
{
  return troupe_money_format (minor, line->currency);
}

static char *
write_name (const TroupeExplanation   *self,
            const TroupeStatementLine *line)
{
  const TroupeAccount *account = troupe_explanation_find_rule (self->rules->accounts, line->account_id);
  g_autofree char *name = troupe_phrase_format (self->lang, "statement.line",
                                                "platform", troupe_platform_get_label (self->lang, line->platform),
                                                "kind", troupe_kind_get_label (self->lang, line->revenue_kind), NULL);

  if (account == NULL)
    return g_steal_pointer (&name);
  return troupe_phrase_format (self->lang, "why.line", "line", name,
                               "account", account->name != NULL ? account->name : account->handle, NULL);
}

static gint64
get_basis (const TroupeStatementLine *line)
{
  return g_str_equal (line->basis, "gross") ? line->gross : line->pool;
}

gboolean
troupe_explanation_is_creator_residual (const TroupeExplanation   *self,
                                        const TroupeStatementLine *line)
{
  const TroupeTerm *term = troupe_explanation_find_rule (self->rules->terms, line->term_id);
  const TroupeContract *contract = term == NULL ? NULL
    : troupe_explanation_find_rule (self->rules->contracts, term->contract_id);

  if (contract != NULL)
    return g_str_equal (contract->residual, "creator");
  return line->per_line == 0 && line->creator != troupe_share_of (get_basis (line), line->share);
}

static char *
write_clause (const TroupeExplanation   *self,
              const TroupeStatementLine *line)
{
  const TroupeTerm *term = troupe_explanation_find_rule (self->rules->terms, line->term_id);
  g_autofree char *version = g_strdup_printf ("%" G_GINT64_FORMAT, line->version);
  g_autofree char *day = NULL;

  if (term == NULL)
    return NULL;
  day = troupe_phrase_day (self->lang, term->start_day);
  if (line->clause == NULL)
    return troupe_phrase_format (self->lang, "why.version", "version", version, "day", day, NULL);
  return troupe_phrase_format (self->lang, "why.clause", "clause", line->clause, "version", version, "day", day, NULL);
}

static TroupeDerivation *
derive_share (const TroupeExplanation   *self,
              const TroupeStatementLine *line)
{
  const TroupeTerm *term = troupe_explanation_find_rule (self->rules->terms, line->term_id);
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "why.share"), troupe_share_format (line->share));

  if (term != NULL)
    troupe_derivation_explain (node, NULL,
                               troupe_explanation_join (self, troupe_sentence_for_term (term, self->lang),
                                                        troupe_explanation_write_precedence (self, line, term)));
  troupe_derivation_refer (node, TROUPE_REFERENCE_TERM, line->term_id);
  return node;
}

static TroupeDerivation *
derive_basis (const TroupeExplanation   *self,
              const TroupeStatementLine *line)
{
  return g_str_equal (line->basis, "gross") ? troupe_explanation_derive_gross (self, line)
                                            : troupe_explanation_derive_pool (self, line);
}

static char *
write_rest (const TroupeStatementLine *line,
            gint64                     other)
{
  g_autofree char *pool = format_money (line, line->pool);
  g_autofree char *part = format_money (line, other);

  return g_strdup_printf (other < 0 ? "%s − (%s)" : "%s − %s", pool, part);
}

/* basis × share, as the party that is rounded first has it. */
static char *
write_creator (const TroupeExplanation   *self,
               const TroupeStatementLine *line)
{
  g_autofree char *basis = format_money (line, get_basis (line));
  g_autofree char *share = troupe_share_format (line->share);
  TroupeExactProduct product = { .product = (TroupeWide) get_basis (line) * line->share,
                                 .places = troupe_currency_exponent (line->currency) + 4 };

  product.operation = g_strdup_printf ("%s × %s", basis, share);
  return troupe_explanation_write_product (self, line, product, line->creator);
}

/* The same for the agency: the basis less the creator's share; of gross also less the platform's fee,
 * by its share where a card says it, so that only the result is rounded. */
static char *
write_agency (const TroupeExplanation   *self,
              const TroupeStatementLine *line)
{
  gboolean bears_fee = g_str_equal (line->basis, "gross");
  gint64 share = TROUPE_SHARE_WHOLE - line->share - (bears_fee && line->fee_card_id != 0 ? line->fee_share : 0);
  gint64 stated = bears_fee && line->fee_card_id == 0 ? line->fee : 0;
  g_autofree char *basis = format_money (line, get_basis (line));
  g_autofree char *percent = troupe_share_format (share);
  g_autofree char *fee = format_money (line, stated);
  TroupeExactProduct product = {
    .product = (TroupeWide) get_basis (line) * share - (TroupeWide) stated * TROUPE_SHARE_WHOLE,
    .places = troupe_currency_exponent (line->currency) + 4,
  };

  product.operation = stated != 0 ? g_strdup_printf ("%s × %s − %s", basis, percent, fee)
                                  : g_strdup_printf ("%s × %s", basis, percent);
  return troupe_explanation_write_product (self, line, product, line->agency);
}

static TroupeDerivation *
derive_agency (const TroupeExplanation   *self,
               const TroupeStatementLine *line,
               const char                *label)
{
  TroupeDerivation *node = troupe_derivation_new (label, format_money (line, line->agency));

  if (troupe_explanation_is_creator_residual (self, line))
    troupe_derivation_explain (node, write_agency (self, line), troupe_explanation_write_by_line (self, line));
  else
    troupe_derivation_explain (node, write_rest (line, line->creator),
                               g_strdup (troupe_phrase (self->lang, "why.agency_rest")));
  return node;
}

/* Which closed statement the line corrects, and by which rules. */
static char *
write_late (const TroupeExplanation   *self,
            const TroupeStatementLine *line)
{
  const TroupeStatement *corrected = self->corrected == NULL ? NULL
    : troupe_explanation_find_rule (self->corrected, line->corrects_id);
  g_autofree char *month = troupe_month_to_string (line->month);
  char *late = troupe_phrase_format (self->lang, "why.late", "month", month, NULL);

  if (corrected == NULL)
    return late;
  return troupe_explanation_join (self, troupe_phrase_format (self->lang, "why.corrects", "number", corrected->number, NULL),
                                  late);
}

static void
add_late (const TroupeExplanation   *self,
          const TroupeStatementLine *line,
          TroupeDerivation          *node)
{
  node->detail = troupe_explanation_join (self, write_late (self, line), node->detail);
  if (line->corrects_id != 0)
    troupe_derivation_refer (node, TROUPE_REFERENCE_STATEMENT, line->corrects_id);
}

TroupeDerivation *
troupe_explanation_derive_line (const TroupeExplanation   *self,
                                const TroupeStatementLine *line)
{
  gboolean rest = troupe_explanation_is_creator_residual (self, line);
  g_autofree char *name = write_name (self, line);
  TroupeDerivation *node = troupe_derivation_new (name, format_money (line, line->creator));
  char *by_line = rest ? NULL : troupe_explanation_write_by_line (self, line);
  char *who = g_strdup (troupe_phrase (self->lang, rest ? "why.creator_rest" : "why.agency_rest"));

  troupe_derivation_explain (node, rest ? write_rest (line, line->agency) : write_creator (self, line),
                             troupe_explanation_join (self, write_clause (self, line),
                                                      troupe_explanation_join (self, by_line, who)));
  troupe_derivation_refer (node, TROUPE_REFERENCE_STATEMENT_LINE, line->id);
  if (g_str_equal (line->kind, "correction"))
    add_late (self, line, node);
  troupe_derivation_add (node, rest ? troupe_explanation_derive_pool (self, line) : derive_basis (self, line));
  if (rest)
    troupe_derivation_add (node, derive_agency (self, line, troupe_phrase (self->lang, "why.agency")));
  troupe_derivation_add (node, derive_share (self, line));
  return node;
}

typedef TroupeDerivation *(*DeriveFunc) (const TroupeExplanation *self, const TroupeStatementLine *line);

static TroupeDerivation *
derive_named_agency (const TroupeExplanation   *self,
                     const TroupeStatementLine *line)
{
  g_autofree char *name = write_name (self, line);

  return derive_agency (self, line, name);
}

/* How a figure is the sum of one part of every line of one kind. */
static const struct { const char *figure, *label, *kind; DeriveFunc derive; } sums[] = {
  { "gross", "statement.gross", "earning", troupe_explanation_derive_gross },
  { "fee", "statement.fee", "earning", troupe_explanation_derive_fee },
  { "pool", "statement.pool", "earning", troupe_explanation_derive_pool },
  { "earned", "statement.earned", "earning", troupe_explanation_derive_line },
  { "agency", "why.agency", "earning", derive_named_agency },
  { "corrections", "why.corrections", "correction", troupe_explanation_derive_line },
  { "agency_corrections", "why.agency_corrections", "correction", derive_named_agency },
};

static TroupeDerivation *
derive_sum (const TroupeExplanation *self,
            const TroupeStatement   *statement,
            GPtrArray               *lines,
            gsize                    sum)
{
  gint64 amount = troupe_record_get_int (statement, troupe_record_find_field (&TROUPE_STATEMENT, sums[sum].figure));
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, sums[sum].label),
                                                  troupe_money_format (amount, statement->currency));

  for (guint i = 0; i < lines->len; i++)
    {
      const TroupeStatementLine *line = lines->pdata[i];
      g_autofree char *name = write_name (self, line);
      TroupeDerivation *part;

      if (!g_str_equal (line->kind, sums[sum].kind))
        continue;
      part = sums[sum].derive (self, line);
      g_set_str (&part->label, name);
      troupe_derivation_add (node, part);
    }
  if (node->children->len > 0)
    troupe_derivation_explain (node, NULL, g_strdup (troupe_phrase (self->lang, "why.sum")));
  return node;
}

static TroupeDerivation *
derive_closing (const TroupeExplanation *self,
                const TroupeStatement   *statement,
                GPtrArray               *lines)
{
  static const char *const parts[] = { "opening", "earned", "corrections", "paid" };
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.closing"),
                                                  troupe_money_format (statement->closing, statement->currency));
  GString *formula = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      TroupeDerivation *part = troupe_explanation_derive_figure (self, statement, lines, parts[i]);
      gboolean paid = g_str_equal (parts[i], "paid");
      gboolean negative = i > 0 && g_str_has_prefix (part->value, "−");

      if (i > 0)
        g_string_append (formula, paid ? " − " : " + ");
      g_string_append_printf (formula, negative ? "(%s)" : "%s", part->value);
      troupe_derivation_add (node, part);
    }
  troupe_derivation_explain (node, g_string_free (formula, FALSE), NULL);
  return node;
}

/* Why all of the closing balance is paid, or nothing of it. */
static char *
write_payable (const TroupeExplanation *self,
               const TroupeStatement   *statement)
{
  g_autofree char *minimum = troupe_money_format (statement->minimum, statement->currency);
  const char *key;

  if (statement->closing <= 0)
    key = "why.negative";
  else if (statement->payable == 0)
    key = "why.carried";
  else if (statement->minimum == TROUPE_NONE)
    key = "why.all";
  else
    key = statement->closing >= statement->minimum ? "why.reached" : "why.final";
  return troupe_phrase_format (self->lang, key, "minimum", minimum, NULL);
}

static TroupeDerivation *
derive_payable (const TroupeExplanation *self,
                const TroupeStatement   *statement,
                GPtrArray               *lines)
{
  TroupeDerivation *node = troupe_derivation_new (troupe_phrase (self->lang, "statement.payable"),
                                                  troupe_money_format (statement->payable, statement->currency));

  troupe_derivation_explain (node, NULL, write_payable (self, statement));
  troupe_derivation_add (node, derive_closing (self, statement, lines));
  return node;
}

TroupeDerivation *
troupe_explanation_derive_figure (const TroupeExplanation *self,
                                  const TroupeStatement   *statement,
                                  GPtrArray               *lines,
                                  const char              *figure)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    if (g_str_equal (sums[i].figure, figure))
      return derive_sum (self, statement, lines, i);
  if (g_str_equal (figure, "opening"))
    return troupe_explanation_derive_opening (self, statement);
  if (g_str_equal (figure, "paid"))
    return troupe_explanation_derive_paid (self, statement);
  if (g_str_equal (figure, "closing"))
    return derive_closing (self, statement, lines);
  if (g_str_equal (figure, "payable"))
    return derive_payable (self, statement, lines);
  return NULL;
}
