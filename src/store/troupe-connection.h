/* Private to the store: the only door to SQLite.
 *
 * A connection lives on the store's thread; every function asserts that. A query keeps its first
 * failure, so that binding and stepping read without checks: troupe_query_end() or _run() tells it,
 * in words for a clerk. Parameters count from 1 and are written ?1, ?2; columns count from 0. */
#pragma once

#include <gio/gio.h>

#include "troupe-clock.h"
#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct _TroupeConnection TroupeConnection;
typedef struct _TroupeQuery TroupeQuery;

/* path is absolute; there must be an SQLite file, or an empty one, that the caller has looked at. */
TroupeConnection *
              troupe_connection_open            (const char *path, gboolean read_only, const TroupeClock *clock,
                                                 GError **error);
/* Must not have queries out. */
void          troupe_connection_close           (TroupeConnection *self);
gint64        troupe_connection_get_time        (TroupeConnection *self);
gboolean      troupe_connection_is_read_only    (TroupeConnection *self);
/* Several statements at once, without parameters. */
gboolean      troupe_connection_execute         (TroupeConnection *self, const char *sql, GError **error);
/* BEGIN IMMEDIATE, or a savepoint inside a transaction; each begin has one commit or rollback. */
gboolean      troupe_connection_begin           (TroupeConnection *self, GError **error);
gboolean      troupe_connection_commit          (TroupeConnection *self, GError **error);
void          troupe_connection_rollback        (TroupeConnection *self);
/* Rows that the last statement changed. */
gint64        troupe_connection_get_changes     (TroupeConnection *self);
/* Room for pages; 0 for the usual. Bulk work that jumps about wants 48. */
void          troupe_connection_set_cache       (TroupeConnection *self, int mebibytes);
/* Long statements end with TROUPE_ERROR_CANCELLED when it is cancelled. NULL: none. */
void          troupe_connection_set_cancellable (TroupeConnection *self, GCancellable *cancellable);
/* For loops of short statements. */
gboolean      troupe_connection_check_cancelled (TroupeConnection *self, GError **error);
/* Whether records wait for others that they refer to, where that is checked at the end. */
gboolean      troupe_connection_has_dangling    (TroupeConnection *self);

/* Taken from the connection's cache; free puts it back. Never NULL. */
TroupeQuery  *troupe_connection_prepare         (TroupeConnection *self, const char *sql) G_GNUC_WARN_UNUSED_RESULT;
void          troupe_query_free                 (TroupeQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeQuery, troupe_query_free)

/* No value (0 for an id, else TROUPE_NONE or NULL) is NULL. Text is borrowed until the query ends. */
void          troupe_query_bind_int             (TroupeQuery *self, int parameter, gint64 value);
void          troupe_query_bind_id              (TroupeQuery *self, int parameter, gint64 id);
void          troupe_query_bind_text            (TroupeQuery *self, int parameter, const char *text);
void          troupe_query_bind_day             (TroupeQuery *self, int parameter, TroupeDay day);
void          troupe_query_bind_month           (TroupeQuery *self, int parameter, TroupeMonth month);
void          troupe_query_bind_time            (TroupeQuery *self, int parameter, gint64 seconds);
/* A member of a record's struct, or all of them as parameters 1, 2, … in the order of the table. */
void          troupe_query_bind_field           (TroupeQuery *self, int parameter, const TroupeField *field,
                                                 gconstpointer fields);
void          troupe_query_bind_record          (TroupeQuery *self, const TroupeRecordType *type, gconstpointer fields);

/* TRUE: there is a row. FALSE: no more, or a failure that end tells. */
gboolean      troupe_query_next                 (TroupeQuery *self);
/* Makes the query ready to be bound and run again; bindings stay. */
gboolean      troupe_query_end                  (TroupeQuery *self, GError **error);
/* Steps to the end and ends it. */
gboolean      troupe_query_run                  (TroupeQuery *self, GError **error);
/* The one integer of the one row, or TROUPE_NONE when there is none; ends it. */
gboolean      troupe_query_run_int              (TroupeQuery *self, gint64 *ret_value, GError **error);

/* NULL is no value, as above. Text is valid until the next step. */
gint64        troupe_query_get_int              (TroupeQuery *self, int column);
gint64        troupe_query_get_id               (TroupeQuery *self, int column);
const char   *troupe_query_get_text             (TroupeQuery *self, int column);
TroupeDay     troupe_query_get_day              (TroupeQuery *self, int column);
TroupeMonth   troupe_query_get_month            (TroupeQuery *self, int column);
gint64        troupe_query_get_time             (TroupeQuery *self, int column);
/* Columns 0, 1, … into a struct, with borrowed text; or into a new record. */
void          troupe_query_read_fields          (TroupeQuery *self, const TroupeRecordType *type, gpointer fields);
gpointer      troupe_query_read_record          (TroupeQuery *self, const TroupeRecordType *type);

G_END_DECLS
