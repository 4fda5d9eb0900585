/* A payment to a creator. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      creator_id;
  gint64      statement_id;
  TroupeDay   day;
  gint64      amount;
  const char *currency;
  const char *method;
  const char *reference;
  const char *note;
} TroupePayment;

TROUPE_DECLARE_RECORD (TroupePayment, TROUPE_PAYMENT)

G_END_DECLS
