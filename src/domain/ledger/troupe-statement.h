/* A creator's statement of one month. opening + earned + corrections - paid = closing. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  TroupeMonth month;
  gint64      creator_id;
  gint64      contract_id;
  const char *number;
  const char *currency;
  const char *state;
  gint64      opening;
  gint64      gross;   /* of the month's own lines, before the platform's fee */
  gint64      fee;   /* what the platforms kept */
  gint64      pool;   /* gross - fee = earned + agency */
  gint64      earned;   /* the creator's part */
  gint64      agency;
  gint64      corrections;   /* the creator's part of late lines */
  gint64      agency_corrections;
  gint64      paid;
  gint64      closing;
  gint64      payable;   /* what is to be paid now; less than closing when it is carried over */
  gint64      minimum;   /* the minimum payout that was applied */
  gint64      stale;   /* a draft whose evidence or rules have changed since */
} TroupeStatement;

TROUPE_DECLARE_RECORD (TroupeStatement, TROUPE_STATEMENT)

G_END_DECLS
