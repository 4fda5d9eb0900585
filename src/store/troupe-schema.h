/* Private to the store: the file's shape, version by version.
 *
 * Step n makes version n from version n - 1; PRAGMA user_version says how far a file has come. */
#pragma once

#include "troupe-connection.h"

G_BEGIN_DECLS

/* What PRAGMA application_id of every agency file says: "Trpe". */
#define TROUPE_SCHEMA_APPLICATION 0x54727065

/* The SQL of every step, from data/schema/NNN-noun.sql. */
char   **troupe_schema_load    (void);

/* Takes the file from its version to that of steps, one transaction each. */
gboolean troupe_schema_migrate (TroupeConnection   *connection,
                                const char *const  *steps,
                                GError            **error);

G_END_DECLS
