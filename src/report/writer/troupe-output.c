#include "troupe-output.h"

#include "troupe-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER (64 * 1024)

struct _TroupeOutput
{
  char    *path;
  char    *draft;   /* NULL once committed */
  gboolean part;    /* of a folder, which syncs and moves it */
  int      fd;
  int      failure; /* errno of the first one */
  GString *buffer;  /* what is not written yet: cairo hands over a few bytes at a time */
};

static gboolean
fail_for (const char  *path,
          int          failure,
          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  switch (failure)
    {
    case ENOENT:
    case ENOTDIR:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("There is no folder “%s”; make it or choose another one"),
                          folder);
    case EACCES:
    case EPERM:
    case EROFS:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("“%s” may not be written here; choose another folder than “%s”"),
                          path, folder);
    case ENOSPC:
    case EDQUOT:
      return troupe_fail (error, TROUPE_ERROR_FAILED,
                          _("The disk is full: “%s” was not written; free some space and try again"), path);
    case EISDIR:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("“%s” is not an ordinary file; choose another name"), path);
    default:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("“%s” was not written: %s"), path, g_strerror (failure));
    }
}

/* Takes draft, which fd is open on. */
static TroupeOutput *
begin (char        *draft,
       int          fd,
       const char  *path,
       GError     **error)
{
  TroupeOutput *self;

  if (fd < 0)
    {
      fail_for (path, errno, error);
      g_free (draft);
      return NULL;
    }
  self = g_new0 (TroupeOutput, 1);
  self->path = g_strdup (path);
  self->draft = draft;
  self->fd = fd;
  self->buffer = g_string_sized_new (BUFFER);
  return self;
}

TroupeOutput *
troupe_output_open (const char  *path,
                    GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *draft;
  GStatBuf there;

  /* A folder or a device must not be renamed over. */
  if (g_stat (path, &there) == 0 && !S_ISREG (there.st_mode))
    {
      fail_for (path, EISDIR, error);
      return NULL;
    }
  draft = g_build_filename (folder, ".troupe-XXXXXX", NULL);
  return begin (draft, g_mkstemp_full (draft, O_WRONLY | O_CLOEXEC, 0666), path, error);
}

TroupeOutput *
troupe_output_open_part (const char  *draft,
                         const char  *path,
                         GError     **error)
{
  TroupeOutput *self = begin (g_strdup (draft), g_open (draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), path,
                              error);

  if (self != NULL)
    self->part = TRUE;
  return self;
}

static void
flush (TroupeOutput *self)
{
  gsize done = 0;

  while (done < self->buffer->len && self->failure == 0)
    {
      gssize n = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (n < 0 && errno != EINTR)
        self->failure = errno;
      if (n > 0)
        done += n;
    }
  g_string_truncate (self->buffer, 0);
}

void
troupe_output_write (TroupeOutput *self,
                     const void   *data,
                     gsize         length)
{
  g_string_append_len (self->buffer, data, length);
  if (self->buffer->len >= BUFFER)
    flush (self);
}

/* A power cut may take the new name back, never a part of what it names. */
gboolean
troupe_output_commit (TroupeOutput  *self,
                      GError       **error)
{
  flush (self);
  if (self->failure == 0 && !self->part && fsync (self->fd) != 0)
    self->failure = errno;
  if (close (g_steal_fd (&self->fd)) != 0 && self->failure == 0)
    self->failure = errno;
  if (self->failure == 0 && !self->part && g_rename (self->draft, self->path) != 0)
    self->failure = errno;
  if (self->failure != 0)
    return fail_for (self->path, self->failure, error);

  g_clear_pointer (&self->draft, g_free);
  return TRUE;
}

gboolean
troupe_output_fail (TroupeOutput  *self,
                    const char    *reason,
                    GError       **error)
{
  return troupe_fail (error, TROUPE_ERROR_FAILED, _("“%s” was not written: %s"), self->path, reason);
}

void
troupe_output_free (TroupeOutput *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->draft);
  g_free (self->path);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

gboolean
troupe_output_replace (const char  *path,
                       const void  *data,
                       gsize        length,
                       GError     **error)
{
  g_autoptr(TroupeOutput) output = troupe_output_open (path, error);

  if (output == NULL)
    return FALSE;
  troupe_output_write (output, data, length);
  return troupe_output_commit (output, error);
}
