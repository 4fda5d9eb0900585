/* Private to the store: batches that a thread of their own fills while the one before is being emptied. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TroupeReadAhead TroupeReadAhead;

typedef struct
{
  const char *thread;                             /* its name */
  gpointer  (*make) (void);
  void      (*free) (gpointer batch);
  gboolean  (*fill) (gpointer batch,              /* on the thread; FALSE if this batch is the last */
                     gpointer data);
} TroupeBatchType;

/* Begins to read. data must outlive self. */
TroupeReadAhead *troupe_read_ahead_new  (const TroupeBatchType *type,
                                         gpointer               data);
/* Stops reading, wherever it is. */
void             troupe_read_ahead_free (TroupeReadAhead       *self);
/* The next batch, valid until the next call; NULL behind the last. */
gpointer         troupe_read_ahead_next (TroupeReadAhead       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeReadAhead, troupe_read_ahead_free)

G_END_DECLS
