#include "troupe-import-listing.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-import-span.h"
#include "troupe-money.h"
#include "troupe-text.h"

/* The file keeps every stretch of rows; a person reads so many, and memory stays bounded. */
#define LISTED_ROWS 50000

typedef struct
{
  TroupeQuery        *insert;
  TroupeImportResult *result;
} Listing;

gboolean
troupe_import_listing_refuse (const TroupeImport    *import,
                              const TroupeImportRow *row,
                              gint64                 more,
                              GError               **error)
{
  g_autoptr(GString) message = g_string_new (NULL);

  g_string_append_printf (message, _("%s, row %" PRId64), import->file_name, row->first_row);
  if (row->column != NULL)
    g_string_append_printf (message, _(", column “%s”"), row->column);
  g_string_append_printf (message, _(": %s."), row->reason != NULL ? row->reason : _("it cannot be read"));
  if (more > 0)
    g_string_append_printf (message, g_dngettext (GETTEXT_PACKAGE, " %" PRId64 " more row failed.",
                                                  " %" PRId64 " more rows failed.", more), more);
  g_string_append (message, _(" Nothing was imported. Mend the file, or import it without the rows that failed"));
  return troupe_fail (error, TROUPE_ERROR_INVALID, "%s", message->str);
}

static gboolean
write_row_cb (const TroupeImportRow  *fields,
              gpointer                data,
              GError                **error)
{
  Listing *listing = data;
  TroupeImportRow *row;

  troupe_query_bind_record (listing->insert, &TROUPE_IMPORT_ROW, fields);
  if (!troupe_query_run (listing->insert, error))
    return FALSE;
  if (listing->result->rows->len >= LISTED_ROWS)
    return TRUE;
  row = troupe_record_new (&TROUPE_IMPORT_ROW, fields, error);
  if (row != NULL)
    g_ptr_array_add (listing->result->rows, row);
  return row != NULL;
}

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b)
{
  const TroupeImportRow *one = a, *other = b;

  return (one->first_row > other->first_row) - (one->first_row < other->first_row);
}

static TroupeQuery *
prepare_insert (TroupeConnection *connection)
{
  /* a row may deserve two remarks */
  return troupe_connection_prepare (connection,
    "INSERT INTO import_row (import_id, first_row, last_row, outcome, \"column\", reason) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET "
    "last_row = max (last_row, excluded.last_row), reason = concat_ws ('; ', reason, excluded.reason)");
}

gboolean
troupe_import_listing_write_problems (TroupeConnection    *connection,
                                      TroupeLineSource    *source,
                                      gint64               import_id,
                                      TroupeImportResult  *result,
                                      GError             **error)
{
  g_autoptr(TroupeQuery) insert = prepare_insert (connection);
  Listing listing = { insert, result };
  GPtrArray *problems = troupe_line_source_get_problems (source);

  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      TroupeImportRow fields = *(const TroupeImportRow *) problems->pdata[i];

      fields.import_id = import_id;
      if (!write_row_cb (&fields, &listing, error))
        return FALSE;
    }
  return TRUE;
}

/* Of keys, and of Fresh by name, which is their first member. */
static int
compare_keys_cb (gconstpointer a,
                 gconstpointer b)
{
  guint64 one = *(const guint64 *) a, other = *(const guint64 *) b;

  return (one > other) - (one < other);
}

/* A file into empty months, as most are, has nothing to compare with. */
static gboolean
has_neighbours (TroupeConnection    *connection,
                const TroupeImport  *import,
                gboolean            *ret_neighbours,
                GError             **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT coalesce (sum (lines), 0) FROM month_total WHERE month BETWEEN ?1 AND ?2");
  gint64 lines;

  *ret_neighbours = FALSE;
  if (import->lines == 0)
    return TRUE;
  troupe_query_bind_month (query, 1, troupe_day_get_month (import->first_day));
  troupe_query_bind_month (query, 2, troupe_day_get_month (import->last_day));
  if (!troupe_query_run_int (query, &lines, error))
    return FALSE;
  *ret_neighbours = lines > import->lines;
  return TRUE;
}

/* A line of this import: its row is the remark's, its name the hash of where it lies and of its reference. */
typedef struct
{
  guint64  name;
  gint64   row;
  gint64   amount;
  gboolean told;    /* or there is nothing to tell */
} Fresh;

#define REFERENCES "SELECT month, account_id, kind, ref, coalesce (stated, amount), row, key, unit, import_id FROM line " \
                   "WHERE month BETWEEN ?1 AND ?2 AND ref IS NOT NULL AND import_id "
enum { MONTH, ACCOUNT_ID, KIND, REF, AMOUNT, ROW, KEY, UNIT, IMPORT_ID };

static guint64
hash_reference (TroupeQuery *query)
{
  guint64 hash = troupe_query_get_id (query, ACCOUNT_ID);

  for (int column = MONTH; column <= REF; column++)
    if (column != ACCOUNT_ID)
      {
        const char *text = troupe_query_get_text (query, column);
        hash = troupe_text_hash (text, strlen (text), hash);
      }
  return hash;
}

/* The lines of this import by name; of several with one reference none is it. */
static GArray *
list_fresh (TroupeConnection    *connection,
            const TroupeImport  *import,
            GError             **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, REFERENCES "= ?3 AND revision = 0");
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Fresh));

  troupe_import_span_bind (query, import);
  while (troupe_query_next (query))
    {
      Fresh fresh = { hash_reference (query), troupe_query_get_int (query, ROW), troupe_query_get_int (query, AMOUNT), FALSE };

      g_array_append_val (list, fresh);
    }
  if (!troupe_query_end (query, error))
    return NULL;
  g_array_sort (list, compare_keys_cb);
  for (guint i = 1; i < list->len; i++)
    {
      Fresh *one = &g_array_index (list, Fresh, i - 1), *next = one + 1;

      if (one->name == next->name)
        one->told = next->told = TRUE;
    }
  return g_steal_pointer (&list);
}

static gboolean
write_replaced (Listing             *listing,
                const TroupeImport  *import,
                const Fresh         *fresh,
                TroupeQuery         *query,
                GError             **error)
{
  g_autofree char *amount = troupe_decimal_format (troupe_query_get_int (query, AMOUNT), TROUPE_MICRO_PLACES, 0);
  g_autofree char *reason =
    g_strdup_printf (_("the reference %s was imported before with %s %s; if this row replaces it, withdraw import %" PRId64
                       " first"),
                     troupe_query_get_text (query, REF), amount, troupe_query_get_text (query, UNIT),
                     troupe_query_get_id (query, IMPORT_ID));
  TroupeImportRow fields;

  troupe_record_clear (&TROUPE_IMPORT_ROW, &fields);
  fields.import_id = import->id;
  fields.first_row = fields.last_row = fresh->row;
  fields.outcome = "warned";
  fields.reason = reason;
  return write_row_cb (&fields, listing, error);
}

/* A refund replaces nothing, nor does a line that was taken back mind being replaced. */
static Fresh *
find_replacing (GArray      *list,
                TroupeQuery *query)
{
  Fresh wanted = { .name = hash_reference (query) }, *fresh;
  gint64 amount = troupe_query_get_int (query, AMOUNT);
  guint place;

  if (!g_array_binary_search (list, &wanted, compare_keys_cb, &place))
    return NULL;
  fresh = &g_array_index (list, Fresh, place);
  return !fresh->told && amount != 0 && (amount < 0) == (fresh->amount < 0) ? fresh : NULL;
}

/* From behind, so that the first line of a key is what it states now. */
static gboolean
compare_references (TroupeConnection    *connection,
                    const TroupeImport  *import,
                    GArray              *known,
                    Listing             *listing,
                    GError             **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    REFERENCES "<> ?3 ORDER BY month DESC, account_id DESC, kind DESC, key DESC, revision DESC");
  g_autoptr(GArray) list = list_fresh (connection, import, error);
  gint64 last = 0;

  if (list == NULL)
    return FALSE;
  troupe_import_span_bind (query, import);
  while (troupe_query_next (query))
    {
      gint64 key = troupe_query_get_int (query, KEY);
      Fresh *fresh = key != last ? find_replacing (list, query) : NULL;

      last = key;
      if (fresh == NULL || g_array_binary_search (known, &key, compare_keys_cb, NULL))
        continue;
      fresh->told = TRUE;
      if (!write_replaced (listing, import, fresh, query, error))
        return FALSE;
    }
  return troupe_query_end (query, error);
}

gboolean
troupe_import_listing_write_replaced (TroupeConnection    *connection,
                                      const TroupeImport  *import,
                                      GArray              *known,
                                      TroupeImportResult  *result,
                                      GError             **error)
{
  g_autoptr(TroupeQuery) insert = prepare_insert (connection);
  Listing listing = { insert, result };
  gboolean neighbours;

  if (!has_neighbours (connection, import, &neighbours, error))
    return FALSE;
  g_array_sort (known, compare_keys_cb);
  return !neighbours || compare_references (connection, import, known, &listing, error);
}

gboolean
troupe_import_listing_write_rows (TroupeConnection    *connection,
                                  TroupeRowTally      *tally,
                                  gint64               import_id,
                                  TroupeImportResult  *result,
                                  GError             **error)
{
  g_autoptr(TroupeQuery) insert = prepare_insert (connection);
  Listing listing = { insert, result };

  if (!troupe_row_tally_each (tally, import_id, write_row_cb, &listing, error))
    return FALSE;
  g_ptr_array_sort_values (result->rows, compare_rows_cb);
  return TRUE;
}
