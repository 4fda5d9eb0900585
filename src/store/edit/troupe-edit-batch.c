#include "troupe-edit-batch.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-change-log.h"
#include "troupe-edit-effect.h"
#include "troupe-edit-rule.h"
#include "troupe-error.h"
#include "troupe-record-noun.h"
#include "troupe-record-sql.h"

static void
touch_free (gpointer data)
{
  TroupeEditTouch *self = data;

  g_clear_pointer (&self->before, troupe_record_unref);
  g_clear_pointer (&self->after, troupe_record_unref);
  g_free (self);
}

void
troupe_edit_batch_init (TroupeEditBatch  *self,
                        TroupeConnection *connection,
                        const char       *actor,
                        gint64            undo_of)
{
  *self = (TroupeEditBatch) { connection, actor, 0, undo_of, 0, g_ptr_array_new_with_free_func (touch_free) };
}

void
troupe_edit_batch_clear (TroupeEditBatch *self)
{
  g_clear_pointer (&self->touched, g_ptr_array_unref);
}

static gboolean
read_before (TroupeEditBatch  *self,
             TroupeEditTouch  *touch,
             GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (self->connection, touch->type, "WHERE id = ?1");

  troupe_query_bind_id (query, 1, touch->id);
  if (troupe_query_next (query))
    touch->before = troupe_query_read_record (query, touch->type);
  return troupe_query_end (query, error);
}

static char *
read_json (TroupeEditBatch        *self,
           const TroupeEditTouch  *touch,
           GError                **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select_json (self->connection, touch->type, "WHERE id = ?1");
  g_autofree char *json = NULL;

  troupe_query_bind_id (query, 1, touch->id);
  if (troupe_query_next (query))
    json = g_strdup (troupe_query_get_text (query, 0));
  return troupe_query_end (query, error) ? g_steal_pointer (&json) : NULL;
}

static gboolean
write_after (TroupeEditBatch  *self,
             TroupeEditTouch  *touch,
             GError          **error)
{
  g_autoptr(TroupeQuery) query = NULL;

  if (touch->after != NULL)
    {
      query = troupe_record_sql_replace (self->connection, touch->type);
      troupe_query_bind_record (query, touch->type, touch->after);
    }
  else
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?1", touch->type->name);

      query = troupe_connection_prepare (self->connection, sql);
      troupe_query_bind_id (query, 1, touch->id);
    }
  return troupe_query_run (query, error);
}

static gboolean
append_log (TroupeEditBatch       *self,
            const TroupeEditTouch *touch,
            const char            *before,
            const char            *after,
            GError               **error)
{
  TroupeChange change;

  troupe_record_clear (&TROUPE_CHANGE, &change);
  change.actor = self->actor;
  change.action = before == NULL ? "insert" : after == NULL ? "delete" : "update";
  change.object = touch->type->name;
  change.object_id = touch->id;
  change.before = before;
  change.after = after;
  change.batch = self->id;
  change.undo_of = self->undo_of;
  if (!troupe_change_log_append (self->connection, &change, error))
    return FALSE;
  self->id = change.batch;
  return TRUE;
}

/* A record that nobody reserved an id for gets the next; one that brings its own keeps it for good. */
static gboolean
settle_id (TroupeEditBatch  *self,
           TroupeEditTouch  *touch,
           GError          **error)
{
  if (touch->id == 0)
    return troupe_sequence_take (self->connection, 1, &touch->id, error);
  return touch->before != NULL || troupe_sequence_pass (self->connection, touch->id, error);
}

static gpointer
copy_with_id (const TroupeEditTouch *touch,
              gconstpointer          fields)
{
  g_autofree gpointer copy = g_memdup2 (fields, touch->type->size);

  troupe_field_set_int (&touch->type->fields[0], copy, touch->id);
  return troupe_record_copy (touch->type, copy);
}

static gboolean
change_record (TroupeEditBatch  *self,
               TroupeEditTouch  *touch,
               GError          **error)
{
  g_autofree char *before = NULL, *after = NULL;

  if (touch->before != NULL && (before = read_json (self, touch, error)) == NULL)
    return FALSE;
  if (!troupe_edit_rule_allow (self->connection, touch, error) || !write_after (self, touch, error))
    return FALSE;
  if (touch->after != NULL && (after = read_json (self, touch, error)) == NULL)
    return FALSE;
  return append_log (self, touch, before, after, error) &&
         troupe_edit_effect_apply (self->connection, touch, error);
}

gboolean
troupe_edit_batch_apply (TroupeEditBatch         *self,
                         const TroupeRecordType  *type,
                         gint64                   id,
                         gconstpointer            fields,
                         GError                 **error)
{
  TroupeEditTouch *touch = g_new0 (TroupeEditTouch, 1);

  touch->type = type;
  touch->id = id;
  g_ptr_array_add (self->touched, touch);
  if (!troupe_edit_rule_allow_type (type, error) || !read_before (self, touch, error))
    return FALSE;
  if (fields == NULL && touch->before == NULL)
    return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no %s %" PRId64),
                        troupe_record_type_get_noun (type), id);
  if (fields != NULL && !settle_id (self, touch, error))
    return FALSE;
  if (fields != NULL)
    touch->after = copy_with_id (touch, fields);
  if (self->touched->len == 1)
    self->first = touch->id;
  if (touch->before != NULL && touch->after != NULL && troupe_record_equal (touch->before, touch->after))
    return TRUE;
  return change_record (self, touch, error);
}

gboolean
troupe_edit_batch_finish (TroupeEditBatch  *self,
                          GError          **error)
{
  for (guint i = 0; i < self->touched->len; i++)
    if (!troupe_edit_rule_confirm (self->connection, self->touched->pdata[i], error))
      return FALSE;
  return TRUE;
}
