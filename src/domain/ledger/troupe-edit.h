/* One edit of a batch: a record to keep, or one to remove. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct
{
  const TroupeRecordType *type;
  gpointer                record;   /* NULL: remove the record of this id */
  gint64                  id;
} TroupeEdit;

/* A record with id 0 is inserted and gets an id; one with an id replaces the record of that id, or
 * is inserted when there is none. Refs record. */
TroupeEdit *troupe_edit_new_save   (gpointer                record);
TroupeEdit *troupe_edit_new_delete (const TroupeRecordType *type,
                                    gint64                  id);
void        troupe_edit_free       (TroupeEdit             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeEdit, troupe_edit_free)

G_END_DECLS
