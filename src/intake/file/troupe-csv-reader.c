#include "troupe-csv-reader.h"

#include "troupe-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK        (256 * 1024)
#define MAX_FIELD    (1024 * 1024)
#define MAX_ROW      (8 * 1024 * 1024)
#define MAX_COLUMNS  16384

/* A field before its row is complete: offsets from the start of the row, nothing changed yet, so that
 * a row that the buffer cuts is simply scanned again. */
typedef struct
{
  guint32  start;
  guint32  end;
  gboolean quoted;
} Field;

typedef enum { ROW, MORE, FAILED } Scan;

struct _TroupeCsvReader
{
  GObject parent;

  GInputStream *stream;
  goffset expected_size;
  goffset consumed;
  gsize chunk;
  char *buffer;        /* start … end are not yet given out; buffer[end] is a NUL to stop at */
  gsize capacity;
  gsize start;
  gsize end;
  gboolean at_end;
  guint8 special[256]; /* bytes that end an unquoted field */
  char delimiter;
  GArray *fields;
  GArray *cells;
  TroupeRow row;
};

static void row_reader_iface_init (TroupeRowReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeCsvReader, troupe_csv_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_ROW_READER, row_reader_iface_init))

/* Moves what is left to the front and reads on. */
static gboolean
fill (TroupeCsvReader  *self,
      GError          **error)
{
  gsize left = self->end - self->start;
  gssize n;

  if (left > MAX_ROW)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("row %lld is longer than 8 MiB: either a quotation mark is never closed or this is no table; check the file"),
                        (long long) self->row.number + 1);
  memmove (self->buffer, self->buffer + self->start, left);
  self->start = 0;
  self->end = left;
  if (self->capacity < left + self->chunk + 1)
    {
      self->capacity = MAX (self->capacity * 2, left + self->chunk + 1);
      self->buffer = g_realloc (self->buffer, self->capacity);
    }
  n = g_input_stream_read (self->stream, self->buffer + left, self->chunk, NULL, error);
  if (n < 0)
    {
      g_prefix_error (error, _("after row %lld: "), (long long) self->row.number);
      return FALSE;
    }
  self->at_end = n == 0;
  self->end += n;
  self->consumed += n;
  self->buffer[self->end] = '\0';

  return TRUE;
}

/* Of the field that follows those that have been found. */
static Scan
fail_field (TroupeCsvReader  *self,
            const char       *what,
            GError          **error)
{
  troupe_fail (error, TROUPE_ERROR_FORMAT, _("row %lld, column %u: %s"),
               (long long) self->row.number + 1, self->fields->len + 1, what);
  return FAILED;
}

/* Text of another encoding in the middle of the file, at that offset of the row. */
static gboolean
fail_encoding (TroupeCsvReader  *self,
               gsize             offset,
               GError          **error)
{
  guint n = 0;

  while (n + 1 < self->fields->len && g_array_index (self->fields, Field, n).end <= offset)
    n++;
  g_array_set_size (self->fields, n);

  return fail_field (self, _("the text is not UTF-8 as the rest of the file is; save the file as UTF-8"), error) != FAILED;
}

/* To just behind the closing quote, or NULL when the buffer ends before it. */
static const char *
skip_quoted (const char *p,
             const char *limit,
             gboolean    at_end)
{
  for (;;)
    {
      p = memchr (p, '"', limit - p);
      if (p == NULL || (p + 1 == limit && !at_end))
        return NULL;
      if (p[1] != '"' || p + 1 == limit)
        return p + 1;
      p += 2;
    }
}

/* One field; ret_next is the delimiter, line end or end of text behind it. */
static Scan
scan_field (TroupeCsvReader  *self,
            const char       *p,
            const char      **ret_next,
            GError          **error)
{
  const char *base = self->buffer + self->start, *limit = self->buffer + self->end;
  Field field = { .start = p - base };
  gboolean wrapped = p[0] == '=' && p[1] == '"';

  if (*p == '"' || wrapped)
    {
      field.quoted = TRUE;
      p += 1 + wrapped;
      field.start = p - base;
      p = skip_quoted (p, limit, self->at_end);
      if (p == NULL && !self->at_end)
        return MORE;
      if (p == NULL)
        return fail_field (self, _("a quotation mark is opened and never closed; close it in the file or save the file again"), error);
    }
  while (!self->special[(guchar) *p])
    p++;
  if (*p == '\0' && p < limit)
    return fail_field (self, _("there is a NUL byte; this is no text file, or a damaged one"), error);
  if (*p == '\0' && !self->at_end)
    return MORE;
  field.end = p - base;
  if (field.end - field.start > MAX_FIELD)
    return fail_field (self, _("the text is longer than 1 MiB; check that its quotation marks are closed"), error);
  g_array_append_val (self->fields, field);
  *ret_next = p;

  return ROW;
}

/* Finds the fields of the row at start; ret_end is where the next one begins. */
static Scan
scan_row (TroupeCsvReader  *self,
          gsize            *ret_end,
          GError          **error)
{
  const char *p = self->buffer + self->start, *limit = self->buffer + self->end;

  g_array_set_size (self->fields, 0);
  for (;;)
    {
      Scan scan = scan_field (self, p, &p, error);

      if (scan != ROW)
        return scan;
      if (*p != self->delimiter)
        break;
      if (self->fields->len >= MAX_COLUMNS)
        return fail_field (self, _("there are more than 16,384 columns; this is no table"), error);
      p++;
    }
  if (*p == '\r' && p + 1 == limit && !self->at_end)
    return MORE;
  p += *p == '\r' && p[1] == '\n' ? 2 : p < limit;
  *ret_end = p - self->buffer;

  return ROW;
}

/* Takes out the closing quote and one of each two; what stands behind the closing one stays. */
static gsize
unquote (char *text,
         gsize length)
{
  char *in = text, *out = text, *end = text + length;
  gboolean open = TRUE;

  for (; in < end; in++)
    if (!open || *in != '"')
      *out++ = *in;
    else if (in + 1 < end && in[1] == '"')
      *out++ = *in++;
    else
      open = FALSE;

  return out - text;
}

static void
finish_row (TroupeCsvReader *self,
            gsize            next)
{
  char *base = self->buffer + self->start;

  g_array_set_size (self->cells, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);
      TroupeCell *cell = &g_array_index (self->cells, TroupeCell, i);

      cell->text = base + field->start;
      cell->length = field->end - field->start;
      cell->kind = TROUPE_CELL_TEXT;
      if (field->quoted)
        cell->length = unquote (cell->text, cell->length);
      cell->text[cell->length] = '\0';
    }
  self->row.cells = (TroupeCell *) (void *) self->cells->data;
  self->row.n_cells = self->cells->len;
  self->row.number++;
  self->start = next;
}

static gboolean
troupe_csv_reader_next (TroupeRowReader  *reader,
                        TroupeRow       **ret_row,
                        GError          **error)
{
  TroupeCsvReader *self = TROUPE_CSV_READER (reader);
  const char *invalid;
  Scan scan;
  gsize next;

  *ret_row = NULL;
  do
    {
      if (self->start == self->end && self->at_end)
        return TRUE;
      scan = scan_row (self, &next, error);
      if (scan == MORE && !fill (self, error))
        return FALSE;
    }
  while (scan == MORE);
  if (scan == FAILED)
    return FALSE;
  if (!g_utf8_validate_len (self->buffer + self->start, next - self->start, &invalid))
    return fail_encoding (self, invalid - (self->buffer + self->start), error);
  finish_row (self, next);
  *ret_row = &self->row;

  return TRUE;
}

static double
troupe_csv_reader_get_progress (TroupeRowReader *reader)
{
  TroupeCsvReader *self = TROUPE_CSV_READER (reader);

  if (self->at_end && self->start == self->end)
    return 1;
  if (self->expected_size <= 0)
    return 0;

  return MIN ((double) (self->consumed - (self->end - self->start)) / self->expected_size, 1);
}

static void
troupe_csv_reader_finalize (GObject *object)
{
  TroupeCsvReader *self = TROUPE_CSV_READER (object);

  g_clear_object (&self->stream);
  g_free (self->buffer);
  g_array_unref (self->fields);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (troupe_csv_reader_parent_class)->finalize (object);
}

static void
row_reader_iface_init (TroupeRowReaderInterface *iface)
{
  iface->next = troupe_csv_reader_next;
  iface->get_progress = troupe_csv_reader_get_progress;
}

static void
troupe_csv_reader_class_init (TroupeCsvReaderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_csv_reader_finalize;
}

static void
troupe_csv_reader_init (TroupeCsvReader *self)
{
  self->chunk = CHUNK;
  self->buffer = g_malloc0 (1);
  self->capacity = 1;
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TroupeCell));
  self->special['\0'] = self->special['\n'] = self->special['\r'] = 1;
}

TroupeRowReader *
troupe_csv_reader_new (GInputStream *stream,
                       char          delimiter,
                       goffset       expected_size)
{
  TroupeCsvReader *self = g_object_new (TROUPE_TYPE_CSV_READER, NULL);

  self->stream = g_object_ref (stream);
  self->delimiter = delimiter;
  self->special[(guchar) delimiter] = 1;
  self->expected_size = expected_size;

  return TROUPE_ROW_READER (self);
}

void
troupe_csv_reader_set_chunk (TroupeCsvReader *self,
                             gsize            chunk)
{
  self->chunk = chunk;
}
