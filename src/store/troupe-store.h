/* The agency file.
 *
 * One SQLite connection on one thread of its own; every function below and in the headers beside it
 * queues its work there and returns a DexFuture that resolves on the caller's side. One process at
 * a time writes a file; others read it. */
#pragma once

#include <libdex.h>

#include "troupe-agency.h"
#include "troupe-clock.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_STORE (troupe_store_get_type ())
G_DECLARE_FINAL_TYPE (TroupeStore, troupe_store, TROUPE, STORE, GObject)

typedef enum
{
  TROUPE_STORE_WRITE,         /* fails with TROUPE_ERROR_IN_USE while another process holds the file */
  TROUPE_STORE_READ,
  TROUPE_STORE_WRITE_OR_READ, /* read-only when another process holds the file, or it cannot be written */
} TroupeStoreMode;

/* A new file with this agency (or NULL: without any record, for load). Refuses an existing path.
 * The clock is copied. Resolves to a TroupeStore. */
DexFuture  *troupe_store_create       (const char         *path,
                                       TroupeAgency       *agency,
                                       const TroupeClock  *clock) G_GNUC_WARN_UNUSED_RESULT;

/* Migrates an older file after copying it. Each way in which a file can be wrong has its own error
 * and leaves it untouched: NOT_FOUND, IN_USE, NEWER, DAMAGED (truncated), FORMAT (no agency file),
 * READ_ONLY (permission). Resolves to a TroupeStore. */
DexFuture  *troupe_store_open         (const char         *path,
                                       TroupeStoreMode     mode,
                                       const TroupeClock  *clock) G_GNUC_WARN_UNUSED_RESULT;

/* Waits for what is queued and closes the file. Resolves to true. Forgetting the last reference
 * closes it as well, without waiting. */
DexFuture  *troupe_store_close        (TroupeStore        *self) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a file that was made and could not be finished: it is removed, with the log beside it. */
DexFuture  *troupe_store_discard      (TroupeStore        *self) G_GNUC_WARN_UNUSED_RESULT;

const char *troupe_store_get_path     (TroupeStore        *self);
gboolean    troupe_store_is_read_only (TroupeStore        *self);

/* Signal "changed": emitted on the main context after a transaction of this store has changed the file,
 * and by one that is read-only soon after whoever writes the file has changed it. */

G_END_DECLS
