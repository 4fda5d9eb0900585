/* Private to the store: an import that has been made, and the months in which its lines lie. */
#pragma once

#include "troupe-connection.h"
#include "troupe-import.h"

G_BEGIN_DECLS

/* Parameters of LINES_OF_IMPORT: 1 and 2 the months, 3 the import. The evidence has no index by import,
 * which would cost every line; an import's days cover the months of its lines. */
#define TROUPE_LINES_OF_IMPORT "month BETWEEN ?1 AND ?2 AND import_id = ?3"

/* TROUPE_ERROR_NOT_FOUND when there is none. */
TroupeImport *troupe_import_span_load  (TroupeConnection    *connection,
                                        gint64               import_id,
                                        GError             **error);
/* Widens the days to all there are where they do not cover all lines, as in a document that somebody
 * else wrote. */
gboolean      troupe_import_span_check (TroupeConnection    *connection,
                                        TroupeImport        *import,
                                        GError             **error);
void          troupe_import_span_bind  (TroupeQuery         *query,
                                        const TroupeImport  *import);
/* Widens the days of import so that they cover month. */
void          troupe_import_span_widen (TroupeImport        *import,
                                        TroupeMonth          month);

/* It has been taken back, as a whole or by correction. */
gboolean      troupe_import_span_is_taken_back (TroupeConnection    *connection,
                                                const TroupeImport  *import,
                                                gboolean            *ret_taken_back,
                                                GError             **error);

G_END_DECLS
