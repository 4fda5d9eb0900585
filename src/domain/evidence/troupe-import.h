/* One file that was read in. Its row stays when the import is withdrawn. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      time;
  const char *file_name;
  const char *file_hash;   /* SHA-256 of the file as it was */
  const char *profile;
  gint64      profile_version;
  const char *platform;
  TroupeDay   first_day;
  TroupeDay   last_day;
  gint64      as_of;   /* month-to-date files: when their counters were read */
  gint64      rows;
  gint64      new_rows;
  gint64      updated_rows;
  gint64      duplicate_rows;
  gint64      failed_rows;
  gint64      waiting_rows;   /* of the new: their account was unknown */
  gint64      lines;
  const char *total;   /* the main amount as the file states it: USD 367589.755; by unit */
  const char *state;
  const char *note;
} TroupeImport;

TROUPE_DECLARE_RECORD (TroupeImport, TROUPE_IMPORT)

G_END_DECLS
