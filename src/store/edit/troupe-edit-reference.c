#include "troupe-edit-reference.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"
#include "troupe-record-label.h"
#include "troupe-record-noun.h"
#include "troupe-record-sql.h"

typedef struct
{
  char *table;
  char *column;
} Reference;

static void
clear_reference (gpointer data)
{
  Reference *self = data;

  g_free (self->table);
  g_free (self->column);
}

/* The columns that point to a table, or from one, with the table at the other end. */
static GArray *
list_references (TroupeConnection        *connection,
                 const char              *sql,
                 const TroupeRecordType  *type,
                 GError                 **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);
  g_autoptr(GArray) references = g_array_new (FALSE, FALSE, sizeof (Reference));

  g_array_set_clear_func (references, clear_reference);
  troupe_query_bind_text (query, 1, type->name);
  while (troupe_query_next (query))
    {
      Reference reference = { g_strdup (troupe_query_get_text (query, 0)), g_strdup (troupe_query_get_text (query, 1)) };

      g_array_append_val (references, reference);
    }
  return troupe_query_end (query, error) ? g_steal_pointer (&references) : NULL;
}

/* Whose "the account “x” has lines" is better than a row of totals. */
static char *
label_user (TroupeConnection *connection,
            const Reference  *reference,
            TroupeQuery      *found)
{
  const TroupeRecordType *type = troupe_record_find_type (reference->table);
  g_autoptr(TroupeQuery) query = NULL;
  gpointer record = NULL;
  char *label;

  if (type == NULL)
    return g_strdup (_("lines of evidence"));
  query = troupe_record_sql_select (connection, type, "WHERE id = ?1");
  troupe_query_bind_id (query, 1, troupe_query_get_id (found, 0));
  if (troupe_query_next (query))
    record = troupe_query_read_record (query, type);
  label = record != NULL ? troupe_record_label_write (record) : g_strdup (troupe_record_type_get_noun (type));
  g_clear_pointer (&record, troupe_record_unref);
  return label;
}

static gboolean
check_user (TroupeConnection       *connection,
            const Reference        *reference,
            const TroupeEditTouch  *touch,
            GError                **error)
{
  const char *id = troupe_record_find_type (reference->table) != NULL ? "id" : "1";
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"%s\" = ?1 LIMIT 1",
                                          id, reference->table, reference->column);
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);
  g_autofree char *user = NULL, *label = NULL;

  troupe_query_bind_id (query, 1, touch->id);
  if (!troupe_query_next (query))
    return troupe_query_end (query, error);
  user = label_user (connection, reference, query);
  label = troupe_record_label_write (touch->before);
  return troupe_fail (error, TROUPE_ERROR_INVALID, _("You cannot remove %s, because %s still refers to it"), label, user);
}

gboolean
troupe_edit_reference_check_removed (TroupeConnection       *connection,
                                     const TroupeEditTouch  *touch,
                                     GError                **error)
{
  g_autoptr(GArray) references = list_references (connection,
    "SELECT child.name, link.\"from\" FROM sqlite_schema AS child, pragma_foreign_key_list (child.name) AS link"
    " WHERE child.type = 'table' AND link.\"table\" = ?1 AND link.on_delete = 'NO ACTION'"
    " ORDER BY child.name = 'month_total' DESC, child.rowid", touch->type, error);

  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    if (!check_user (connection, &g_array_index (references, Reference, i), touch, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_target (TroupeConnection       *connection,
              const Reference        *reference,
              const TroupeEditTouch  *touch,
              GError                **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?1", reference->table);
  g_autofree char *label = NULL;
  g_autoptr(TroupeQuery) query = NULL;
  gint64 id = troupe_record_get_int (touch->after, troupe_record_find_field (touch->type, reference->column));
  gint64 found;

  if (id == 0)
    return TRUE;
  query = troupe_connection_prepare (connection, sql);
  troupe_query_bind_id (query, 1, id);
  if (!troupe_query_run_int (query, &found, error))
    return FALSE;
  if (found == 1)
    return TRUE;
  label = troupe_record_label_write (touch->after);
  return troupe_fail (error, TROUPE_ERROR_INVALID,
                      _("The %s of %s is %" PRId64 ", but there is no such %s"),
                      troupe_field_get_noun (troupe_record_find_field (touch->type, reference->column)), label, id,
                      troupe_record_type_get_noun (troupe_record_find_type (reference->table)));
}

gboolean
troupe_edit_reference_check_saved (TroupeConnection       *connection,
                                   const TroupeEditTouch  *touch,
                                   GError                **error)
{
  g_autoptr(GArray) references = list_references (connection,
    "SELECT \"table\", \"from\" FROM pragma_foreign_key_list (?1)", touch->type, error);

  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    if (!check_target (connection, &g_array_index (references, Reference, i), touch, error))
      return FALSE;
  return TRUE;
}
