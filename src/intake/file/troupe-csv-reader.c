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
  guint32 start;
  guint32 end;
  guint32 quoted;
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
  gsize valid;         /* up to here the buffer is UTF-8; 0 to end */
  gboolean at_end;
  guint8 special[256]; /* bytes that end an unquoted field */
  char delimiter;
  Field *fields;
  guint n_fields;
  guint room;          /* for so many fields, and cells */
  TroupeRow row;
};

static void row_reader_iface_init (TroupeRowReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeCsvReader, troupe_csv_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_ROW_READER, row_reader_iface_init))

/* Goes on with the validation; it stops for good before the first byte that is not UTF-8. */
static void
validate (TroupeCsvReader *self)
{
  const char *end;

  g_utf8_validate_len (self->buffer + self->valid, self->end - self->valid, &end);
  self->valid = end - self->buffer;
}

/* Bytes that cannot be unpacked or decoded; an error that says more itself is left as it is. */
static gboolean
fail_bytes (TroupeCsvReader  *self,
            GError          **error)
{
  if (error == NULL || (*error)->domain == TROUPE_ERROR)
    return FALSE;
  g_clear_error (error);

  return troupe_fail (error, TROUPE_ERROR_FORMAT,
                      _("after row %lld: the file is damaged, cut off or changes its encoding; download it again"),
                      (long long) self->row.number);
}

/* Moves what is left to the front and reads on. */
static gboolean
fill (TroupeCsvReader  *self,
      GError          **error)
{
  gsize left = self->end - self->start;
  gssize n;

  if (left > MAX_ROW)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("row %lld is longer than 8 MiB: either a quotation mark is never closed or this is no "
                          "table; check the file"),
                        (long long) self->row.number + 1);
  memmove (self->buffer, self->buffer + self->start, left);
  self->valid -= self->start;
  self->start = 0;
  self->end = left;
  if (self->capacity < left + self->chunk + 1)
    {
      self->capacity = MAX (self->capacity * 2, left + self->chunk + 1);
      self->buffer = g_realloc (self->buffer, self->capacity);
    }
  n = g_input_stream_read (self->stream, self->buffer + left, self->chunk, NULL, error);
  if (n < 0)
    return fail_bytes (self, error);
  self->at_end = n == 0;
  self->end += n;
  self->consumed += n;
  self->buffer[self->end] = '\0';
  validate (self);

  return TRUE;
}

static Scan
fail_field (TroupeCsvReader  *self,
            guint             field,
            const char       *what,
            GError          **error)
{
  troupe_fail (error, TROUPE_ERROR_FORMAT,
               _("row %lld, column %u: %s"), (long long) self->row.number + 1, field + 1, what);
  return FAILED;
}

/* Text of another encoding in the middle of the file. */
static gboolean
fail_encoding (TroupeCsvReader  *self,
               GError          **error)
{
  guint i = 0;

  while (i + 1 < self->n_fields && self->start + self->fields[i].end <= self->valid)
    i++;

  return fail_field (self, i, _("the text is not UTF-8 as the rest of the file is; save the file as UTF-8"), error) != FAILED;
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

/* A field that begins with a quotation mark, or with ="; p ends up where its text does. */
static Scan
scan_quoted (TroupeCsvReader  *self,
             const char      **p,
             Field            *field,
             GError          **error)
{
  const char *start = *p + 1 + (**p == '='), *end;

  end = skip_quoted (start, self->buffer + self->end, self->at_end);
  if (end == NULL && !self->at_end)
    return MORE;
  if (end == NULL)
    return fail_field (self, self->n_fields, _("a quotation mark is opened and never closed; close it in the file "
                                               "or save the file again"), error);
  field->start = start - (self->buffer + self->start);
  field->quoted = TRUE;
  while (!self->special[(guchar) *end])
    end++;
  *p = end;

  return ROW;
}

/* What ended a field that is no end: a NUL in the text, the end of the buffer, sheer size. */
static Scan
check_field (TroupeCsvReader  *self,
             const char       *p,
             const Field      *field,
             GError          **error)
{
  if (*p == '\0' && p < self->buffer + self->end)
    return fail_field (self, self->n_fields, _("there is a NUL byte; this is no text file, or a damaged one"), error);
  if (*p == '\0' && !self->at_end)
    return MORE;
  if (field->end - field->start > MAX_FIELD)
    return fail_field (self, self->n_fields, _("the text is longer than 1 MiB; check that its quotation marks are "
                                               "closed"), error);
  if (self->n_fields >= MAX_COLUMNS)
    return fail_field (self, self->n_fields, _("there are more than 16,384 columns; this is no table"), error);

  return ROW;
}

static void
make_room (TroupeCsvReader *self)
{
  if (self->n_fields < self->room)
    return;
  self->room *= 2;
  self->fields = g_renew (Field, self->fields, self->room);
  self->row.cells = g_renew (TroupeCell, self->row.cells, self->room);
}

/* Finds the fields of the row at start; ret_end is where the next one begins. */
static Scan
scan_row (TroupeCsvReader  *self,
          gsize            *ret_end,
          GError          **error)
{
  const char *base = self->buffer + self->start, *p = base, *limit = self->buffer + self->end;
  const guint8 *special = self->special;
  Scan scan = ROW;

  for (self->n_fields = 0;; p++)
    {
      Field field = { .start = p - base };

      if (*p == '"' || (*p == '=' && p[1] == '"'))
        scan = scan_quoted (self, &p, &field, error);
      else
        while (!special[(guchar) *p])
          p++;
      field.end = p - base;
      if (scan == ROW && (*p == '\0' || field.end - field.start > MAX_FIELD || self->n_fields >= MAX_COLUMNS))
        scan = check_field (self, p, &field, error);
      if (scan != ROW)
        return scan;
      make_room (self);
      self->fields[self->n_fields++] = field;
      if (*p != self->delimiter)
        break;
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

  for (guint i = 0; i < self->n_fields; i++)
    {
      const Field *field = &self->fields[i];
      TroupeCell *cell = &self->row.cells[i];

      cell->text = base + field->start;
      cell->length = field->end - field->start;
      cell->kind = TROUPE_CELL_TEXT;
      if (field->quoted)
        cell->length = unquote (cell->text, cell->length);
      cell->text[cell->length] = '\0';
    }
  self->row.n_cells = self->n_fields;
  self->row.number++;
  self->start = next;
}

static gboolean
troupe_csv_reader_next (TroupeRowReader  *reader,
                        TroupeRow       **ret_row,
                        GError          **error)
{
  TroupeCsvReader *self = TROUPE_CSV_READER (reader);
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
  if (next > self->valid)
    return fail_encoding (self, error);
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
  g_free (self->fields);
  g_free (self->row.cells);
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
  self->room = 64;
  self->fields = g_new (Field, self->room);
  self->row.cells = g_new (TroupeCell, self->room);
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
