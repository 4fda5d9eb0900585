/* An account on a platform. Its identity is (platform, handle). */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *platform;   /* a word of troupe-platform.h or of a user's profile */
  const char *handle;   /* what the platform's files identify it by */
  const char *name;   /* what people see */
  gint64      creator_id;   /* none: unknown, its lines wait */
  const char *grade;   /* the platform's grade, for fee cards */
  gint64      import_id;   /* the import that made it */
  const char *note;
} TroupeAccount;

TROUPE_DECLARE_RECORD (TroupeAccount, TROUPE_ACCOUNT)

G_END_DECLS
