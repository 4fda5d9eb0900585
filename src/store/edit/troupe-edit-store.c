#include "troupe-record-store.h"

#include <glib/gi18n-lib.h>

#include "troupe-change.h"
#include "troupe-edit-batch.h"
#include "troupe-error.h"
#include "troupe-record-label.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

#define IS_EDIT " AND action IN ('insert', 'update', 'delete') "

/* The latest batch of edits after ?1 that holds: not undone, or done again since. */
#define FIND_UNDO \
  "SELECT batch FROM change AS edit WHERE batch > ?1 AND undo_of IS NULL" IS_EDIT \
  "AND NOT EXISTS (SELECT 1 FROM change AS undo WHERE undo.undo_of = edit.batch" \
  " AND NOT EXISTS (SELECT 1 FROM change AS redo WHERE redo.undo_of = undo.batch)) " \
  "ORDER BY batch DESC LIMIT 1"

/* The latest undo after ?1 that holds; edits made since leave nothing to redo. */
#define FIND_REDO \
  "SELECT undo.batch FROM change AS undo JOIN change AS edit ON edit.id = undo.undo_of AND edit.undo_of IS NULL " \
  "WHERE undo.batch > ?1 AND NOT EXISTS (SELECT 1 FROM change AS redo WHERE redo.undo_of = undo.batch) " \
  "AND undo.batch > (SELECT batch FROM change WHERE undo_of IS NULL" IS_EDIT "ORDER BY batch DESC LIMIT 1) " \
  "ORDER BY undo.batch DESC LIMIT 1"

typedef struct
{
  GPtrArray *edits;
  char      *actor;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_ptr_array_unref (self->edits);
  g_free (self->actor);
  g_free (self);
}

static gboolean
apply_edits (TroupeEditBatch  *batch,
             GPtrArray        *edits,
             GError          **error)
{
  /* records of one batch may refer to each other in any order */
  if (!troupe_connection_execute (batch->connection, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (guint i = 0; i < edits->len; i++)
    {
      const TroupeEdit *edit = edits->pdata[i];

      if (!troupe_edit_batch_apply (batch, edit->type, edit->id, edit->record, error))
        return FALSE;
    }
  return troupe_edit_batch_finish (batch, error);
}

static DexFuture *
edit_records (TroupeConnection *connection,
              gpointer          data)
{
  const Request *request = data;
  g_auto(TroupeEditBatch) batch = { 0 };
  GError *error = NULL;

  troupe_edit_batch_init (&batch, connection, request->actor, TROUPE_NONE);
  if (!apply_edits (&batch, request->edits, &error))
    return dex_future_new_for_error (error);
  return dex_future_new_for_int64 (batch.first);
}

DexFuture *
troupe_store_edit (TroupeStore *self,
                   GPtrArray   *edits,
                   const char  *actor)
{
  Request *request = g_new (Request, 1);

  *request = (Request) { g_ptr_array_ref (edits), g_strdup (actor) };
  return troupe_store_write (self, NULL, edit_records, request, request_free);
}

/* The changes of a batch, the last first. */
static GPtrArray *
list_changes (TroupeConnection *connection,
              gint64            batch,
              GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_CHANGE, "WHERE batch = ?1 ORDER BY id DESC");
  g_autoptr(GPtrArray) changes = g_ptr_array_new_with_free_func (troupe_record_unref);

  troupe_query_bind_id (query, 1, batch);
  while (troupe_query_next (query))
    g_ptr_array_add (changes, troupe_query_read_record (query, &TROUPE_CHANGE));
  return troupe_query_end (query, error) ? g_steal_pointer (&changes) : NULL;
}

static gpointer
parse_record (TroupeConnection        *connection,
              const TroupeRecordType  *type,
              const char              *json,
              GError                 **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_parse_json (connection, type);
  gpointer record = NULL;

  troupe_query_bind_text (query, 1, json);
  if (troupe_query_next (query))
    record = troupe_query_read_record (query, type);
  if (troupe_query_end (query, error) && troupe_record_check (type, record, error))
    return record;
  g_clear_pointer (&record, troupe_record_unref);
  return NULL;
}

static gboolean
revert_change (TroupeEditBatch     *batch,
               const TroupeChange  *change,
               GError             **error)
{
  const TroupeRecordType *type = troupe_record_find_type (change->object);
  gpointer before = NULL;
  gboolean done;

  if (type == NULL)
    return troupe_fail (error, TROUPE_ERROR_FAILED, _("The change log names an unknown kind of record, “%s”"), change->object);
  if (change->before != NULL && (before = parse_record (batch->connection, type, change->before, error)) == NULL)
    return FALSE;
  done = troupe_edit_batch_apply (batch, type, change->object_id, before, error);
  g_clear_pointer (&before, troupe_record_unref);
  return done;
}

/* What it did to records, in the words of a label. */
static char *
describe_batch (const TroupeEditBatch *batch)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new ();

  /* what was changed first comes first: the batch has gone backwards */
  for (guint i = batch->touched->len; i > 0; i--)
    {
      const TroupeEditTouch *touch = batch->touched->pdata[i - 1];

      g_ptr_array_add (records, touch->after != NULL ? touch->after : touch->before);
    }
  return troupe_record_label_write_all (records);
}

/* Returns what was reverted. */
static char *
revert_changes (TroupeConnection  *connection,
                GPtrArray         *changes,
                GError           **error)
{
  const TroupeChange *first = changes->pdata[changes->len - 1];
  g_auto(TroupeEditBatch) batch = { 0 };

  troupe_edit_batch_init (&batch, connection, first->actor, first->batch);
  if (!troupe_connection_execute (connection, "PRAGMA defer_foreign_keys = ON", error))
    return NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!revert_change (&batch, changes->pdata[i], error))
      return NULL;
  return troupe_edit_batch_finish (&batch, error) ? describe_batch (&batch) : NULL;
}

typedef struct
{
  const char *find;      /* SQL */
  const char *nothing;   /* to say when nothing is found */
  gint64      since;
} Reversal;

static DexFuture *
revert_batch (TroupeConnection *connection,
              gpointer          data)
{
  const Reversal *reversal = data;
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, reversal->find);
  g_autoptr(GPtrArray) changes = NULL;
  GError *error = NULL;
  gint64 batch;
  char *label;

  troupe_query_bind_int (query, 1, reversal->since);
  if (!troupe_query_run_int (query, &batch, &error))
    return dex_future_new_for_error (error);
  if (batch == TROUPE_NONE)
    return dex_future_new_reject (TROUPE_ERROR, TROUPE_ERROR_NOT_FOUND, "%s", reversal->nothing);
  changes = list_changes (connection, batch, &error);
  label = changes != NULL ? revert_changes (connection, changes, &error) : NULL;
  return label != NULL ? dex_future_new_take_string (label) : dex_future_new_for_error (error);
}

static DexFuture *
revert (TroupeStore *self,
        const char  *find,
        const char  *nothing)
{
  Reversal *reversal = g_new (Reversal, 1);

  *reversal = (Reversal) { find, nothing, troupe_store_get_last_old_change (self) };
  return troupe_store_write (self, NULL, revert_batch, reversal, g_free);
}

DexFuture *
troupe_store_undo (TroupeStore *self)
{
  return revert (self, FIND_UNDO, _("Nothing to undo"));
}

DexFuture *
troupe_store_redo (TroupeStore *self)
{
  return revert (self, FIND_REDO, _("Nothing to redo"));
}
