#include "troupe-connection.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "troupe-error.h"
#include "troupe-record-noun.h"

/* Virtual machine instructions between two looks at a cancellable; about half a millisecond. */
#define PROGRESS_STEPS 20000
#define CACHE_MEBIBYTES 8

struct _TroupeConnection
{
  sqlite3           *database;
  char              *path;
  const TroupeClock *clock;
  GThread           *thread;
  GHashTable        *idle;         /* SQL -> the query that is not out */
  GCancellable      *cancellable;
  int                depth;        /* of transactions */
  gboolean           read_only;
};

/* Days and the like are printed into here, so that no parameter is allocated. */
typedef char Print[24];

struct _TroupeQuery
{
  TroupeConnection *connection;
  sqlite3_stmt     *statement;
  char             *sql;
  Print            *prints;
  int               status;
};

static void
assert_thread (TroupeConnection *self)
{
  g_assert (self->thread == g_thread_self ());
}

/* "UNIQUE constraint failed: account.platform, account.handle" is about an account. */
static const char *
find_noun (const char *message)
{
  const char *colon = strstr (message, ": ");
  g_autofree char *table = colon != NULL ? g_strndup (colon + 2, strcspn (colon + 2, ".")) : NULL;
  const TroupeRecordType *type = table != NULL ? troupe_record_find_type (table) : NULL;

  return type != NULL ? troupe_record_type_get_noun (type) : message;
}

static gboolean
fail_constraint (TroupeConnection *self,
                 GError          **error)
{
  switch (sqlite3_extended_errcode (self->database))
    {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return troupe_fail (error, TROUPE_ERROR_INVALID, _("A record refers to another one that does not exist"));
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
      return troupe_fail (error, TROUPE_ERROR_INVALID,
                          _("There is already a record like this one (%s). Keep one of the two, or tell them apart."),
                          find_noun (sqlite3_errmsg (self->database)));
    default:
      return troupe_fail (error, TROUPE_ERROR_INVALID, _("The file refuses this value (%s)"),
                          sqlite3_errmsg (self->database));
    }
}

/* What SQLite says in words of the clerk; the file's name comes first, the remedy last. */
static gboolean
fail (TroupeConnection *self,
      int               status,
      GError          **error)
{
  g_autofree char *name = g_path_get_basename (self->path);

  switch (status & 0xff)
    {
    case SQLITE_CONSTRAINT:
      return fail_constraint (self, error);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return troupe_fail (error, TROUPE_ERROR_IN_USE,
                          _("%s is in use by another program. Close it there and try again."), name);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return troupe_fail (error, TROUPE_ERROR_READ_ONLY,
                          _("%s cannot be written. Check the permissions of the file and its folder."), name);
    case SQLITE_FULL:
      return troupe_fail (error, TROUPE_ERROR_FAILED,
                          _("The disk is full: nothing was changed in %s. Make room and try again."), name);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return troupe_fail (error, TROUPE_ERROR_DAMAGED, _("%s is damaged. Restore it from a backup."), name);
    case SQLITE_INTERRUPT:
      return troupe_fail (error, TROUPE_ERROR_CANCELLED, _("Cancelled"));
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return troupe_fail (error, TROUPE_ERROR_FAILED,
                          _("%s cannot be read or written (%s). Check the disk and the folder."),
                          name, sqlite3_errmsg (self->database));
    default:
      return troupe_fail (error, TROUPE_ERROR_FAILED, "%s: %s", name, sqlite3_errmsg (self->database));
    }
}

static int
check_cancelled_cb (gpointer data)
{
  return g_cancellable_is_cancelled (data);
}

static gboolean
size_cache (TroupeConnection *self,
            int               mebibytes,
            GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = -%d", mebibytes * 1024);

  return troupe_connection_execute (self, sql, error);
}

/* One process writes and checkpoints; a reader leaves the log to it, also when it closes last. */
static gboolean
configure (TroupeConnection *self,
           GError          **error)
{
  sqlite3_extended_result_codes (self->database, 1);
  sqlite3_busy_timeout (self->database, 2000);
  /* reads the schema, and so finds out whether this is a database at all */
  if (!size_cache (self, CACHE_MEBIBYTES, error))
    return FALSE;
  if (self->read_only)
    {
      sqlite3_db_config (self->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
      return TRUE;
    }
  sqlite3_db_config (self->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return troupe_connection_execute (self,
                                    "PRAGMA page_size = 16384;"   /* of a new file; big imports are a quarter faster */
                                    "PRAGMA journal_mode = WAL;"
                                    "PRAGMA synchronous = FULL;"
                                    "PRAGMA journal_size_limit = 67108864;"
                                    "PRAGMA foreign_keys = ON;"
                                    "PRAGMA temp_store = FILE;"
                                    "PRAGMA trusted_schema = OFF;", error);
}

/* The size of the log beside the file, or -1. */
static gint64
measure_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 ? status.st_size : -1;
}

/* A reader shares the writer's log, for which it must write beside the file. Where nobody can, on a
 * read-only disk, there is no log and nobody changes the file. */
static char *
write_uri (const char *path,
           gboolean    read_only)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean still = read_only && g_access (folder, W_OK) != 0 && measure_log (path) < 0;

  return g_strconcat (uri, still ? "?immutable=1" : NULL, NULL);
}

/* A reader makes an empty log and may not remove it. SQLite does when a connection that may write closes
 * last; others may read or write by now, so nobody else can. */
static void
remove_log (const char *path)
{
  sqlite3 *database = NULL;

  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    sqlite3_exec (database, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
  sqlite3_close (database);
}

TroupeConnection *
troupe_connection_open (const char        *path,
                        gboolean           read_only,
                        const TroupeClock *clock,
                        GError           **error)
{
  TroupeConnection *self = g_new0 (TroupeConnection, 1);
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
  g_autofree char *uri = write_uri (path, read_only);
  static gsize configured = 0;
  int status;

  if (g_once_init_enter (&configured))
    {
      /* What takes back a statement of many stays in memory. From the first that needs 64 KiB SQLite copies each
       * page that any later one changes to a file, and 3.46 takes 128 KiB in one piece for a full disk. */
      sqlite3_config (SQLITE_CONFIG_STMTJRNL_SPILL, -1);
      g_once_init_leave (&configured, 1);
    }
  self->path = g_strdup (path);
  self->clock = clock;
  self->thread = g_thread_self ();
  self->read_only = read_only;
  self->idle = g_hash_table_new (g_str_hash, g_str_equal);
  status = sqlite3_open_v2 (uri, &self->database, flags, NULL);
  if (status == SQLITE_OK ? configure (self, error) : fail (self, status, error))
    return self;
  troupe_connection_close (self);
  return NULL;
}

static void
finalize_query (TroupeQuery *self)
{
  sqlite3_finalize (self->statement);
  g_free (self->prints);
  g_free (self->sql);
  g_free (self);
}

void
troupe_connection_close (TroupeConnection *self)
{
  GHashTableIter iter;
  gpointer query;

  assert_thread (self);
  g_hash_table_iter_init (&iter, self->idle);
  while (g_hash_table_iter_next (&iter, NULL, &query))
    finalize_query (query);
  g_hash_table_unref (self->idle);
  troupe_connection_set_cancellable (self, NULL);
  if (sqlite3_close (self->database) != SQLITE_OK)
    g_error ("A query of %s is still out", self->path);
  if (self->read_only && measure_log (self->path) == 0)
    remove_log (self->path);
  g_free (self->path);
  g_free (self);
}

gint64
troupe_connection_get_time (TroupeConnection *self)
{
  return troupe_clock_get_time (self->clock);
}

gboolean
troupe_connection_is_read_only (TroupeConnection *self)
{
  return self->read_only;
}

gboolean
troupe_connection_execute (TroupeConnection *self,
                           const char       *sql,
                           GError          **error)
{
  int status;

  assert_thread (self);
  status = sqlite3_exec (self->database, sql, NULL, NULL, NULL);
  return status == SQLITE_OK || fail (self, status, error);
}

static gboolean
execute_for_depth (TroupeConnection *self,
                   const char       *outer,
                   const char       *inner,
                   GError          **error)
{
  g_autofree char *sql = self->depth == 0 ? g_strdup (outer) : g_strdup_printf (inner, self->depth, self->depth);

  return troupe_connection_execute (self, sql, error);
}

gboolean
troupe_connection_begin (TroupeConnection *self,
                         GError          **error)
{
  if (!execute_for_depth (self, "BEGIN IMMEDIATE", "SAVEPOINT level_%d", error))
    return FALSE;
  self->depth++;
  return TRUE;
}

gboolean
troupe_connection_commit (TroupeConnection *self,
                          GError          **error)
{
  g_assert (self->depth > 0);
  self->depth--;
  if (execute_for_depth (self, "COMMIT", "RELEASE level_%d", error))
    return TRUE;
  self->depth++;
  troupe_connection_rollback (self);
  return FALSE;
}

void
troupe_connection_rollback (TroupeConnection *self)
{
  g_autoptr(GError) error = NULL;

  g_assert (self->depth > 0);
  self->depth--;
  /* a full disk or a cancelled insert has ended the transaction already */
  if (sqlite3_get_autocommit (self->database))
    return;
  if (!execute_for_depth (self, "ROLLBACK", "ROLLBACK TO level_%d; RELEASE level_%d", &error))
    g_warning ("%s", error->message);
}

gint64
troupe_connection_get_changes (TroupeConnection *self)
{
  return sqlite3_changes64 (self->database);
}

void
troupe_connection_set_cache (TroupeConnection *self,
                             int               mebibytes)
{
  g_autoptr(GError) error = NULL;

  if (!size_cache (self, mebibytes > 0 ? mebibytes : CACHE_MEBIBYTES, &error))
    g_warning ("%s", error->message);
  if (mebibytes == 0)
    sqlite3_db_release_memory (self->database);
}

void
troupe_connection_set_cancellable (TroupeConnection *self,
                                   GCancellable     *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
  sqlite3_progress_handler (self->database, PROGRESS_STEPS, cancellable ? check_cancelled_cb : NULL, cancellable);
}

gboolean
troupe_connection_check_cancelled (TroupeConnection *self,
                                   GError          **error)
{
  return !g_cancellable_is_cancelled (self->cancellable) || fail (self, SQLITE_INTERRUPT, error);
}

gboolean
troupe_connection_has_dangling (TroupeConnection *self)
{
  int current = 0, highest;

  sqlite3_db_status (self->database, SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0);
  return current != 0;
}

TroupeQuery *
troupe_connection_prepare (TroupeConnection *self,
                           const char       *sql)
{
  TroupeQuery *query;

  assert_thread (self);
  query = g_hash_table_lookup (self->idle, sql);
  if (query != NULL)
    {
      g_hash_table_remove (self->idle, sql);
      return query;
    }
  query = g_new0 (TroupeQuery, 1);
  query->connection = self;
  query->sql = g_strdup (sql);
  query->status = sqlite3_prepare_v3 (self->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, NULL);
  query->prints = g_new (Print, query->statement ? sqlite3_bind_parameter_count (query->statement) : 0);
  return query;
}

void
troupe_query_free (TroupeQuery *self)
{
  TroupeConnection *connection = self->connection;

  assert_thread (connection);
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  if (self->statement == NULL || g_hash_table_contains (connection->idle, self->sql))
    finalize_query (self);
  else
    {
      self->status = SQLITE_OK;
      g_hash_table_insert (connection->idle, self->sql, self);
    }
}

static void
keep_status (TroupeQuery *self,
             int          status)
{
  if (self->status == SQLITE_OK)
    self->status = status;
}

void
troupe_query_bind_int (TroupeQuery *self,
                       int          parameter,
                       gint64       value)
{
  keep_status (self, value == TROUPE_NONE ? sqlite3_bind_null (self->statement, parameter)
                                          : sqlite3_bind_int64 (self->statement, parameter, value));
}

void
troupe_query_bind_id (TroupeQuery *self,
                      int          parameter,
                      gint64       id)
{
  troupe_query_bind_int (self, parameter, id == 0 ? TROUPE_NONE : id);
}

void
troupe_query_bind_text (TroupeQuery *self,
                        int          parameter,
                        const char  *text)
{
  keep_status (self, sqlite3_bind_text (self->statement, parameter, text, -1, SQLITE_STATIC));
}

void
troupe_query_bind_day (TroupeQuery *self,
                       int          parameter,
                       TroupeDay    day)
{
  if (day == TROUPE_NONE || self->statement == NULL)
    return troupe_query_bind_text (self, parameter, NULL);
  troupe_day_print (day, self->prints[parameter - 1]);
  troupe_query_bind_text (self, parameter, self->prints[parameter - 1]);
}

void
troupe_query_bind_month (TroupeQuery *self,
                         int          parameter,
                         TroupeMonth  month)
{
  if (month == TROUPE_NONE || self->statement == NULL)
    return troupe_query_bind_text (self, parameter, NULL);
  troupe_month_print (month, self->prints[parameter - 1]);
  troupe_query_bind_text (self, parameter, self->prints[parameter - 1]);
}

void
troupe_query_bind_time (TroupeQuery *self,
                        int          parameter,
                        gint64       seconds)
{
  g_autofree char *text = seconds == TROUPE_NONE ? NULL : troupe_time_to_string (seconds);

  keep_status (self, sqlite3_bind_text (self->statement, parameter, text, -1, SQLITE_TRANSIENT));
}

void
troupe_query_bind_field (TroupeQuery       *self,
                         int                parameter,
                         const TroupeField *field,
                         gconstpointer      fields)
{
  switch (field->kind)
    {
    case TROUPE_FIELD_TEXT:
      return troupe_query_bind_text (self, parameter, troupe_record_get_text (fields, field));
    case TROUPE_FIELD_ID:
      return troupe_query_bind_id (self, parameter, troupe_record_get_int (fields, field));
    case TROUPE_FIELD_DAY:
      return troupe_query_bind_day (self, parameter, troupe_record_get_int (fields, field));
    case TROUPE_FIELD_MONTH:
      return troupe_query_bind_month (self, parameter, troupe_record_get_int (fields, field));
    case TROUPE_FIELD_TIME:
      return troupe_query_bind_time (self, parameter, troupe_record_get_int (fields, field));
    default:
      return troupe_query_bind_int (self, parameter, troupe_record_get_int (fields, field));
    }
}

void
troupe_query_bind_record (TroupeQuery            *self,
                          const TroupeRecordType *type,
                          gconstpointer           fields)
{
  for (int i = 0; type->fields[i].name != NULL; i++)
    troupe_query_bind_field (self, i + 1, &type->fields[i], fields);
}

gboolean
troupe_query_next (TroupeQuery *self)
{
  int status;

  if (self->status != SQLITE_OK)
    return FALSE;
  assert_thread (self->connection);
  status = sqlite3_step (self->statement);
  if (status != SQLITE_ROW && status != SQLITE_DONE)
    self->status = status;
  return status == SQLITE_ROW;
}

gboolean
troupe_query_end (TroupeQuery *self,
                  GError     **error)
{
  int status = self->status;

  /* the failure is told before reset, which may forget its message */
  if (status != SQLITE_OK)
    fail (self->connection, status, error);
  sqlite3_reset (self->statement);
  if (self->statement != NULL)
    self->status = SQLITE_OK;
  return status == SQLITE_OK;
}

gboolean
troupe_query_run (TroupeQuery *self,
                  GError     **error)
{
  while (troupe_query_next (self))
    ;
  return troupe_query_end (self, error);
}

gboolean
troupe_query_run_int (TroupeQuery *self,
                      gint64      *ret_value,
                      GError     **error)
{
  *ret_value = troupe_query_next (self) ? troupe_query_get_int (self, 0) : TROUPE_NONE;
  return troupe_query_end (self, error);
}

gint64
troupe_query_get_int (TroupeQuery *self,
                      int          column)
{
  gint64 value = sqlite3_column_int64 (self->statement, column);

  /* NULL reads as 0; asking for it first would cost every number a call */
  return value != 0 || sqlite3_column_type (self->statement, column) != SQLITE_NULL ? value : TROUPE_NONE;
}

gint64
troupe_query_get_id (TroupeQuery *self,
                     int          column)
{
  return sqlite3_column_int64 (self->statement, column);
}

const char *
troupe_query_get_text (TroupeQuery *self,
                       int          column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

/* The schema's checks have seen every day, month and time, so one that cannot be read is none. */
TroupeDay
troupe_query_get_day (TroupeQuery *self,
                      int          column)
{
  const char *text = troupe_query_get_text (self, column);
  TroupeDay day;

  return text != NULL && troupe_day_parse (text, &day, NULL) ? day : TROUPE_NONE;
}

TroupeMonth
troupe_query_get_month (TroupeQuery *self,
                        int          column)
{
  const char *text = troupe_query_get_text (self, column);
  TroupeMonth month;

  return text != NULL && troupe_month_parse (text, &month, NULL) ? month : TROUPE_NONE;
}

gint64
troupe_query_get_time (TroupeQuery *self,
                       int          column)
{
  const char *text = troupe_query_get_text (self, column);
  gint64 seconds;

  return text != NULL && troupe_time_parse (text, &seconds, NULL) ? seconds : TROUPE_NONE;
}

static gint64
get_number (TroupeQuery    *self,
            int             column,
            TroupeFieldKind kind)
{
  switch (kind)
    {
    case TROUPE_FIELD_ID:
      return troupe_query_get_id (self, column);
    case TROUPE_FIELD_DAY:
      return troupe_query_get_day (self, column);
    case TROUPE_FIELD_MONTH:
      return troupe_query_get_month (self, column);
    case TROUPE_FIELD_TIME:
      return troupe_query_get_time (self, column);
    default:
      return troupe_query_get_int (self, column);
    }
}

void
troupe_query_read_fields (TroupeQuery            *self,
                          const TroupeRecordType *type,
                          gpointer                fields)
{
  *(const TroupeRecordType **) fields = type;
  for (int i = 0; type->fields[i].name != NULL; i++)
    if (type->fields[i].kind == TROUPE_FIELD_TEXT)
      troupe_field_set_text (&type->fields[i], fields, troupe_query_get_text (self, i));
    else
      troupe_field_set_int (&type->fields[i], fields, get_number (self, i, type->fields[i].kind));
}

gpointer
troupe_query_read_record (TroupeQuery            *self,
                          const TroupeRecordType *type)
{
  g_autofree gpointer fields = g_malloc (type->size);

  troupe_query_read_fields (self, type, fields);
  return troupe_record_copy (type, fields);
}
