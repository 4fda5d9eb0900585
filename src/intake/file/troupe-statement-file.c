#include "troupe-statement-file.h"

#include "troupe-csv-reader.h"
#include "troupe-error.h"
#include "troupe-text-encoding.h"
#include "troupe-text.h"
#include "troupe-xlsx-book.h"
#include "troupe-xlsx-reader.h"
#include "troupe-zip-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Read to tell encoding and delimiter. */
#define SAMPLE (64 * 1024)

typedef enum { BARE, GZIP, ZIP, WORKBOOK } Container;

/* A text and how to read it. */
typedef struct
{
  char *entry;         /* inside a ZIP, else NULL */
  char *name;          /* to show */
  TroupeTextEncoding encoding;
  char delimiter;
  goffset size;        /* as UTF-8, roughly; 0: unknown */
} Sheet;

struct _TroupeStatementFile
{
  GObject parent;

  char *path;
  char *name;
  char *format;
  Container container;
  TroupeXlsxBook *book;
  GPtrArray *sheets;   /* of Sheet, unless it is a workbook */
  goffset size;

  GThread *hasher;
  gboolean stop;       /* atomic */
  char *hash;
  GError *hash_error;
};

G_DEFINE_FINAL_TYPE (TroupeStatementFile, troupe_statement_file, G_TYPE_OBJECT)

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->entry);
  g_free (sheet->name);
  g_free (sheet);
}

/* The bytes of a text before they are decoded. */
static GInputStream *
open_bytes (TroupeStatementFile  *self,
            const Sheet          *sheet,
            GError              **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GConverter) unzip = NULL;

  if (self->container == ZIP)
    return troupe_zip_stream_open (self->path, sheet->entry, error);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (stream == NULL || self->container == BARE)
    return g_steal_pointer (&stream);
  unzip = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  return g_converter_input_stream_new (stream, unzip);
}

static const char *
describe_delimiter (char delimiter)
{
  return delimiter == '\t' ? _("tab") : delimiter == ';' ? _("semicolon") : _("comma");
}

/* Tells encoding and delimiter from the sample, and how long the text will be as UTF-8. */
static gboolean
tell_dialect (Sheet       *sheet,
              const char  *sample,
              gsize        n,
              goffset      raw_size,
              GError     **error)
{
  g_autoptr(GInputStream) raw = NULL, decoded = NULL;
  g_autofree char *text = g_malloc (SAMPLE * 3);
  gsize length = 0;

  sheet->encoding = troupe_text_encoding_detect (sample, n, n < SAMPLE);
  if (sheet->encoding.name == NULL)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("%s: this is neither an Excel workbook nor text in UTF-8, UTF-16 or GB18030; save it as "
                          ".xlsx or as CSV in UTF-8"),
                        sheet->name);
  raw = g_memory_input_stream_new_from_data (sample + sheet->encoding.bom, n - sheet->encoding.bom, NULL);
  decoded = troupe_text_encoding_decode (sheet->encoding, raw, error);
  if (decoded == NULL)
    return FALSE;
  /* a character that the sample cuts is no error here */
  if (!g_input_stream_read_all (decoded, text, SAMPLE * 3, &length, NULL, NULL) && length == 0)
    length = 0;
  sheet->delimiter = troupe_csv_guess_delimiter (text, length);
  if (raw_size > 0 && n > 0)
    sheet->size = (goffset) ((double) raw_size * length / n);

  return TRUE;
}

static gboolean
look_into_sheet (TroupeStatementFile  *self,
                 Sheet                *sheet,
                 GError              **error)
{
  g_autoptr(GInputStream) bytes = open_bytes (self, sheet, error);
  g_autofree char *sample = g_malloc (SAMPLE);
  goffset size = self->container == BARE ? self->size : 0;
  gsize n;

  if (bytes == NULL)
    return FALSE;
  if (!g_input_stream_read_all (bytes, sample, SAMPLE, &n, NULL, error))
    {
      if (self->container != GZIP)
        return FALSE;
      g_clear_error (error);
      return troupe_fail (error, TROUPE_ERROR_FORMAT,
                          _("the archive is damaged or incomplete; download the file again"));
    }
  if (TROUPE_IS_ZIP_STREAM (bytes))
    size = troupe_zip_stream_get_size (TROUPE_ZIP_STREAM (bytes));

  return tell_dialect (sheet, sample, n, size, error);
}

static gboolean
is_table_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv") || g_str_has_suffix (lower, ".txt");
}

static void
add_sheet (TroupeStatementFile *self,
           const char          *entry)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->entry = g_strdup (entry);
  sheet->name = entry ? g_utf8_make_valid (entry, -1) : g_strdup (self->name);
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
open_texts (TroupeStatementFile  *self,
            char                **entries,
            GError              **error)
{
  const Sheet *first;

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    if (is_table_name (entries[i]))
      add_sheet (self, entries[i]);
  if (entries == NULL)
    add_sheet (self, NULL);
  if (self->sheets->len == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("there is no CSV file in this archive; unpack it and import what is inside"));
  for (guint i = 0; i < self->sheets->len; i++)
    if (!look_into_sheet (self, g_ptr_array_index (self->sheets, i), error))
      return FALSE;
  first = g_ptr_array_index (self->sheets, 0);
  self->format = g_strdup_printf ("%s, %s, %s", self->container == ZIP ? "ZIP" : self->container == GZIP ? "gzip" : "CSV",
                                  first->encoding.name, describe_delimiter (first->delimiter));

  return TRUE;
}

static gboolean
open_archive (TroupeStatementFile  *self,
              GError              **error)
{
  g_auto(GStrv) entries = troupe_zip_list_names (self->path, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; entries[i] != NULL; i++)
    if (g_ascii_strcasecmp (entries[i], "xl/workbook.xml") == 0)
      {
        self->container = WORKBOOK;
        self->book = troupe_xlsx_book_open (self->path, error);
        self->format = g_strdup ("XLSX");
        return self->book != NULL;
      }
  self->container = ZIP;

  return open_texts (self, entries, error);
}

/* Files whose first bytes say that they are something else, and what to do with them. */
static gboolean
refuse_by_magic (const char  *head,
                 gsize        n,
                 GError     **error)
{
  static const struct { const char *magic; gsize length; const char *what; } known[] = {
    { "\320\317\021\340", 4, N_("this is an old Excel file (.xls) or one with a password; open it and save it as "
                                ".xlsx or .csv without a password") },
    { "%PDF", 4, N_("this is a PDF; download the statement as CSV or Excel instead") },
    { "SQLite format 3", 15, N_("this is a database, not a statement; open an agency file with Open") },
    { "Rar!", 4, N_("this is a RAR archive; unpack it and import what is inside") },
    { "7z\274\257", 4, N_("this is a 7z archive; unpack it and import what is inside") },
    { "<?xml", 5, N_("this is an XML file; open it in a spreadsheet and save it as .xlsx or .csv") },
    { "<html", 5, N_("this is a web page; open it in a spreadsheet and save it as .xlsx or .csv") },
    { "<!doctype", 9, N_("this is a web page; open it in a spreadsheet and save it as .xlsx or .csv") },
    { "<table", 6, N_("this is a web page; open it in a spreadsheet and save it as .xlsx or .csv") },
  };

  if (n == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the file is empty; download it again"));
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (n >= known[i].length && (memcmp (head, known[i].magic, known[i].length) == 0 ||
                                 (head[0] == '<' && g_ascii_strncasecmp (head, known[i].magic, known[i].length) == 0)))
      return troupe_fail (error, TROUPE_ERROR_FORMAT, "%s", _(known[i].what));

  return TRUE;
}

static gboolean
open_file (TroupeStatementFile  *self,
           GError              **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr(GFileInfo) info = NULL;
  char head[16];
  gsize n;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, error))
    return FALSE;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);
  if (info == NULL || !refuse_by_magic (head, n, error))
    return FALSE;
  self->size = g_file_info_get_size (info);
  if (n >= 4 && memcmp (head, "PK", 2) == 0 && head[2] < 8)
    return open_archive (self, error);
  self->container = n >= 2 && memcmp (head, "\037\213", 2) == 0 ? GZIP : BARE;

  return open_texts (self, NULL, error);
}

static gpointer
hash_in_thread (gpointer data)
{
  TroupeStatementFile *self = data;
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GInputStream) stream = G_INPUT_STREAM (g_file_read (file, NULL, &self->hash_error));
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *block = g_malloc (SAMPLE);
  gssize n = stream ? 1 : 0;

  while (n > 0 && !g_atomic_int_get (&self->stop))
    {
      n = g_input_stream_read (stream, block, SAMPLE, NULL, &self->hash_error);
      if (n > 0)
        g_checksum_update (checksum, block, n);
    }
  if (self->hash_error == NULL)
    self->hash = g_strdup (g_checksum_get_string (checksum));

  return NULL;
}

TroupeStatementFile *
troupe_statement_file_open (const char  *path,
                            GError     **error)
{
  g_autoptr(TroupeStatementFile) self = g_object_new (TROUPE_TYPE_STATEMENT_FILE, NULL);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  if (!open_file (self, error))
    {
      if (error != NULL && (*error)->domain == TROUPE_ERROR && !g_str_has_prefix ((*error)->message, self->name))
        g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  self->hasher = g_thread_new ("troupe-hash", hash_in_thread, self);

  return g_steal_pointer (&self);
}

const char *
troupe_statement_file_get_path (TroupeStatementFile *self)
{
  return self->path;
}

const char *
troupe_statement_file_get_name (TroupeStatementFile *self)
{
  return self->name;
}

const char *
troupe_statement_file_get_hash (TroupeStatementFile  *self,
                                GError              **error)
{
  g_clear_pointer (&self->hasher, g_thread_join);
  if (self->hash_error != NULL)
    g_propagate_error (error, g_error_copy (self->hash_error));

  return self->hash;
}

const char *
troupe_statement_file_get_format (TroupeStatementFile *self)
{
  return self->format;
}

guint
troupe_statement_file_get_n_sheets (TroupeStatementFile *self)
{
  return self->book ? troupe_xlsx_book_get_n_sheets (self->book) : self->sheets->len;
}

const char *
troupe_statement_file_get_sheet_name (TroupeStatementFile *self,
                                      guint                sheet)
{
  if (self->book)
    return troupe_xlsx_book_get_sheet_name (self->book, sheet);

  return ((Sheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

TroupeRowReader *
troupe_statement_file_read_sheet (TroupeStatementFile  *self,
                                  guint                 index,
                                  GError              **error)
{
  g_autoptr(GInputStream) bytes = NULL, text = NULL;
  const Sheet *sheet;
  char bom[4];
  gsize n;

  if (self->book)
    return troupe_xlsx_reader_new (self->book, index, error);
  sheet = g_ptr_array_index (self->sheets, index);
  bytes = open_bytes (self, sheet, error);
  /* not g_input_stream_skip(): a converter stream would skip what is not yet converted */
  if (bytes == NULL || !g_input_stream_read_all (bytes, bom, sheet->encoding.bom, &n, NULL, error))
    return NULL;
  text = troupe_text_encoding_decode (sheet->encoding, bytes, error);

  return text ? troupe_csv_reader_new (text, sheet->delimiter, sheet->size) : NULL;
}

static void
troupe_statement_file_finalize (GObject *object)
{
  TroupeStatementFile *self = TROUPE_STATEMENT_FILE (object);

  g_atomic_int_set (&self->stop, TRUE);
  g_clear_pointer (&self->hasher, g_thread_join);
  g_clear_error (&self->hash_error);
  g_free (self->hash);
  g_free (self->path);
  g_free (self->name);
  g_free (self->format);
  g_clear_pointer (&self->book, troupe_xlsx_book_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  G_OBJECT_CLASS (troupe_statement_file_parent_class)->finalize (object);
}

static void
troupe_statement_file_class_init (TroupeStatementFileClass *class)
{
  G_OBJECT_CLASS (class)->finalize = troupe_statement_file_finalize;
}

static void
troupe_statement_file_init (TroupeStatementFile *self)
{
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
}
