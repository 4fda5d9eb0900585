/* A legal person or company that contracts, guards or gets paid. All that identifies it is sensitive. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  const char *kind;
  const char *name;   /* the legal name */
  TroupeDay   birth_day;
  const char *id_number;
  const char *phone;
  const char *email;
  const char *bank_name;
  const char *bank_account;
  gint64      guardian_id;   /* the person who signs for a minor */
  const char *note;
} TroupePerson;

TROUPE_DECLARE_RECORD (TroupePerson, TROUPE_PERSON)

G_END_DECLS
