/* Reports into files. All four formats carry the same numbers and the same checksum, and the same
 * reports always give the same bytes. output is committed; errors are in a clerk's words
 * (TROUPE_ERROR_FAILED). reports is of sealed TroupeReport, one or many in one file. All block. */
#pragma once

#include "troupe-font-set.h"
#include "troupe-output.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_FORMAT_PDF,
  TROUPE_FORMAT_XLSX,
  TROUPE_FORMAT_CSV,
  TROUPE_FORMAT_JSON,
} TroupeFormat;

/* "pdf", "xlsx", "csv", "json"; TROUPE_ERROR_INVALID for other words. */
gboolean    troupe_format_parse      (const char     *word,
                                      TroupeFormat   *ret_format,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
const char *troupe_format_get_word   (TroupeFormat    format);

/* fonts are for PDF only: made once for all the files of a job; NULL: made here for these reports. */
gboolean    troupe_report_write      (GPtrArray      *reports,
                                      TroupeFormat    format,
                                      TroupeFontSet  *fonts,
                                      TroupeOutput   *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* A4, one report after the other, each with its own page numbers and an entry in the outline. */
gboolean    troupe_report_write_pdf  (GPtrArray      *reports,
                                      TroupeFontSet  *fonts,
                                      TroupeOutput   *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* A sheet of facts, then one for each kind of table; text is never a formula. */
gboolean    troupe_report_write_xlsx (GPtrArray      *reports,
                                      TroupeOutput   *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* UTF-8 with BOM, RFC 4180, ISO dates, points for decimals; one header row for everything, text that
 * a spreadsheet would run is quoted by an apostrophe. */
gboolean    troupe_report_write_csv  (GPtrArray      *reports,
                                      TroupeOutput   *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    troupe_report_write_json (GPtrArray      *reports,
                                      TroupeOutput   *output,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
