/* The rows of a workbook's sheet, cells as text, in constant memory. Where the sheet says it ends
 * (<dimension>) is not believed; empty rows are passed over but counted. */
#pragma once

#include "troupe-row-reader.h"
#include "troupe-xlsx-book.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_XLSX_READER (troupe_xlsx_reader_get_type ())
G_DECLARE_FINAL_TYPE (TroupeXlsxReader, troupe_xlsx_reader, TROUPE, XLSX_READER, GObject)

TroupeRowReader *troupe_xlsx_reader_new (TroupeXlsxBook  *book,
                                         guint            sheet,
                                         GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
