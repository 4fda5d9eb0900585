#include "troupe-output-folder.h"

#include "troupe-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _TroupeOutputFolder
{
  char *path;
  char *workshop;   /* inside path: moving from there is only a rename */
};

static gboolean
fail (const char  *path,
      GError     **error)
{
  return troupe_fail (error, TROUPE_ERROR_FAILED, _("Nothing can be written to the folder %s: %s"), path,
                      g_strerror (errno));
}

TroupeOutputFolder *
troupe_output_folder_open (const char  *path,
                           GError     **error)
{
  g_autofree char *workshop = g_build_filename (path, ".troupe-XXXXXX", NULL);
  TroupeOutputFolder *self;

  if (g_mkdir_with_parents (path, 0777) != 0 || g_mkdtemp (workshop) == NULL)
    {
      fail (path, error);
      return NULL;
    }
  self = g_new0 (TroupeOutputFolder, 1);
  self->path = g_strdup (path);
  self->workshop = g_steal_pointer (&workshop);
  return self;
}

TroupeOutput *
troupe_output_folder_add (const TroupeOutputFolder  *self,
                          const char                *name,
                          GError                   **error)
{
  g_autofree char *draft = g_build_filename (self->workshop, name, NULL);
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  return troupe_output_open_part (draft, path, error);
}

/* A thousand files are synced at once much sooner than one after the other. */
static gboolean
sync_workshop (const TroupeOutputFolder  *self,
               GError                   **error)
{
  g_autofd int fd = g_open (self->workshop, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  return (fd >= 0 && syncfs (fd) == 0) || fail (self->path, error);
}

char **
troupe_output_folder_commit (TroupeOutputFolder  *self,
                             const char *const   *names,
                             GError             **error)
{
  g_autoptr(GStrvBuilder) moved = g_strv_builder_new ();

  if (!sync_workshop (self, error))
    return NULL;
  for (const char *const *name = names; *name != NULL; name++)
    {
      g_autofree char *draft = g_build_filename (self->workshop, *name, NULL);
      g_autofree char *path = g_build_filename (self->path, *name, NULL);

      if (g_rename (draft, path) != 0)
        {
          troupe_fail (error, TROUPE_ERROR_FAILED, _("%s cannot be written: %s"), path, g_strerror (errno));
          return NULL;
        }
      g_strv_builder_take (moved, g_steal_pointer (&path));
    }
  return g_strv_builder_end (moved);
}

void
troupe_output_folder_free (TroupeOutputFolder *self)
{
  g_autoptr(GDir) left = g_dir_open (self->workshop, 0, NULL);
  const char *name = NULL;

  while (left != NULL && (name = g_dir_read_name (left)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->workshop, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->workshop);
  g_free (self->workshop);
  g_free (self->path);
  g_free (self);
}
