#include "troupe-agency-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "troupe-error.h"
#include "troupe-schema.h"

/* The lock is one byte where no file reaches. It belongs to our descriptor, not to the process, and
 * goes with it. SQLite's own locks belong to the process and would go when any descriptor of the file
 * is closed; so ours is closed after SQLite's. */
#define LOCK_OFFSET (G_MAXINT64 - 1)

/* The file's first bytes, as SQLite's file format says. */
#define HEADER_SIZE 100

static guint32
read_word (const guint8 *header,
           int           offset)
{
  guint32 word;

  memcpy (&word, header + offset, sizeof word);
  return GUINT32_FROM_BE (word);
}

static gboolean
fail_missing (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no folder “%s”; make it or choose another one"), folder);
  return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no file %s"), path);
}

static gboolean
fail_to_open (const char *path,
              int         number,
              GError    **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return fail_missing (path, error);
    case EACCES:
    case EPERM:
    case EROFS:
      return troupe_fail (error, TROUPE_ERROR_READ_ONLY,
                          _("You may not change %s. Ask for permission to the file, or copy it to a folder of yours."), path);
    case EISDIR:
      return troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s is a folder; choose an agency file (.troupe)"), path);
    case EEXIST:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("There is already a file %s; choose another name"), path);
    default:
      return troupe_fail (error, TROUPE_ERROR_FAILED, "%s: %s", path, g_strerror (number));
    }
}

static gboolean
fail_format (const char   *path,
             const guint8 *header,
             GError      **error)
{
  if (memcmp (header, "PK", 2) == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("%s is a spreadsheet or archive, no agency file. Open an agency and import it there."), path);
  if (header[0] == '{' || header[0] == '[')
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("%s is a JSON document, no agency file. Make a new agency and load it there."), path);
  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("%s is no agency file. If it is a platform's statement, open an agency and import it there."), path);
}

/* Whether pages lie in the log beside the file; then the file alone says nothing about its length. */
static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

static gboolean
is_truncated (const char   *path,
              const guint8 *header,
              gint64        size)
{
  gint64 page = (header[16] << 8 | header[17]) == 1 ? 65536 : header[16] << 8 | header[17];

  return size < HEADER_SIZE || (!has_log (path) && size < page * read_word (header, 28));
}

static gboolean
check_kind (const char *path,
            gint64      application,
            gint64      version,
            int         newest,
            GError    **error)
{
  if (application != TROUPE_SCHEMA_APPLICATION)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s is the database of another program, no agency file"), path);
  if (version > newest)
    return troupe_fail (error, TROUPE_ERROR_NEWER,
                        _("%s was written by a newer Troupe (version %d of the file, this one knows %d). Update Troupe."),
                        path, (int) version, newest);
  return TRUE;
}

/* Looks without changing anything. */
static gboolean
look (const char *path,
      int         fd,
      int         newest,
      GError    **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  struct stat status;

  if (fstat (fd, &status) < 0)
    return fail_to_open (path, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_to_open (path, EISDIR, error);
  if (!S_ISREG (status.st_mode))
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("%s is not a file"), path);
  if (status.st_size == 0)
    return troupe_fail (error, TROUPE_ERROR_DAMAGED, _("%s is empty. Restore it from a backup."), path);
  if (pread (fd, header, sizeof header, 0) < 0)
    return fail_to_open (path, errno, error);
  if (memcmp (header, "SQLite format 3", MIN (status.st_size, 16)) != 0)
    return fail_format (path, header, error);
  if (is_truncated (path, header, status.st_size))
    return troupe_fail (error, TROUPE_ERROR_DAMAGED, _("%s is cut off: its end is missing. Restore it from a backup."), path);
  return has_log (path) || check_kind (path, read_word (header, 68), read_word (header, 60), newest, error);
}

static gboolean
lock (const char *path,
      int         fd,
      GError    **error)
{
  struct flock range = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_OFFSET, .l_len = 1 };

  if (fcntl (fd, F_OFD_SETLK, &range) == 0)
    return TRUE;
  if (errno != EAGAIN && errno != EACCES)
    return troupe_fail (error, TROUPE_ERROR_FAILED, _("%s cannot be locked (%s). Keep it on a disk of this computer."),
                        path, g_strerror (errno));
  return troupe_fail (error, TROUPE_ERROR_IN_USE,
                      _("%s is open in another window or command of Troupe. Close it there and try again."), path);
}

/* SQLite writes beside the file as well. */
static int
open_for_writing (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);

  if (fd < 0 || access (folder, W_OK) == 0)
    return fd;
  close (fd);
  errno = EACCES;
  return -1;
}

/* Sets mode to READ when the file cannot be had for writing and that will do. */
static int
open_descriptor (const char       *path,
                 TroupeStoreMode  *mode,
                 GError          **error)
{
  int fd = -1;

  if (*mode != TROUPE_STORE_READ)
    {
      fd = open_for_writing (path);
      if (fd < 0 && *mode == TROUPE_STORE_WRITE)
        fail_to_open (path, errno, error);
      if (fd >= 0 || *mode == TROUPE_STORE_WRITE)
        return fd;
      *mode = TROUPE_STORE_READ;
    }
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0 && (errno == EACCES || errno == EPERM))
    troupe_fail (error, TROUPE_ERROR_READ_ONLY, _("You may not read %s. Ask for permission to the file."), path);
  else if (fd < 0)
    fail_to_open (path, errno, error);
  return fd;
}

/* "studio.troupe" gives "studio.before-v3.troupe", or "studio.before-v3-2.troupe" if that is there. */
static char *
name_copy (const char *path,
           int         version)
{
  g_autofree char *stem = g_str_has_suffix (path, ".troupe") ? g_strndup (path, strlen (path) - 7) : g_strdup (path);
  char *name = g_strdup_printf ("%s.before-v%d.troupe", stem, version);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.before-v%d-%d.troupe", stem, version, i);
    }
  return name;
}

static gboolean
copy_before (TroupeConnection *connection,
             const char       *path,
             int               version,
             GError          **error)
{
  g_autofree char *name = name_copy (path, version);
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, "VACUUM INTO ?1");

  troupe_query_bind_text (query, 1, name);
  if (!troupe_query_run (query, error))
    return FALSE;
  /* as private as the file itself */
  if (g_chmod (name, 0600) < 0)
    return fail_to_open (name, errno, error);
  return TRUE;
}

static gboolean
read_pragma (TroupeConnection *connection,
             const char       *sql,
             gint64           *ret_value,
             GError          **error)
{
  g_autoptr(TroupeQuery) query = troupe_connection_prepare (connection, sql);

  return troupe_query_run_int (query, ret_value, error);
}

/* Looks again, at what the header could not say because the newest pages lay in the log. */
static gboolean
bring_up_to_date (TroupeConnection  *connection,
                  const char        *path,
                  const char *const *steps,
                  GError           **error)
{
  int newest = g_strv_length ((char **) steps);
  gint64 application, version;

  if (!read_pragma (connection, "PRAGMA application_id", &application, error) ||
      !read_pragma (connection, "PRAGMA user_version", &version, error) ||
      !check_kind (path, application, version, newest, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (troupe_connection_is_read_only (connection))
    return troupe_fail (error, TROUPE_ERROR_READ_ONLY,
                        _("%s was written by an older Troupe. Open it once for writing, so that it is brought up to date."),
                        path);
  return copy_before (connection, path, newest, error) && troupe_schema_migrate (connection, steps, error);
}

static TroupeAgencyFile *
agency_file_new (int fd)
{
  TroupeAgencyFile *self = g_new0 (TroupeAgencyFile, 1);

  self->fd = fd;
  return self;
}

TroupeAgencyFile *
troupe_agency_file_create (const char         *path,
                           const char *const  *steps,
                           const TroupeClock  *clock,
                           GError            **error)
{
  g_autoptr(TroupeAgencyFile) self = NULL;
  int fd = g_open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_to_open (path, errno, error);
      return NULL;
    }
  self = agency_file_new (fd);
  if (lock (path, fd, error) &&
      (self->connection = troupe_connection_open (path, FALSE, clock, error)) != NULL &&
      troupe_schema_migrate (self->connection, steps, error))
    return g_steal_pointer (&self);
  g_clear_pointer (&self, troupe_agency_file_close);
  troupe_agency_file_remove (path);
  return NULL;
}

TroupeAgencyFile *
troupe_agency_file_open (const char         *path,
                         TroupeStoreMode     mode,
                         const char *const  *steps,
                         const TroupeClock  *clock,
                         GError            **error)
{
  g_autoptr(TroupeAgencyFile) self = NULL;
  g_autoptr(GError) lock_error = NULL;
  int fd = open_descriptor (path, &mode, error);

  if (fd < 0)
    return NULL;
  self = agency_file_new (fd);
  if (!look (path, fd, g_strv_length ((char **) steps), error))
    return NULL;
  if (mode != TROUPE_STORE_READ && !lock (path, fd, &lock_error))
    {
      if (mode == TROUPE_STORE_WRITE)
        {
          g_propagate_error (error, g_steal_pointer (&lock_error));
          return NULL;
        }
      mode = TROUPE_STORE_READ;
    }
  self->connection = troupe_connection_open (path, mode == TROUPE_STORE_READ, clock, error);
  if (self->connection == NULL || !bring_up_to_date (self->connection, path, steps, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
troupe_agency_file_close (TroupeAgencyFile *self)
{
  g_clear_pointer (&self->connection, troupe_connection_close);
  close (self->fd);
  g_free (self);
}

void
troupe_agency_file_remove (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
}
