#include "troupe-text-encoding.h"

#include <string.h>

static gboolean
is_gb18030 (const char *bytes,
            gsize       length,
            gboolean    whole)
{
  g_autofree char *text = NULL;
  gsize read;

  text = g_convert (bytes, length, "UTF-8", "GB18030", &read, NULL, NULL);

  return text != NULL && length - read < (whole ? 1 : 4);
}

static gboolean
is_utf8 (const char *bytes,
         gsize       length,
         gboolean    whole)
{
  const char *end;

  if (g_utf8_validate_len (bytes, length, &end))
    return TRUE;
  if (whole || (gsize) (bytes + length - end) >= 4)
    return FALSE;

  return g_utf8_get_char_validated (end, bytes + length - end) == (gunichar) -2;
}

/* UTF-16 without a BOM has zeros in every other byte only, those of digits, delimiters and line ends. */
static const char *
guess_utf16 (const char *bytes,
             gsize       length)
{
  gsize zeros[2] = { 0 };

  for (gsize i = 0; i < length; i++)
    zeros[i & 1] += bytes[i] == '\0';
  if (zeros[1] > length / 20 && zeros[0] == 0)
    return "UTF-16LE";
  if (zeros[0] > length / 20 && zeros[1] == 0)
    return "UTF-16BE";

  return "UTF-8";   /* and a stray NUL, which the reader will refuse where it stands */
}

TroupeTextEncoding
troupe_text_encoding_detect (const char *bytes,
                             gsize       length,
                             gboolean    whole)
{
  if (length >= 3 && memcmp (bytes, "\357\273\277", 3) == 0)
    return (TroupeTextEncoding) { "UTF-8", 3 };
  if (length >= 2 && memcmp (bytes, "\377\376", 2) == 0)
    return (TroupeTextEncoding) { "UTF-16LE", 2 };
  if (length >= 2 && memcmp (bytes, "\376\377", 2) == 0)
    return (TroupeTextEncoding) { "UTF-16BE", 2 };
  if (memchr (bytes, '\0', length) != NULL)
    return (TroupeTextEncoding) { guess_utf16 (bytes, length), 0 };
  if (is_utf8 (bytes, length, whole))
    return (TroupeTextEncoding) { "UTF-8", 0 };
  if (is_gb18030 (bytes, length, whole))
    return (TroupeTextEncoding) { "GB18030", 0 };

  return (TroupeTextEncoding) { NULL, 0 };
}

GInputStream *
troupe_text_encoding_decode (TroupeTextEncoding   encoding,
                             GInputStream        *stream,
                             GError             **error)
{
  g_autoptr(GCharsetConverter) converter = NULL;

  if (g_str_equal (encoding.name, "UTF-8"))
    return g_object_ref (stream);
  converter = g_charset_converter_new ("UTF-8", encoding.name, error);
  if (converter == NULL)
    return NULL;

  return g_converter_input_stream_new (stream, G_CONVERTER (converter));
}
