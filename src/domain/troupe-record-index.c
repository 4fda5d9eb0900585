#include "troupe-record-index.h"

/* The first member after the type is the id in every record that has one. */
typedef struct
{
  const TroupeRecordType *type;
  gint64                  id;
} Head;

GHashTable *
troupe_record_index_new (GPtrArray *records)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, troupe_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      Head *record = g_ptr_array_index (records, i);

      g_assert (record->id == troupe_record_get_id (record));
      g_hash_table_replace (index, &record->id, troupe_record_ref (record));
    }
  return index;
}

gpointer
troupe_record_index_find (GHashTable *index,
                          gint64      id)
{
  return g_hash_table_lookup (index, &id);
}
