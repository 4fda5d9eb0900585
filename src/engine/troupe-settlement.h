/* Settles one month: lines of evidence in, statements out. Pure: no file, no clock, no global.
 *
 * Lines are summed in 128 bits by (account, kind, unit, month, term version, fee card, rates), or taken
 * one by one where the source states whole minor units. gross = amount x unit rate x exchange rate, half
 * away from zero to minor units; fee as the platform's file states it or by the fee card; pool = gross -
 * fee. The party that is not residual gets its rounded part of the basis, the residual party the rest of
 * the pool. Where the basis is gross, the agency bears the fee. */
#pragma once

#include "troupe-balance.h"
#include "troupe-line.h"
#include "troupe-rule-set.h"
#include "troupe-settled-statement.h"

G_BEGIN_DECLS

typedef struct _TroupeSettlement TroupeSettlement;

/* Why lines of a creator cannot be settled: no contract, term, rate. Its creator gets no statement. */
typedef struct
{
  gint64      creator_id;
  gint64      account_id;
  const char *kind;        /* of revenue, interned */
  TroupeDay   day;         /* the first line that it stops */
  gint64      lines;       /* how many */
  char       *reason;      /* a sentence with its remedy */
} TroupeSettleProblem;

/* balances: TroupeBalance, at most one per creator and currency. prefix: of the statements' numbers, may
 * be NULL. Takes references. */
TroupeSettlement *troupe_settlement_new          (TroupeMonth        month,
                                                  TroupeRuleSet     *rules,
                                                  GArray            *balances,
                                                  const char        *prefix);

/* The rules that month was closed with, for its late lines, and the statements that they correct. */
void              troupe_settlement_add_closed   (TroupeSettlement  *self,
                                                  TroupeMonth        month,
                                                  TroupeRuleSet     *rules,
                                                  GPtrArray         *statements);

/* The lines that the month books, in any order; fast when those of one account and kind follow one
 * another. Lines of accounts that the rules do not know wait. Borrows nothing. Fails only on overflow. */
gboolean          troupe_settlement_add_line     (TroupeSettlement  *self,
                                                  const TroupeLine  *line,
                                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* TroupeSettledStatement, one per creator and currency that has lines or a balance, by creator id.
 * Numbers are given, ids are not: a statement's is 0, its lines name it by its place from 1. */
GPtrArray        *troupe_settlement_finish       (TroupeSettlement  *self, GError **error);

/* TroupeSettleProblem, after finish; empty when every line found its rules. (transfer none) */
GPtrArray        *troupe_settlement_get_problems (TroupeSettlement  *self);

void              troupe_settlement_free         (TroupeSettlement  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeSettlement, troupe_settlement_free)

G_END_DECLS
