#include "troupe-xlsx-reader.h"

#include "troupe-error.h"
#include "troupe-xlsx-number.h"
#include "troupe-xml-part.h"
#include "troupe-zip-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 16384
#define MAX_ROW     (8 * 1024 * 1024)

typedef struct
{
  gsize          start;    /* in text */
  gsize          length;
  TroupeCellKind kind;
} Field;

struct _TroupeXlsxReader
{
  GObject parent;

  TroupeXlsxBook *book;
  GInputStream *stream;
  XML_Parser parser;
  gboolean done;
  const char *refused;     /* why a handler stopped the parser for good */

  GString *text;           /* of the row so far, each cell with its NUL */
  GArray *fields;
  GArray *cells;
  TroupeRow row;
  gboolean row_ended;

  /* of the cell that is being read */
  guint column;
  guint style;
  char type;               /* s shared, i inline, t text or error, b boolean, d date, n number */
  gboolean has_formula;
  gboolean in_value;
  gboolean in_phonetic;
  GString *value;
};

static void row_reader_iface_init (TroupeRowReaderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TroupeXlsxReader, troupe_xlsx_reader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TROUPE_TYPE_ROW_READER, row_reader_iface_init))

static void
refuse (TroupeXlsxReader *self,
        const char       *why)
{
  self->refused = why;
  XML_StopParser (self->parser, XML_FALSE);
}

/* "AB12" is column 27; without a reference a cell follows the one before. */
static guint
parse_column (const char *reference,
              guint       next)
{
  guint column = 0;

  if (!g_ascii_isalpha (*reference))
    return next;
  for (; g_ascii_isalpha (*reference) && column <= MAX_COLUMNS; reference++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);

  return column - 1;
}

static char
parse_type (const char *type)
{
  if (g_str_equal (type, "inlineStr"))
    return 'i';
  if (g_str_equal (type, "str") || g_str_equal (type, "e"))
    return 't';

  return *type;
}

/* Cells are most of a sheet and their names are one letter each; 0: a longer name. */
static char
get_letter (const char *name)
{
  return name[0] != '\0' && name[1] == '\0' ? name[0] : '\0';
}

static void
begin_cell (TroupeXlsxReader  *self,
            const char       **attributes)
{
  self->column = self->fields->len;
  self->style = 0;
  self->type = 'n';
  self->has_formula = self->in_value = self->in_phonetic = FALSE;
  g_string_truncate (self->value, 0);
  for (; *attributes != NULL; attributes += 2)
    switch (get_letter (attributes[0]))
      {
      case 'r':
        self->column = parse_column (attributes[1], self->column);
        break;
      case 's':
        self->style = strtoul (attributes[1], NULL, 10);
        break;
      case 't':
        self->type = parse_type (attributes[1]);
        break;
      default:
        break;
      }
  if (self->column >= MAX_COLUMNS)
    refuse (self, _("a row has more than 16,384 columns; this is no table"));
}

static void
begin_row (TroupeXlsxReader  *self,
           const char       **attributes)
{
  const char *number = troupe_xml_attribute (attributes, "r");

  self->row.number = number ? g_ascii_strtoll (number, NULL, 10) : self->row.number + 1;
  g_array_set_size (self->fields, 0);
  g_string_truncate (self->text, 0);
}

static void XMLCALL
start_cb (void        *parser,
          const char  *element,
          const char **attributes)
{
  TroupeXlsxReader *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element);

  switch (get_letter (name))
    {
    case 'c':
      begin_cell (self, attributes);
      break;
    case 'v':
      self->in_value = TRUE;
      break;
    case 't':
      self->in_value = self->type == 'i' && !self->in_phonetic;
      break;
    case 'f':
      self->has_formula = TRUE;
      break;
    default:
      self->in_phonetic |= g_str_equal (name, "rPh");
      if (g_str_equal (name, "row"))
        begin_row (self, attributes);
    }
}

static void XMLCALL
text_cb (void       *parser,
         const char *text,
         int         length)
{
  TroupeXlsxReader *self = XML_GetUserData (parser);

  if (!self->in_value)
    return;
  g_string_append_len (self->value, text, length);
  if (self->value->len + self->text->len > MAX_ROW)
    refuse (self, _("a row holds more than 8 MiB of text; this is no statement"));
}

/* Appends the value to the row's text as its type and style want it seen. */
static TroupeCellKind
append_value (TroupeXlsxReader *self)
{
  const char *value = self->value->str, *shared;

  switch (self->type)
    {
    case 's':
      shared = troupe_xlsx_book_get_text (self->book, strtoul (value, NULL, 10));
      g_string_append (self->text, shared ? shared : "");
      return TROUPE_CELL_TEXT;
    case 'n':
      if (troupe_xlsx_book_is_date_style (self->book, self->style) &&
          troupe_xlsx_append_date (self->text, value, troupe_xlsx_book_is_from_1904 (self->book)))
        return TROUPE_CELL_TEXT;
      troupe_xlsx_append_number (self->text, value);
      return TROUPE_CELL_NUMBER;
    case 'b':
      g_string_append (self->text, *value == '1' ? "TRUE" : "FALSE");
      return TROUPE_CELL_TEXT;
    default:
      g_string_append (self->text, value);
      return TROUPE_CELL_TEXT;
    }
}

static void
end_cell (TroupeXlsxReader *self)
{
  Field field = { self->text->len, 0, TROUPE_CELL_TEXT };

  if (self->value->len > 0)
    field.kind = append_value (self);
  field.length = self->text->len - field.start;
  g_string_append_c (self->text, '\0');
  if (self->has_formula)
    field.kind = field.length > 0 ? TROUPE_CELL_FORMULA : TROUPE_CELL_UNKNOWN;
  while (self->fields->len <= self->column)
    {
      Field blank = { self->text->len - 1, 0, TROUPE_CELL_TEXT };
      g_array_append_val (self->fields, blank);
    }
  g_array_index (self->fields, Field, self->column) = field;
}

static void XMLCALL
end_cb (void       *parser,
        const char *element)
{
  TroupeXlsxReader *self = XML_GetUserData (parser);
  const char *name = troupe_xml_local_name (element);

  switch (get_letter (name))
    {
    case 'c':
      end_cell (self);
      break;
    case 'v':
    case 't':
      self->in_value = FALSE;
      break;
    default:
      self->in_phonetic &= !g_str_equal (name, "rPh");
      self->row_ended = self->fields->len > 0 && g_str_equal (name, "row");
      if (self->row_ended)
        XML_StopParser (parser, XML_TRUE);
    }
}

/* The texts have stopped moving: cells can point at them. */
static void
finish_row (TroupeXlsxReader *self)
{
  g_array_set_size (self->cells, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const Field *field = &g_array_index (self->fields, Field, i);

      g_array_index (self->cells, TroupeCell, i) =
        (TroupeCell) { self->text->str + field->start, field->length, field->kind };
    }
  self->row.cells = (TroupeCell *) (void *) self->cells->data;
  self->row.n_cells = self->cells->len;
}

static gboolean
troupe_xlsx_reader_next (TroupeRowReader  *reader,
                         TroupeRow       **ret_row,
                         GError          **error)
{
  TroupeXlsxReader *self = TROUPE_XLSX_READER (reader);

  *ret_row = NULL;
  self->row_ended = FALSE;
  if (self->done)
    return TRUE;
  if (!troupe_xml_parser_pump (self->parser, self->stream, &self->done, error))
    {
      if (self->refused == NULL)
        return FALSE;
      g_clear_error (error);
      return troupe_fail (error, TROUPE_ERROR_FORMAT, _("row %lld: %s"), (long long) self->row.number, self->refused);
    }
  if (self->row_ended)
    {
      finish_row (self);
      *ret_row = &self->row;
    }

  return TRUE;
}

static double
troupe_xlsx_reader_get_progress (TroupeRowReader *reader)
{
  TroupeXlsxReader *self = TROUPE_XLSX_READER (reader);
  TroupeZipStream *stream = TROUPE_ZIP_STREAM (self->stream);
  goffset size = troupe_zip_stream_get_size (stream);

  if (self->done || size <= 0)
    return self->done;

  return MIN ((double) troupe_zip_stream_get_position (stream) / size, 1);
}

static void
troupe_xlsx_reader_finalize (GObject *object)
{
  TroupeXlsxReader *self = TROUPE_XLSX_READER (object);

  g_clear_pointer (&self->parser, XML_ParserFree);
  g_clear_object (&self->stream);
  troupe_xlsx_book_unref (self->book);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
  g_array_unref (self->fields);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (troupe_xlsx_reader_parent_class)->finalize (object);
}

static void
row_reader_iface_init (TroupeRowReaderInterface *iface)
{
  iface->next = troupe_xlsx_reader_next;
  iface->get_progress = troupe_xlsx_reader_get_progress;
}

static void
troupe_xlsx_reader_class_init (TroupeXlsxReaderClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_xlsx_reader_finalize;
}

static void
troupe_xlsx_reader_init (TroupeXlsxReader *self)
{
  self->text = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->cells = g_array_new (FALSE, FALSE, sizeof (TroupeCell));
}

TroupeRowReader *
troupe_xlsx_reader_new (TroupeXlsxBook  *book,
                        guint            sheet,
                        GError         **error)
{
  static const TroupeXmlHandlers handlers = { start_cb, end_cb, text_cb };
  g_autoptr(TroupeXlsxReader) self = g_object_new (TROUPE_TYPE_XLSX_READER, NULL);

  self->book = troupe_xlsx_book_ref (book);
  self->stream = troupe_zip_stream_open (troupe_xlsx_book_get_path (book), troupe_xlsx_book_get_sheet_part (book, sheet), error);
  if (self->stream == NULL)
    return NULL;
  self->parser = troupe_xml_parser_new (&handlers, self);

  return TROUPE_ROW_READER (g_steal_pointer (&self));
}
