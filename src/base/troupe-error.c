#include "troupe-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (troupe-error, troupe_error)

gboolean
troupe_fail (GError         **error,
             TroupeErrorCode  code,
             const char      *format,
             ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (TROUPE_ERROR, code, format, args));
  va_end (args);

  return FALSE;
}

static gboolean
fail_missing (GError     **error,
              const char  *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no folder “%s”; make it or choose another one"), folder);
  return troupe_fail (error, TROUPE_ERROR_NOT_FOUND, _("There is no file “%s”; see whether its name is right"), path);
}

static GIOErrorEnum
get_code (const GError *cause)
{
  if (cause->domain == G_FILE_ERROR)
    return g_io_error_from_file_error (cause->code);
  return cause->domain == G_IO_ERROR ? cause->code : G_IO_ERROR_FAILED;
}

gboolean
troupe_fail_file (GError     **error,
                  const char  *path,
                  GError      *cause)
{
  g_autoptr(GError) taken = cause;

  switch (get_code (cause))
    {
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return fail_missing (error, path);
    case G_IO_ERROR_IS_DIRECTORY:
      return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” is a folder; name a file in it"), path);
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("You may not open “%s”; change its permissions, or choose another "
                                                        "place"), path);
    default:
      return troupe_fail (error, TROUPE_ERROR_FAILED, _("“%s” cannot be opened: %s"), path, taken->message);
    }
}
