#include "troupe-import-listing.h"

#include <inttypes.h>
#include <glib/gi18n-lib.h>

#include "troupe-error.h"

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
