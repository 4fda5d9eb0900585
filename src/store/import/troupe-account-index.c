#include "troupe-account-index.h"

#include <string.h>

#include "troupe-account.h"
#include "troupe-change-log.h"
#include "troupe-record-sql.h"
#include "troupe-text.h"

/* What is looked for. */
typedef struct
{
  const char *platform;
  const char *handle;
} Key;

/* Where the file names an account. */
typedef struct
{
  TroupeAccountPlace first;
  gint64             last_row;   /* of the last stretch */
} Place;

typedef struct
{
  Key      key;       /* its handle follows in the same piece of memory, which saves a miss of the cache a line */
  char    *name;      /* of a new one */
  Place   *place;     /* of one without a creator */
  gint64   id;
  gboolean named;     /* by a line of this import */
  gboolean waiting;
  char     handle[];
} Entry;

struct _TroupeAccountIndex
{
  TroupeConnection *connection;
  GStringChunk     *platforms;
  GHashTable       *entries;   /* of Entry, which begins with its Key */
  GHashTable       *unknown;   /* id of an Entry without a creator, to it; the id is the entry's own */
  GPtrArray        *added;     /* Entry */
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->handle) * 31 + g_str_hash (key->platform);
}

static gboolean
keys_equal (gconstpointer a,
            gconstpointer b)
{
  const Key *one = a, *other = b;

  return g_str_equal (one->handle, other->handle) && g_str_equal (one->platform, other->platform);
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->name);
  g_free (entry->place);
  g_free (entry);
}

static Entry *
add (TroupeAccountIndex *self,
     gint64              id,
     const char         *platform,
     const char         *handle,
     gboolean            unknown)
{
  gsize size = strlen (handle) + 1;
  Entry *entry = g_malloc0 (sizeof *entry + size);

  entry->key = (Key) { g_string_chunk_insert_const (self->platforms, platform), memcpy (entry->handle, handle, size) };
  entry->id = id;
  g_hash_table_add (self->entries, entry);
  if (!unknown)
    return entry;
  entry->place = g_new0 (Place, 1);
  entry->place->first.account_id = id;
  g_hash_table_insert (self->unknown, &entry->id, entry);
  return entry;
}

TroupeAccountIndex *
troupe_account_index_load (TroupeConnection *connection,
                           GError          **error)
{
  g_autoptr(TroupeQuery) query =
    troupe_connection_prepare (connection, "SELECT id, platform, handle, creator_id FROM account");
  g_autoptr(TroupeAccountIndex) self = g_new0 (TroupeAccountIndex, 1);

  self->connection = connection;
  self->platforms = g_string_chunk_new (256);
  self->entries = g_hash_table_new_full (hash_key, keys_equal, free_entry, NULL);
  self->unknown = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->added = g_ptr_array_new ();

  while (troupe_query_next (query))
    add (self, troupe_query_get_id (query, 0), troupe_query_get_text (query, 1), troupe_query_get_text (query, 2),
         troupe_query_get_id (query, 3) == 0);
  return troupe_query_end (query, error) ? g_steal_pointer (&self) : NULL;
}

void
troupe_account_index_free (TroupeAccountIndex *self)
{
  g_ptr_array_unref (self->added);
  g_hash_table_unref (self->unknown);
  g_hash_table_unref (self->entries);
  g_string_chunk_free (self->platforms);
  g_free (self);
}

/* Rows come in the order of the file, several times where one gives several lines. */
static void
note_row (Place  *self,
          gint64  row)
{
  gboolean goes_on = self->first.stretches > 0 && (row == self->last_row || row == self->last_row + 1);

  if (!goes_on && self->first.stretches++ == 0)
    self->first.first_row = row;
  if (self->first.stretches == 1)
    self->first.last_row = row;
  self->last_row = row;
}

gboolean
troupe_account_index_find (TroupeAccountIndex      *self,
                           const TroupeStagedLine  *line,
                           gint64                  *ret_id,
                           GError                 **error)
{
  Key wanted = { line->platform, line->handle };
  Entry *found = g_hash_table_lookup (self->entries, &wanted);
  g_autofree char *handle = NULL;

  if (found == NULL)
    {
      wanted.handle = handle = troupe_text_clean (line->handle);
      found = g_hash_table_lookup (self->entries, &wanted);
    }
  if (found == NULL)
    {
      if (!troupe_sequence_take (self->connection, 1, ret_id, error))
        return FALSE;
      found = add (self, *ret_id, line->platform, handle, TRUE);
      found->name = g_strdup (line->account_name);
      g_ptr_array_add (self->added, found);
    }
  found->named = TRUE;
  if (found->place != NULL)
    note_row (found->place, line->row);
  *ret_id = found->id;
  return TRUE;
}

void
troupe_account_index_count (TroupeAccountIndex *self,
                            TroupeImportResult *result)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const Entry *entry = key;

      result->n_accounts += entry->named;
      result->n_known += entry->named && !troupe_account_index_is_unknown (self, entry->id);
    }
}

static gboolean
insert (TroupeAccountIndex *self,
        const Entry        *entry,
        gint64              import_id,
        GError            **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_insert (self->connection, &TROUPE_ACCOUNT);
  g_autoptr(TroupeAccount) account = NULL;
  TroupeAccount fields;

  troupe_record_clear (&TROUPE_ACCOUNT, &fields);
  fields.id = entry->id;
  fields.platform = entry->key.platform;
  fields.handle = entry->key.handle;
  fields.name = entry->name;
  fields.import_id = import_id;
  account = troupe_record_new (&TROUPE_ACCOUNT, &fields, error);
  if (account == NULL)
    return FALSE;
  troupe_query_bind_record (query, &TROUPE_ACCOUNT, account);
  return troupe_query_run (query, error);
}

gboolean
troupe_account_index_insert_new (TroupeAccountIndex *self,
                                 gint64              import_id,
                                 GError            **error)
{
  for (guint i = 0; i < self->added->len; i++)
    if (!insert (self, g_ptr_array_index (self->added, i), import_id, error))
      return FALSE;
  return TRUE;
}

gboolean
troupe_account_index_is_unknown (TroupeAccountIndex *self,
                                 gint64              id)
{
  return g_hash_table_contains (self->unknown, &id);
}

void
troupe_account_index_set_waiting (TroupeAccountIndex *self,
                                  gint64              id)
{
  Entry *entry = g_hash_table_lookup (self->unknown, &id);

  entry->waiting = TRUE;
}

static int
compare_ids_cb (gconstpointer a,
                gconstpointer b)
{
  gint64 one = troupe_record_get_id (a), other = troupe_record_get_id (b);

  return (one > other) - (one < other);
}

static gboolean
add_totals (TroupeQuery         *query,
            gint64               account_id,
            TroupeImportResult  *result,
            GError             **error)
{
  troupe_query_bind_id (query, 1, account_id);
  while (troupe_query_next (query))
    {
      TroupeWaitingTotal total = {
        .account_id = account_id,
        .unit = g_intern_string (troupe_query_get_text (query, 0)),
        .amount = troupe_query_get_int (query, 1),
        .lines = troupe_query_get_int (query, 2),
      };

      g_array_append_val (result->waiting, total);
    }
  return troupe_query_end (query, error);
}

gboolean
troupe_account_index_add_waiting (TroupeAccountIndex *self,
                                  TroupeImportResult *result,
                                  GError            **error)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (self->connection, &TROUPE_ACCOUNT, "WHERE id = ?1");
  g_autoptr(TroupeQuery) totals = troupe_connection_prepare (self->connection,
    "SELECT unit, sum (amount), sum (lines) FROM month_total WHERE account_id = ?1 GROUP BY unit ORDER BY unit");
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->unknown);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Entry *entry = value;

      if (!entry->waiting)
        continue;
      g_array_append_val (result->places, entry->place->first);
      troupe_query_bind_id (query, 1, entry->id);
      if (troupe_query_next (query))
        g_ptr_array_add (result->accounts, troupe_query_read_record (query, &TROUPE_ACCOUNT));
      if (!troupe_query_end (query, error) || !add_totals (totals, entry->id, result, error))
        return FALSE;
    }
  g_ptr_array_sort_values (result->accounts, compare_ids_cb);
  return TRUE;
}
