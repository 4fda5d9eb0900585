/* Private to the store: records changed together, logged together, undone together. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeConnection *connection;
  const char       *actor;
  gint64            id;          /* of the first change; 0 so far */
  gint64            undo_of;     /* or TROUPE_NONE */
  gint64            first;       /* id of the first record */
  GPtrArray        *touched;     /* TroupeEditTouch */
} TroupeEditBatch;

/* A record before and after; NULL: there was or is none. */
typedef struct
{
  const TroupeRecordType *type;
  gint64                  id;
  gpointer                before;
  gpointer                after;
} TroupeEditTouch;

void     troupe_edit_batch_init   (TroupeEditBatch        *self,
                                   TroupeConnection       *connection,
                                   const char             *actor,
                                   gint64                  undo_of);
void     troupe_edit_batch_clear  (TroupeEditBatch        *self);

/* fields with id 0 get one. NULL fields: remove the record of that id. */
gboolean troupe_edit_batch_apply  (TroupeEditBatch        *self,
                                   const TroupeRecordType *type,
                                   gint64                  id,
                                   gconstpointer           fields,
                                   GError                **error);

/* Checks what only the whole batch can keep: references and dates that overlap. */
gboolean troupe_edit_batch_finish (TroupeEditBatch        *self,
                                   GError                **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TroupeEditBatch, troupe_edit_batch_clear)

G_END_DECLS
