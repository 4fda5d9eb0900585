/* Files as platforms make them, written into a folder of their own, and what reading them gives. */
#pragma once

#include "troupe-statement-reader.h"

#include <glib/gstdio.h>
#include <minizip/zip.h>
#include <string.h>

/* A path in the test program's own folder beside it. */
static inline char *
fixture_path (const char *name)
{
  g_autofree char *program = g_strconcat (g_get_prgname (), ".files", NULL);
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "intake", program, NULL);

  g_mkdir_with_parents (folder, 0755);

  return g_build_filename (folder, name, NULL);
}

static inline char *
fixture_write (const char *name,
               const char *text,
               gssize      length)
{
  char *path = fixture_path (name);

  g_assert_true (g_file_set_contents (path, text, length, NULL));

  return path;
}

static inline void
fixture_zip_add (zipFile     zip,
                 const char *entry,
                 const void *bytes,
                 gsize       length)
{
  g_assert_cmpint (zipOpenNewFileInZip64 (zip, entry, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6, 1), ==, ZIP_OK);
  g_assert_cmpint (zipWriteInFileInZip (zip, bytes, length), ==, ZIP_OK);
  zipCloseFileInZip (zip);
}

/* A ZIP of these names and texts, NULL-ended. */
static inline char *
fixture_zip (const char        *name,
             const char *const *entries)
{
  char *path = fixture_path (name);
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);

  for (gsize i = 0; entries[i] != NULL; i += 2)
    fixture_zip_add (zip, entries[i], entries[i + 1], strlen (entries[i + 1]));
  zipClose (zip, NULL);

  return path;
}

/* Bytes as a file: as they are, in gzip, in ZIP. */
typedef enum { FIXTURE_BARE, FIXTURE_GZIP, FIXTURE_ZIP, FIXTURE_WRAPPINGS } FixtureWrapping;

static inline char *
fixture_wrap (const char      *name,
              const char      *bytes,
              gsize            length,
              FixtureWrapping  wrapping)
{
  g_autoptr(GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr(GBytes) plain = g_bytes_new (bytes, length), packed = NULL;
  char *path = fixture_path (name);
  zipFile zip;

  if (wrapping == FIXTURE_ZIP)
    {
      zip = zipOpen64 (path, APPEND_STATUS_CREATE);
      fixture_zip_add (zip, "folder/table.csv", bytes, length);
      zipClose (zip, NULL);
      return path;
    }
  packed = wrapping == FIXTURE_GZIP ? g_converter_convert_bytes (gzip, plain, NULL) : g_bytes_ref (plain);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), NULL));

  return path;
}

/* A workbook of one sheet with these <row>s; styles 1 and 2 are dates, from 1904 if so wanted. */
static inline char *
fixture_workbook (const char *name,
                  const char *rows,
                  const char *shared,
                  const char *properties)
{
  g_autofree char *workbook = g_strdup_printf (
    "<workbook xmlns:r=\"r\">%s<sheets><sheet name=\"Sheet1\" r:id=\"rId1\"/></sheets></workbook>", properties);
  g_autofree char *sheet = g_strdup_printf (
    "<worksheet><dimension ref=\"A1:A1\"/><sheetData>%s</sheetData></worksheet>", rows);
  g_autofree char *texts = g_strdup_printf ("<sst>%s</sst>", shared);
  const char *const entries[] = {
    "xl/workbook.xml", workbook, "xl/worksheets/sheet1.xml", sheet, "xl/sharedStrings.xml", texts,
    "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    "xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/></numFmts>"
                     "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
    NULL,
  };

  return fixture_zip (name, entries);
}

/* "1,2\n3,4\n" as the <row>s of a sheet, every cell an inline text. */
static inline char *
fixture_rows (const char *csv)
{
  GString *rows = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (csv, "\n", -1);

  for (gsize i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_string_append (rows, "<row>");
      for (gsize k = 0; cells[k] != NULL; k++)
        {
          g_autofree char *text = g_markup_escape_text (cells[k], -1);
          g_string_append_printf (rows, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", text);
        }
      g_string_append (rows, "</row>");
    }

  return g_string_free_and_steal (rows);
}

static inline void
fixture_append_line (GString                *out,
                     const TroupeStagedLine *line)
{
  g_autofree char *day = troupe_day_to_string (line->day), *month = troupe_month_to_string (line->month);
  g_autofree char *amount = troupe_decimal_format (line->amount, 6, 0);
  g_autofree char *fee = line->fee == TROUPE_NONE ? g_strdup ("") : troupe_decimal_format (line->fee, 6, 0);

  g_string_append_printf (out, "%d %s:%s %s %s %s %s %s%s%s%s%s\n", (int) line->row, line->platform, line->handle, line->kind,
                          month, day, amount, line->unit, *fee ? " fee " : "", fee, line->ref ? " " : "",
                          line->ref ? line->ref : "");
}

static inline void
fixture_append_problems (GString          *out,
                         TroupeLineSource *source)
{
  GPtrArray *problems = troupe_line_source_get_problems (source);

  for (guint i = 0; i < problems->len; i++)
    {
      const TroupeImportRow *row = g_ptr_array_index (problems, i);
      g_string_append_printf (out, "%s %d", row->outcome, (int) row->first_row);
      if (row->last_row != row->first_row)
        g_string_append_printf (out, "–%d", (int) row->last_row);
      g_string_append_printf (out, " [%s] %s\n", row->column ? row->column : "", row->reason);
    }
}

/* profile: NULL finds one. */
static inline TroupeStatementReader *
fixture_open (const char                    *path,
              TroupeProfile                 *profile,
              const TroupeStatementOptions  *options,
              GError                       **error)
{
  g_autoptr(GPtrArray) profiles = NULL, matches = NULL;
  g_autoptr(TroupeStatementFile) file = troupe_statement_file_open (path, error);
  g_autoptr(TroupeProfileMatch) match = NULL;

  if (file == NULL)
    return NULL;
  profiles = troupe_profile_list_builtin ();
  if (profile != NULL)
    match = troupe_profile_match_chosen (file, profile, error);
  else if ((matches = troupe_profile_match_file (file, profiles, error)) != NULL)
    match = troupe_profile_match_ref (g_ptr_array_index (matches, 0));

  return match != NULL ? troupe_statement_reader_new (file, match, options, error) : NULL;
}

/* The lines, the problems and the totals of a file as text; or the error. profile: NULL finds one. */
static inline char *
fixture_read (const char                   *path,
              TroupeProfile                *profile,
              const TroupeStatementOptions *options)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeStatementReader) reader = fixture_open (path, profile, options, &error);
  const TroupeStagedLine *line = NULL;
  TroupeImport import = { 0 };

  if (reader == NULL)
    return g_strdup (error->message);
  while (troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, &error) && line != NULL)
    fixture_append_line (out, line);
  if (error != NULL)
    {
      g_string_append (out, error->message);
      return g_string_free_and_steal (g_steal_pointer (&out));
    }
  fixture_append_problems (out, TROUPE_LINE_SOURCE (reader));
  troupe_line_source_describe (TROUPE_LINE_SOURCE (reader), &import);
  g_string_append_printf (out, "%s: %d rows, %s", import.profile, (int) import.rows, import.total ? import.total : "nothing");
  if (import.note != NULL)
    g_string_append_printf (out, "; %s", import.note);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/* The same of a file with this name and text, by the profile that fits. */
static inline char *
fixture_read_text (const char                   *name,
                   const char                   *text,
                   const TroupeStatementOptions *options)
{
  g_autofree char *path = fixture_write (name, text, -1);

  return fixture_read (path, NULL, options);
}
