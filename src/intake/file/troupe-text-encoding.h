/* In which encoding a text is, told from its first bytes, and the way to UTF-8. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;   /* "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"; NULL: none of them */
  gsize       bom;    /* bytes to pass over */
} TroupeTextEncoding;

/* whole: bytes are all there is, so that a character that breaks off at their end is an error. */
TroupeTextEncoding troupe_text_encoding_detect (const char         *bytes,
                                                gsize               length,
                                                gboolean            whole);
/* The rest of stream as UTF-8; stream stands behind the BOM. UTF-8 itself is passed through. */
GInputStream      *troupe_text_encoding_decode (TroupeTextEncoding  encoding,
                                                GInputStream       *stream,
                                                GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
