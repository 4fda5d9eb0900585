/* Private to the store: what an import says about its rows. */
#pragma once

#include "troupe-connection.h"
#include "troupe-line-source.h"
#include "troupe-row-tally.h"

G_BEGIN_DECLS

/* The error for a file that is refused because of row and of more others. */
gboolean troupe_import_listing_refuse (const TroupeImport    *import,
                                       const TroupeImportRow *row,
                                       gint64                 more,
                                       GError               **error);

/* Write the source's own problems, and the rows that are not simply new, as rows of the import and list
 * them in result, by row. */
gboolean troupe_import_listing_write_problems (TroupeConnection      *connection,
                                               TroupeLineSource      *source,
                                               gint64                 import_id,
                                               TroupeImportResult    *result,
                                               GError               **error);
gboolean troupe_import_listing_write_rows     (TroupeConnection      *connection,
                                               TroupeRowTally        *tally,
                                               gint64                 import_id,
                                               TroupeImportResult    *result,
                                               GError               **error);
/* Remarks on new rows whose reference an earlier import has with another amount: what replaces what is
 * for people to say. known: keys (gint64) of the evidence that the file states again and so does not
 * replace; it is put in order. For files whose rows are counted, before write_rows. */
gboolean troupe_import_listing_write_replaced (TroupeConnection      *connection,
                                               const TroupeImport    *import,
                                               GArray                *known,
                                               TroupeImportResult    *result,
                                               GError               **error);

G_END_DECLS
