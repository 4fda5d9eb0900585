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

/* Writes the rows that are not simply new, and the source's own problems, as rows of result->import
 * (import_id while that is 0), and lists them in result. */
gboolean troupe_import_listing_write  (TroupeConnection      *connection,
                                       TroupeRowTally        *tally,
                                       TroupeLineSource      *source,
                                       TroupeImportResult    *result,
                                       gint64                 import_id,
                                       GError               **error);

G_END_DECLS
