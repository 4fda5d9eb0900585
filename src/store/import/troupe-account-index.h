/* Private to the store: every account by what platforms' files call it, in memory for one import. */
#pragma once

#include "troupe-connection.h"
#include "troupe-import-result.h"
#include "troupe-line-source.h"

G_BEGIN_DECLS

typedef struct _TroupeAccountIndex TroupeAccountIndex;

TroupeAccountIndex *troupe_account_index_load        (TroupeConnection        *connection,
                                                      GError                 **error);
void                troupe_account_index_free        (TroupeAccountIndex      *self);

/* The account that line names. One that is unknown gets its id now and its row by insert_new(). */
gboolean            troupe_account_index_find        (TroupeAccountIndex      *self,
                                                      const TroupeStagedLine  *line,
                                                      gint64                  *ret_id,
                                                      GError                 **error);
gboolean            troupe_account_index_insert_new  (TroupeAccountIndex      *self,
                                                      gint64                   import_id,
                                                      GError                 **error);

/* No creator is known for it. */
gboolean            troupe_account_index_is_unknown  (TroupeAccountIndex      *self,
                                                      gint64                   id);
/* Lines of an unknown account have come in. */
void                troupe_account_index_set_waiting (TroupeAccountIndex      *self,
                                                      gint64                   id);
/* Adds those accounts, by id, where the file names them and what waits for them. */
gboolean            troupe_account_index_add_waiting (TroupeAccountIndex      *self,
                                                      TroupeImportResult      *result,
                                                      GError                 **error);
/* Fills in how many accounts the lines have named, and how many of those have a creator. */
void                troupe_account_index_count       (TroupeAccountIndex      *self,
                                                      TroupeImportResult      *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeAccountIndex, troupe_account_index_free)

G_END_DECLS
