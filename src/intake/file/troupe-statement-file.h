/* A file as a platform gave it: opened by what it contains, whatever its name says. CSV and other
 * delimited text in any of the usual encodings, bare or in gzip or ZIP, and XLSX workbooks. */
#pragma once

#include "troupe-row-reader.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_STATEMENT_FILE (troupe_statement_file_get_type ())
G_DECLARE_FINAL_TYPE (TroupeStatementFile, troupe_statement_file, TROUPE, STATEMENT_FILE, GObject)

/* TROUPE_ERROR_FORMAT when it is nothing that can be read, with what it is and what to do. */
TroupeStatementFile *troupe_statement_file_open           (const char           *path,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
const char          *troupe_statement_file_get_path       (TroupeStatementFile  *self);
/* The name to show: without folders, always UTF-8. */
const char          *troupe_statement_file_get_name       (TroupeStatementFile  *self);
/* SHA-256 of the file's bytes in hexadecimal. It is computed beside other work; this waits for it. */
const char          *troupe_statement_file_get_hash       (TroupeStatementFile  *self,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same once it is known, NULL until then; any thread may ask. */
const char          *troupe_statement_file_peek_hash      (TroupeStatementFile  *self);
/* What it was recognised as, for people: "CSV, UTF-8, comma". */
const char          *troupe_statement_file_get_format     (TroupeStatementFile  *self);

/* Sheets of a workbook, texts of a ZIP; a bare file has one. */
guint                troupe_statement_file_get_n_sheets   (TroupeStatementFile  *self);
const char          *troupe_statement_file_get_sheet_name (TroupeStatementFile  *self,
                                                           guint                 sheet);
/* Whether a spreadsheet does not show it. */
gboolean             troupe_statement_file_is_sheet_hidden (TroupeStatementFile *self,
                                                           guint                 sheet);
/* All rows of a sheet from the first; each call starts anew. */
TroupeRowReader     *troupe_statement_file_read_sheet     (TroupeStatementFile  *self,
                                                           guint                 sheet,
                                                           GError              **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
