#include "troupe-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "troupe-error.h"

#define BUFFER_SIZE (64 * 1024)
#define TEXT_LIMIT  (64 * 1024 * 1024)
#define NOTHING     (-1)   /* no byte: the stream has ended or failed */

struct _TroupeJsonScanner
{
  GInputStream *stream;
  GError       *failure;   /* of the stream */
  gsize         at;
  gsize         end;
  gint64        line;
  gboolean      begun;
  guchar        buffer[BUFFER_SIZE];
};

TroupeJsonScanner *
troupe_json_scanner_new (GInputStream *stream)
{
  TroupeJsonScanner *self = g_new (TroupeJsonScanner, 1);

  self->stream = g_object_ref (stream);
  self->failure = NULL;
  self->at = self->end = 0;
  self->line = 1;
  self->begun = FALSE;
  return self;
}

void
troupe_json_scanner_free (TroupeJsonScanner *self)
{
  g_object_unref (self->stream);
  g_clear_error (&self->failure);
  g_free (self);
}

gint64
troupe_json_scanner_get_line (TroupeJsonScanner *self)
{
  return self->line;
}

static gboolean
refill (TroupeJsonScanner *self)
{
  gsize n = 0;

  if (self->failure != NULL)
    return FALSE;
  g_input_stream_read_all (self->stream, self->buffer, BUFFER_SIZE, &n, NULL, &self->failure);
  self->at = 0;
  self->end = n;
  return n > 0;
}

static inline int
peek (TroupeJsonScanner *self)
{
  if (self->at == self->end && !refill (self))
    return NOTHING;
  return self->buffer[self->at];
}

/* What was expected is not there. */
static gboolean
fail_here (TroupeJsonScanner *self,
           GError           **error)
{
  int c = peek (self);

  if (self->failure != NULL)
    {
      g_propagate_error (error, g_error_copy (self->failure));
      return FALSE;
    }
  if (c == NOTHING)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the document ends too early; it may have been cut off"));
  if (c > ' ' && c < 0x7f)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%c” may not stand here; the document is not valid JSON"), c);
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the byte 0x%02x may not stand here; save the document as UTF-8 JSON"), c);
}

static gboolean
read_hex (TroupeJsonScanner *self,
          gunichar          *ret_unit,
          GError           **error)
{
  *ret_unit = 0;
  for (int i = 0; i < 4; i++, self->at++)
    {
      int c = peek (self);

      if (c == NOTHING || !g_ascii_isxdigit (c))
        return fail_here (self, error);
      *ret_unit = *ret_unit << 4 | g_ascii_xdigit_value (c);
    }
  return TRUE;
}

/* After a high surrogate: \uDC00 to \uDFFF. */
static gboolean
read_low_surrogate (TroupeJsonScanner *self,
                    gunichar          *unit,
                    GError           **error)
{
  gunichar low;

  for (const char *mark = "\\u"; *mark != '\0'; mark++, self->at++)
    if (peek (self) != *mark)
      return fail_here (self, error);
  if (!read_hex (self, &low, error))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("half of a surrogate pair stands in a text"));
  *unit = 0x10000 + ((*unit - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

static gboolean
read_unicode (TroupeJsonScanner *self,
              GString           *text,
              GError           **error)
{
  gunichar unit;

  if (!read_hex (self, &unit, error))
    return FALSE;
  if (unit >= 0xd800 && unit < 0xdc00 && !read_low_surrogate (self, &unit, error))
    return FALSE;
  if (unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“\\u%04x” is not a character that a text may hold"), unit);
  g_string_append_unichar (text, unit);
  return TRUE;
}

static gboolean
read_escape (TroupeJsonScanner *self,
             GString           *text,
             GError           **error)
{
  static const char names[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  int c = peek (self);
  const char *name = c > 0 ? strchr (names, c) : NULL;

  if (name == NULL && c != 'u')
    return fail_here (self, error);
  self->at++;
  if (name == NULL)
    return read_unicode (self, text, error);
  g_string_append_c (text, meanings[name - names]);
  return TRUE;
}

/* Bytes of a string that stand for themselves, as many as the buffer holds. */
static void
read_run (TroupeJsonScanner *self,
          GString           *text)
{
  gsize from = self->at;

  while (self->at < self->end && self->buffer[self->at] >= ' ' && self->buffer[self->at] != '"' &&
         self->buffer[self->at] != '\\')
    self->at++;
  g_string_append_len (text, (const char *) self->buffer + from, self->at - from);
}

static gboolean
read_string (TroupeJsonScanner *self,
             GString           *text,
             GError           **error)
{
  for (;;)
    {
      int c = peek (self);

      if (text->len > TEXT_LIMIT)
        return troupe_fail (error, TROUPE_ERROR_FORMAT, _("a record is longer than 64 MiB; is this the right file?"));
      if (c < ' ')
        return fail_here (self, error);
      if (c == '"')
        break;
      if (c != '\\')
        read_run (self, text);
      else if (self->at++, !read_escape (self, text, error))
        return FALSE;
    }
  self->at++;
  g_string_append_c (text, '\0');
  return TRUE;
}

static const char *
skip_digits (const char *p)
{
  while (g_ascii_isdigit (*p))
    p++;
  return p;
}

/* -? (0 | 1-9 digits) (. digits)? ((e | E) (+ | -)? digits)? */
static gboolean
is_number (const char *p)
{
  const char *digits = p += *p == '-';

  p = skip_digits (p);
  if (p == digits || (*digits == '0' && p > digits + 1))
    return FALSE;
  if (*p == '.')
    {
      digits = p + 1;
      p = skip_digits (digits);
      if (p == digits)
        return FALSE;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      digits = p + (*p == '+' || *p == '-');
      p = skip_digits (digits);
      if (p == digits)
        return FALSE;
    }
  return *p == '\0';
}

static gboolean
read_number (TroupeJsonScanner *self,
             GString           *text,
             GError           **error)
{
  gsize from = text->len;

  for (int c = peek (self); c != NOTHING && (g_ascii_isalnum (c) || strchr ("+-.", c)); self->at++, c = peek (self))
    if (text->len < from + 64)
      g_string_append_c (text, c);
  g_string_append_c (text, '\0');
  return is_number (text->str + from) ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” is not a JSON number; put texts into quotes"), text->str + from);
}

static gboolean
read_word (TroupeJsonScanner *self,
           TroupeJsonToken   *ret_token,
           GError           **error)
{
  const char *word = *ret_token == TROUPE_JSON_TRUE ? "true" : *ret_token == TROUPE_JSON_FALSE ? "false" : "null";

  for (; *word != '\0'; word++, self->at++)
    if (peek (self) != *word)
      return fail_here (self, error);
  return TRUE;
}

static void
skip_blank (TroupeJsonScanner *self)
{
  static const guchar bom[] = { 0xef, 0xbb, 0xbf };

  if (!self->begun && peek (self) == bom[0] && self->end >= 3 && memcmp (self->buffer, bom, 3) == 0)
    self->at = 3;
  self->begun = TRUE;
  for (int c = peek (self); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = peek (self))
    {
      self->line += c == '\n';
      self->at++;
    }
}

gboolean
troupe_json_scanner_next (TroupeJsonScanner *self,
                          GString           *text,
                          TroupeJsonToken   *ret_token,
                          GError           **error)
{
  int c;

  skip_blank (self);
  c = peek (self);
  if (c == NOTHING)
    {
      *ret_token = TROUPE_JSON_END;
      return self->failure == NULL || fail_here (self, error);
    }
  if (c == '-' || g_ascii_isdigit (c))
    {
      *ret_token = TROUPE_JSON_NUMBER;
      return read_number (self, text, error);
    }
  *ret_token = c;
  if (c == 't' || c == 'f' || c == 'n')
    return read_word (self, ret_token, error);
  if (c == 0 || strchr ("{}[]:,\"", c) == NULL)
    return fail_here (self, error);
  self->at++;
  return c != '"' || read_string (self, text, error);
}

gboolean
troupe_json_scanner_expect (TroupeJsonScanner *self,
                            GString           *text,
                            TroupeJsonToken    wanted,
                            GError           **error)
{
  TroupeJsonToken token;

  if (!troupe_json_scanner_next (self, text, &token, error))
    return FALSE;
  if (token == wanted)
    return TRUE;
  if (token == TROUPE_JSON_END)
    return fail_here (self, error);
  if (wanted == TROUPE_JSON_END)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("something follows after the end of the document"));
  return troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%c” is expected here"), wanted);
}

gboolean
troupe_json_scanner_go_on (TroupeJsonScanner *self,
                           GString           *text,
                           TroupeJsonToken    end,
                           gboolean          *ret_more,
                           GError           **error)
{
  TroupeJsonToken token;

  if (!troupe_json_scanner_next (self, text, &token, error))
    return FALSE;
  *ret_more = token == TROUPE_JSON_COMMA;
  return *ret_more || token == end ||
         troupe_fail (error, TROUPE_ERROR_FORMAT, _("“,” or “%c” is expected here"), end);
}
