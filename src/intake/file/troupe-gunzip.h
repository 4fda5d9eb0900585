/* All members of a gzip file, which are one text (RFC 1952, 2.2); GZlibDecompressor ends behind the first. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_GUNZIP (troupe_gunzip_get_type ())
G_DECLARE_FINAL_TYPE (TroupeGunzip, troupe_gunzip, TROUPE, GUNZIP, GObject)

/* Behind the last member only zeros may stand, as tapes leave them; else G_IO_ERROR_INVALID_DATA. */
GConverter *troupe_gunzip_new (void);

G_END_DECLS
