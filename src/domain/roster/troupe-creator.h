/* A creator or host on the roster. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *name;   /* the stage name */
  const char *other_names;   /* Latin or former names, for searching */
  const char *category;
  const char *team;
  const char *agent;   /* who looks after them */
  const char *status;
  TroupeDay   joined_day;
  TroupeDay   left_day;
  gint64      person_id;
  gint64      payee_id;   /* who is paid, if it is not the person */
  const char *note;
} TroupeCreator;

TROUPE_DECLARE_RECORD (TroupeCreator, TROUPE_CREATOR)

G_END_DECLS
