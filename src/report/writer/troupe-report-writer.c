#include "troupe-report-writer.h"

#include "troupe-error.h"
#include "troupe-output.h"
#include "troupe-report-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const words[] = {
  [TROUPE_FORMAT_PDF] = "pdf",
  [TROUPE_FORMAT_XLSX] = "xlsx",
  [TROUPE_FORMAT_CSV] = "csv",
  [TROUPE_FORMAT_JSON] = "json",
};

gboolean
troupe_format_parse (const char    *word,
                     TroupeFormat  *ret_format,
                     GError       **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *ret_format = i;
        return TRUE;
      }

  return troupe_fail (error, TROUPE_ERROR_INVALID, _("“%s” is no format of reports; choose pdf, xlsx, csv or json"), word);
}

const char *
troupe_format_get_word (TroupeFormat format)
{
  return words[format];
}

gboolean
troupe_report_write_json (GPtrArray   *reports,
                          const char  *path,
                          GError     **error)
{
  g_autofree char *json = troupe_reports_to_json (reports);
  g_autofree char *text = g_strconcat (json, "\n", NULL);

  return troupe_output_replace (path, text, strlen (text), error);
}

static gboolean
write_pdf (GPtrArray      *reports,
           TroupeFontSet  *fonts,
           const char     *path,
           GError        **error)
{
  g_autoptr(TroupeFontSet) own = NULL;

  if (fonts == NULL)
    fonts = own = troupe_font_set_new (reports, error);
  return fonts != NULL && troupe_report_write_pdf (reports, fonts, path, error);
}

gboolean
troupe_report_write (GPtrArray      *reports,
                     TroupeFormat    format,
                     TroupeFontSet  *fonts,
                     const char     *path,
                     GError        **error)
{
  switch (format)
    {
    case TROUPE_FORMAT_PDF:
      return write_pdf (reports, fonts, path, error);
    case TROUPE_FORMAT_XLSX:
      return troupe_report_write_xlsx (reports, path, error);
    case TROUPE_FORMAT_CSV:
      return troupe_report_write_csv (reports, path, error);
    case TROUPE_FORMAT_JSON:
      return troupe_report_write_json (reports, path, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
