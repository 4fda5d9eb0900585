#include "troupe-imported-lines.h"

#include "troupe-import-span.h"
#include "troupe-record-sql.h"
#include "troupe-store-private.h"

/* The identity of a line, and its row in the file. */
typedef struct
{
  gint64      account_id;
  gint64      key;
  const char *kind;        /* interned */
  guint32     row;
  guint32     month;
  guint32     revision;
} Place;

struct _TroupeImportedLines
{
  GArray *places;
};

G_DEFINE_BOXED_TYPE (TroupeImportedLines, troupe_imported_lines, troupe_imported_lines_ref, troupe_imported_lines_unref)

TroupeImportedLines *
troupe_imported_lines_ref (TroupeImportedLines *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  g_array_unref (((TroupeImportedLines *) data)->places);
}

void
troupe_imported_lines_unref (TroupeImportedLines *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}

guint
troupe_imported_lines_get_size (TroupeImportedLines *self)
{
  return self->places->len;
}

/* --- finding ------------------------------------------------------------------------------------- */

static int
compare_rows_cb (gconstpointer a,
                 gconstpointer b)
{
  const Place *one = a, *other = b;

  return (one->row > other->row) - (one->row < other->row);
}

/* One walk through the evidence in its own order; the sort keeps that among the lines of a row. */
static DexFuture *
find_lines (TroupeConnection *connection,
            gpointer          data)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection,
    "SELECT account_id, key, kind, row, month, revision FROM line WHERE " TROUPE_LINES_OF_IMPORT
    " ORDER BY month, account_id, kind, key, revision");
  g_autoptr(TroupeImportedLines) lines = g_atomic_rc_box_new0 (TroupeImportedLines);
  GError *error = NULL;
  g_autoptr(TroupeImport) import = troupe_import_span_load (connection, *(gint64 *) data, &error);

  lines->places = g_array_new (FALSE, FALSE, sizeof (Place));
  if (import == NULL)
    return dex_future_new_for_error (error);
  troupe_import_span_bind (query, import);
  while (troupe_query_next (query))
    {
      Place place = {
        .account_id = troupe_query_get_id (query, 0),
        .key = troupe_query_get_int (query, 1),
        .kind = g_intern_string (troupe_query_get_text (query, 2)),
        .row = (guint32) troupe_query_get_int (query, 3),
        .month = (guint32) troupe_query_get_month (query, 4),
        .revision = (guint32) troupe_query_get_int (query, 5),
      };

      g_array_append_val (lines->places, place);
    }
  if (!troupe_query_end (query, &error))
    return dex_future_new_for_error (error);
  g_array_sort (lines->places, compare_rows_cb);
  return dex_future_new_take_boxed (TROUPE_TYPE_IMPORTED_LINES, g_steal_pointer (&lines));
}

DexFuture *
troupe_store_find_imported (TroupeStore  *self,
                            gint64        import_id,
                            GCancellable *cancellable)
{
  return troupe_store_read (self, cancellable, find_lines, g_memdup2 (&import_id, sizeof import_id), g_free);
}

/* --- reading ------------------------------------------------------------------------------------- */

typedef struct
{
  TroupeImportedLines *lines;
  guint                first;
  guint                n;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  troupe_imported_lines_unref (page->lines);
  g_free (page);
}

static gboolean
read_line (TroupeQuery  *query,
           const Place  *place,
           GPtrArray    *lines,
           GError      **error)
{
  troupe_query_bind_month (query, 1, place->month);
  troupe_query_bind_id (query, 2, place->account_id);
  troupe_query_bind_text (query, 3, place->kind);
  troupe_query_bind_int (query, 4, place->key);
  troupe_query_bind_int (query, 5, place->revision);
  if (troupe_query_next (query))
    g_ptr_array_add (lines, troupe_query_read_record (query, &TROUPE_LINE));
  return troupe_query_end (query, error);
}

static DexFuture *
read_lines (TroupeConnection *connection,
            gpointer          data)
{
  g_autoptr(TroupeQuery) query = troupe_record_sql_select (connection, &TROUPE_LINE,
    "WHERE month = ?1 AND account_id = ?2 AND kind = ?3 AND key = ?4 AND revision = ?5");
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (troupe_record_unref);
  const Page *page = data;
  GArray *places = page->lines->places;
  GError *error = NULL;

  for (guint i = page->first; i < places->len && i - page->first < page->n; i++)
    if (!read_line (query, &g_array_index (places, Place, i), lines, &error))
      return dex_future_new_for_error (error);
  return dex_future_new_take_boxed (G_TYPE_PTR_ARRAY, g_steal_pointer (&lines));
}

DexFuture *
troupe_store_read_imported (TroupeStore         *self,
                            TroupeImportedLines *lines,
                            guint                first,
                            guint                n)
{
  Page *page = g_new (Page, 1);

  *page = (Page) { troupe_imported_lines_ref (lines), first, n };
  return troupe_store_read (self, NULL, read_lines, page, page_free);
}
