/* A file inside a ZIP archive as a stream. What unpacks to far more than any table would is refused
 * while it is read, whatever sizes the archive claims. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_ZIP_STREAM (troupe_zip_stream_get_type ())
G_DECLARE_FINAL_TYPE (TroupeZipStream, troupe_zip_stream, TROUPE, ZIP_STREAM, GInputStream)

/* Names are compared without case, as Windows does. TROUPE_ERROR_NOT_FOUND when there is none such. */
GInputStream *troupe_zip_stream_open         (const char       *archive,
                                              const char       *name,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Unpacked, as the archive says. */
goffset       troupe_zip_stream_get_size     (TroupeZipStream  *self);
/* Unpacked and read so far. */
goffset       troupe_zip_stream_get_position (TroupeZipStream  *self);

/* The names of the files in the archive, without folders and what Macs add: NULL-ended. */
char        **troupe_zip_list_names          (const char       *archive,
                                              GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
