/* The agency itself: one record, id 1. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *name;
  const char *legal_name;
  const char *tax_id;   /* 统一社会信用代码 */
  const char *currency;   /* of its books and of new contracts, ISO 4217 */
  const char *language;   /* of what it hands out */
  const char *address;
  const char *contact;
  const char *prefix;   /* of statement numbers */
  const char *note;
} TroupeAgency;

TROUPE_DECLARE_RECORD (TroupeAgency, TROUPE_AGENCY)

G_END_DECLS
