/* Every rule that a closed month used, as the records of an open document, under its SHA-256. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  const char *hash;
  const char *content;
} TroupeRuleSnapshot;

TROUPE_DECLARE_RECORD (TroupeRuleSnapshot, TROUPE_RULE_SNAPSHOT)

G_END_DECLS
