/* An entry of the change log: what an edit made of one record. Entries of one batch are undone together. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gint64      id;
  gint64      time;
  gint64      desk;
  const char *actor;
  const char *action;
  const char *object;   /* a record type */
  gint64      object_id;
  const char *before;   /* the record as JSON */
  const char *after;
  gint64      batch;   /* id of the first change of the batch */
  gint64      undo_of;   /* batch that this one undoes */
} TroupeChange;

TROUPE_DECLARE_RECORD (TroupeChange, TROUPE_CHANGE)

G_END_DECLS
