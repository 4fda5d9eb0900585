#include "troupe-load-places.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-edit-scope.h"
#include "troupe-error.h"
#include "troupe-record-noun.h"

struct _TroupeLoadPlaces
{
  TroupeConnection *connection;
  GHashTable       *references;   /* of a record type: the fields that refer to others */
  GHashTable       *places;       /* by "term 5" of a rule, by "term.contract_id=4" of a record that wants another */
};

TroupeLoadPlaces *
troupe_load_places_new (TroupeConnection *connection)
{
  TroupeLoadPlaces *self = g_new (TroupeLoadPlaces, 1);

  self->connection = connection;
  self->references = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
troupe_load_places_free (TroupeLoadPlaces *self)
{
  g_hash_table_unref (self->references);
  g_hash_table_unref (self->places);
  g_free (self);
}

static GPtrArray *
list_references (TroupeLoadPlaces        *self,
                 const TroupeRecordType  *type,
                 GError                 **error)
{
  GPtrArray *fields = g_hash_table_lookup (self->references, type);
  g_autoptr(TroupeQuery) query = NULL;

  if (fields != NULL)
    return fields;
  query = troupe_connection_prepare (self->connection, "SELECT \"from\" FROM pragma_foreign_key_list (?1)");
  fields = g_ptr_array_new ();
  troupe_query_bind_text (query, 1, type->name);
  while (troupe_query_next (query))
    g_ptr_array_add (fields, (gpointer) troupe_record_find_field (type, troupe_query_get_text (query, 0)));
  g_hash_table_insert (self->references, (gpointer) type, fields);
  return troupe_query_end (query, error) ? fields : NULL;
}

static void
keep (TroupeLoadPlaces        *self,
      char                    *key,
      const TroupeRecordPlace *place)
{
  if (g_hash_table_contains (self->places, key))
    g_free (key);
  else
    g_hash_table_insert (self->places, key, g_memdup2 (place, sizeof *place));
}

static char *
write_reference (const TroupeRecordType *type,
                 const TroupeField      *field,
                 gconstpointer           fields)
{
  if (field->kind == TROUPE_FIELD_TEXT)
    return g_strdup_printf ("%s.%s=%s", type->name, field->name, troupe_record_get_text (fields, field));
  return g_strdup_printf ("%s.%s=%" PRId64, type->name, field->name, troupe_record_get_int (fields, field));
}

static gboolean
is_rule (const TroupeRecordType *type)
{
  for (const TroupeEditScope *scope = TROUPE_EDIT_SCOPES; scope->type != NULL; scope++)
    if (scope->dated && scope->type == type)
      return TRUE;
  return FALSE;
}

gboolean
troupe_load_places_note (TroupeLoadPlaces         *self,
                         gconstpointer             fields,
                         const TroupeRecordPlace  *place,
                         GError                  **error)
{
  GPtrArray *references;

  if (is_rule (place->type))
    keep (self, g_strdup_printf ("%s %" PRId64, place->type->name, place->id), place);
  /* in the document's usual order nothing ever waits, and nothing is kept */
  if (!troupe_connection_has_dangling (self->connection))
    return TRUE;
  references = list_references (self, place->type, error);
  if (references == NULL)
    return FALSE;
  for (guint i = 0; i < references->len; i++)
    if (!troupe_field_is_empty (references->pdata[i], fields))
      keep (self, write_reference (place->type, references->pdata[i], fields), place);
  return TRUE;
}

void
troupe_load_places_note_lines (TroupeLoadPlaces        *self,
                               gint64                   account_id,
                               const TroupeRecordPlace *first)
{
  if (troupe_connection_has_dangling (self->connection))
    keep (self, g_strdup_printf ("line.account_id=%" PRId64, account_id), first);
}

const TroupeRecordPlace *
troupe_load_places_find_rule (TroupeLoadPlaces       *self,
                              const TroupeRecordType *type,
                              gint64                  id)
{
  g_autofree char *key = g_strdup_printf ("%s %" PRId64, type->name, id);

  return g_hash_table_lookup (self->places, key);
}

/* The value for which the foreign key's parent has no row. */
static char *
find_missing (TroupeLoadPlaces  *self,
              const char        *table,
              const char        *column,
              const char        *parent,
              GError           **error)
{
  const char *key = troupe_record_find_type (parent)->fields[0].name;
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" NOT IN (SELECT \"%s\" FROM \"%s\") LIMIT 1",
                                          column, table, column, key, parent);
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection, sql);
  g_autofree char *value = NULL;

  if (troupe_query_next (query))
    value = g_strdup (troupe_query_get_text (query, 0));
  return troupe_query_end (query, error) ? g_steal_pointer (&value) : NULL;
}

static gboolean
fail_reference (TroupeLoadPlaces  *self,
                TroupeQuery       *found,
                const char        *document,
                GError           **error)
{
  const char *table = troupe_query_get_text (found, 0), *column = troupe_query_get_text (found, 1);
  const char *parent = troupe_query_get_text (found, 2);
  g_autofree char *value = find_missing (self, table, column, parent, error);
  g_autofree char *key = NULL;
  const TroupeRecordPlace *place;

  if (value == NULL)
    return FALSE;
  key = g_strdup_printf ("%s.%s=%s", table, column, value);
  place = g_hash_table_lookup (self->places, key);
  troupe_fail (error, TROUPE_ERROR_INVALID,
               _("“%s” is %s, but the document has no such record (%s). Add it, or correct “%s”."),
               column, value, troupe_record_type_get_noun (troupe_record_find_type (parent)), column);
  return place != NULL && troupe_record_place_prefix (place, document, error);
}

gboolean
troupe_load_places_fail_dangling (TroupeLoadPlaces  *self,
                                  const char        *document,
                                  GError           **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (self->connection,
    "SELECT replace (wrong.\"table\", 'month_total', 'line'), key.\"from\", key.\"table\" FROM pragma_foreign_key_check AS wrong"
    " JOIN pragma_foreign_key_list (wrong.\"table\") AS key ON key.id = wrong.fkid LIMIT 1");

  if (troupe_query_next (query))
    return fail_reference (self, query, document, error);
  return troupe_query_end (query, error);
}
