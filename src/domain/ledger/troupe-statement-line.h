/* One settled item of a statement: an account's lines of one kind under one term, fee and rate. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      statement_id;
  gint64      position;
  const char *kind;
  TroupeMonth month;   /* of the evidence */
  gint64      corrects_id;   /* the closed statement that it corrects */
  gint64      account_id;
  const char *platform;
  const char *revenue_kind;
  TroupeDay   first_day;
  TroupeDay   last_day;
  gint64      rows;   /* how many lines of evidence */
  const char *unit;
  gint64      amount;   /* their sum, in unit */
  gint64      unit_rate_id;
  gint64      unit_rate;
  gint64      exchange_rate_id;
  gint64      exchange_rate;
  const char *currency;
  gint64      gross;   /* amount x unit_rate x exchange_rate */
  gint64      fee_card_id;   /* none and fee not 0: the platform's file states the fee */
  gint64      fee_share;
  gint64      fee;
  gint64      pool;   /* gross - fee */
  gint64      term_id;
  const char *clause;
  gint64      version;
  const char *basis;
  gint64      share;
  gint64      creator;
  gint64      agency;   /* pool - creator, or the residual rule the other way round */
  gint64      per_line;   /* each line of evidence was rounded by itself */
} TroupeStatementLine;

TROUPE_DECLARE_RECORD (TroupeStatementLine, TROUPE_STATEMENT_LINE)

G_END_DECLS
