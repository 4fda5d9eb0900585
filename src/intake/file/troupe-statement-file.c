#include "troupe-statement-file.h"

#include "troupe-error.h"
#include "troupe-file-magic.h"
#include "troupe-gunzip.h"
#include "troupe-text-sheet.h"
#include "troupe-xlsx-book.h"
#include "troupe-xlsx-reader.h"
#include "troupe-zip-stream.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_BLOCK (64 * 1024)

typedef enum { BARE, GZIP, ZIP, WORKBOOK } Container;

struct _TroupeStatementFile
{
  GObject parent;

  char *path;
  char *name;
  char *format;
  Container container;
  TroupeXlsxBook *book;
  GPtrArray *sheets;   /* of TroupeTextSheet, unless it is a workbook */
  goffset size;

  GThread *hasher;
  gboolean stop;       /* atomic */
  char *hash;
  GError *hash_error;
};

G_DEFINE_FINAL_TYPE (TroupeStatementFile, troupe_statement_file, G_TYPE_OBJECT)

/* The bytes of a text before they are decoded. */
static GInputStream *
open_bytes (TroupeStatementFile    *self,
            const TroupeTextSheet  *sheet,
            GError                **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GConverter) unzip = NULL;

  if (self->container == ZIP)
    return troupe_zip_stream_open (self->path, sheet->entry, error);
  stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (stream == NULL || self->container == BARE)
    return g_steal_pointer (&stream);
  unzip = troupe_gunzip_new ();

  return g_converter_input_stream_new (stream, unzip);
}

static gboolean
look_into_sheet (TroupeStatementFile  *self,
                 TroupeTextSheet      *sheet,
                 GError              **error)
{
  g_autoptr(GInputStream) bytes = open_bytes (self, sheet, error);
  goffset size = self->container == BARE ? self->size : 0;
  g_autoptr(GError) local = NULL;

  if (bytes == NULL)
    return FALSE;
  if (TROUPE_IS_ZIP_STREAM (bytes))
    size = troupe_zip_stream_get_size (TROUPE_ZIP_STREAM (bytes));
  if (troupe_text_sheet_look (sheet, bytes, size, &local))
    return TRUE;
  if (self->container == GZIP && local->domain != TROUPE_ERROR)
    return troupe_fail (error, TROUPE_ERROR_FORMAT, _("the archive is damaged or incomplete; download the file again"));
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* A table, and not what a Mac keeps of a file beside it. */
static gboolean
is_table_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1), *base = g_path_get_basename (name);

  if (g_str_has_prefix (base, "._"))
    return FALSE;

  return g_str_has_suffix (lower, ".csv") || g_str_has_suffix (lower, ".tsv") || g_str_has_suffix (lower, ".txt");
}

/* Tables in an archive do not stand for the workbook or the archive beside them. */
static gboolean
check_beside (char   **entries,
              GError **error)
{
  static const char *const others[] = { ".xlsx", ".xlsm", ".xls", ".zip", ".gz", ".rar", ".7z", NULL };

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    {
      g_autofree char *lower = g_ascii_strdown (entries[i], -1), *base = g_path_get_basename (entries[i]);

      for (gsize k = 0; !g_str_has_prefix (base, "._") && others[k] != NULL; k++)
        if (g_str_has_suffix (lower, others[k]))
          {
            g_autofree char *shown = g_utf8_make_valid (base, -1);

            return troupe_fail (error, TROUPE_ERROR_FORMAT,
                                _("besides tables there is “%s” in this archive, which is not read within it; unpack the archive "
                                  "and import its files one by one"), shown);
          }
    }

  return TRUE;
}

static gboolean
open_texts (TroupeStatementFile  *self,
            char                **entries,
            GError              **error)
{
  static const char *const containers[] = { [BARE] = "CSV", [GZIP] = "gzip", [ZIP] = "ZIP" };
  g_autofree char *dialect = NULL;

  for (guint i = 0; entries != NULL && entries[i] != NULL; i++)
    if (is_table_name (entries[i]))
      g_ptr_array_add (self->sheets, troupe_text_sheet_new (entries[i], entries[i]));
  if (entries == NULL)
    g_ptr_array_add (self->sheets, troupe_text_sheet_new (NULL, self->name));
  if (self->sheets->len == 0)
    return troupe_fail (error, TROUPE_ERROR_FORMAT,
                        _("there is no CSV file in this archive; unpack it and import what is inside"));
  if (!check_beside (entries, error))
    return FALSE;
  for (guint i = 0; i < self->sheets->len; i++)
    if (!look_into_sheet (self, g_ptr_array_index (self->sheets, i), error))
      return FALSE;
  dialect = troupe_text_sheet_describe (g_ptr_array_index (self->sheets, 0));
  self->format = g_strdup_printf ("%s, %s", containers[self->container], dialect);

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

static gboolean
open_file (TroupeStatementFile  *self,
           GError              **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (self->path);
  g_autoptr(GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr(GFileInfo) info = NULL;
  char head[64];
  gsize n;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n, NULL, error))
    return FALSE;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);
  if (info == NULL || !troupe_file_magic_check (head, n, error))
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
  g_autofree guchar *block = g_malloc (HASH_BLOCK);
  gssize n = stream ? 1 : 0;

  while (n > 0 && !g_atomic_int_get (&self->stop))
    {
      n = g_input_stream_read (stream, block, HASH_BLOCK, NULL, &self->hash_error);
      if (n > 0)
        g_checksum_update (checksum, block, n);
    }
  if (self->hash_error == NULL)
    g_atomic_pointer_set (&self->hash, g_strdup (g_checksum_get_string (checksum)));

  return NULL;
}

TroupeStatementFile *
troupe_statement_file_open (const char  *path,
                            GError     **error)
{
  g_autoptr(TroupeStatementFile) self = g_object_new (TROUPE_TYPE_STATEMENT_FILE, NULL);
  GError *failure = NULL;

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  if (!open_file (self, &failure))
    {
      if (failure->domain != TROUPE_ERROR)
        troupe_fail_file (error, path, g_steal_pointer (&failure));
      else if (!g_str_has_prefix (failure->message, self->name))
        g_prefix_error (&failure, "%s: ", self->name);
      if (failure != NULL)
        g_propagate_error (error, g_steal_pointer (&failure));
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
troupe_statement_file_peek_hash (TroupeStatementFile *self)
{
  return g_atomic_pointer_get (&self->hash);
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

  return ((TroupeTextSheet *) g_ptr_array_index (self->sheets, sheet))->name;
}

gboolean
troupe_statement_file_is_sheet_hidden (TroupeStatementFile *self,
                                       guint                sheet)
{
  return self->book != NULL && troupe_xlsx_book_is_sheet_hidden (self->book, sheet);
}

TroupeRowReader *
troupe_statement_file_read_sheet (TroupeStatementFile  *self,
                                  guint                 index,
                                  GError              **error)
{
  g_autoptr(GInputStream) bytes = NULL;
  const TroupeTextSheet *sheet;

  if (self->book)
    return troupe_xlsx_reader_new (self->book, index, error);
  sheet = g_ptr_array_index (self->sheets, index);
  bytes = open_bytes (self, sheet, error);

  return bytes ? troupe_text_sheet_read (sheet, bytes, error) : NULL;
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
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) troupe_text_sheet_free);
}
