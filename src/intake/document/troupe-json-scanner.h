/* JSON from a stream, token by token, in constant memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TroupeJsonScanner TroupeJsonScanner;

typedef enum
{
  TROUPE_JSON_END = 0,
  TROUPE_JSON_OBJECT = '{',
  TROUPE_JSON_OBJECT_END = '}',
  TROUPE_JSON_ARRAY = '[',
  TROUPE_JSON_ARRAY_END = ']',
  TROUPE_JSON_COLON = ':',
  TROUPE_JSON_COMMA = ',',
  TROUPE_JSON_STRING = '"',
  TROUPE_JSON_NUMBER = '0',
  TROUPE_JSON_TRUE = 't',
  TROUPE_JSON_FALSE = 'f',
  TROUPE_JSON_NULL = 'n',
} TroupeJsonToken;

/* Refs stream. A UTF-8 byte order mark at its beginning is skipped. */
TroupeJsonScanner *troupe_json_scanner_new      (GInputStream       *stream);
void               troupe_json_scanner_free     (TroupeJsonScanner  *self);

/* The next token. A string (decoded) or number (as written) is appended to text, with a NUL of its
 * own. TROUPE_ERROR_FORMAT for what is not JSON, and when text grows beyond 64 MiB. */
gboolean           troupe_json_scanner_next     (TroupeJsonScanner  *self,
                                                 GString            *text,
                                                 TroupeJsonToken    *ret_token,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The next token must be this one; with END nothing may follow. */
gboolean           troupe_json_scanner_expect   (TroupeJsonScanner  *self,
                                                 GString            *text,
                                                 TroupeJsonToken     wanted,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* After a member or element: whether a comma follows, or the end. */
gboolean           troupe_json_scanner_go_on    (TroupeJsonScanner  *self,
                                                 GString            *text,
                                                 TroupeJsonToken     end,
                                                 gboolean           *ret_more,
                                                 GError            **error) G_GNUC_WARN_UNUSED_RESULT;

/* The line of the token that was read last; the first is 1. */
gint64             troupe_json_scanner_get_line (TroupeJsonScanner  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeJsonScanner, troupe_json_scanner_free)

G_END_DECLS
