/* Private to the store: the same money in two kinds of file. */
#pragma once

#include "troupe-connection.h"
#include "troupe-import.h"

G_BEGIN_DECLS

/* After the lines of import have been written. TROUPE_ERROR_INVALID when an account has lines in one of its months from
 * a file of one of these profiles, NULL-ended or NULL: they would count twice. */
gboolean troupe_import_rival_check (TroupeConnection    *connection,
                                    const TroupeImport  *import,
                                    const char *const   *profiles,
                                    GError             **error);

G_END_DECLS
