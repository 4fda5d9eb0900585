#include "troupe-report-writer.h"

#include "troupe-error.h"
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
troupe_report_write_json (GPtrArray     *reports,
                          TroupeOutput  *output,
                          GError       **error)
{
  g_autofree char *json = troupe_reports_to_json (reports);
  g_autofree char *text = g_strconcat (json, "\n", NULL);

  troupe_output_write (output, text, strlen (text));
  return troupe_output_commit (output, error);
}

static gboolean
write_pdf (GPtrArray      *reports,
           TroupeFontSet  *fonts,
           TroupeOutput   *output,
           GError        **error)
{
  g_autoptr(TroupeFontSet) own = NULL;

  if (fonts == NULL)
    fonts = own = troupe_font_set_new (reports, error);
  return fonts != NULL && troupe_report_write_pdf (reports, fonts, output, error);
}

gboolean
troupe_report_write (GPtrArray      *reports,
                     TroupeFormat    format,
                     TroupeFontSet  *fonts,
                     TroupeOutput   *output,
                     GError        **error)
{
  switch (format)
    {
    case TROUPE_FORMAT_PDF:
      return write_pdf (reports, fonts, output, error);
    case TROUPE_FORMAT_XLSX:
      return troupe_report_write_xlsx (reports, output, error);
    case TROUPE_FORMAT_CSV:
      return troupe_report_write_csv (reports, output, error);
    case TROUPE_FORMAT_JSON:
      return troupe_report_write_json (reports, output, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
