/* A dated term of a contract. Of several that fit a line the most specific wins: platform and
 * kind, then platform, then kind, then neither. An amendment ends one term and starts another with
 * the next version; terms are never rewritten. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      contract_id;
  const char *clause;   /* where the paper says so: "4.2" */
  const char *kind;
  const char *platform;   /* none: every platform */
  const char *revenue_kind;   /* none: every kind */
  gint64      share;   /* the creator's part of the basis */
  const char *basis;   /* gross, or net of the platform's fee */
  gint64      amount;   /* minimum_payout: below it the balance is carried over */
  const char *currency;
  TroupeDay   start_day;
  TroupeDay   end_day;   /* the last day; none: open */
  gint64      version;
  const char *note;
} TroupeTerm;

TROUPE_DECLARE_RECORD (TroupeTerm, TROUPE_TERM)

/* How specific the term is: of two that fit a line, the higher goes first. */
int troupe_term_get_rank (const TroupeTerm *self);

G_END_DECLS
