#include "troupe-error.h"

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
