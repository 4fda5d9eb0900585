#include "troupe-document-whole.h"

#include "troupe-decimal.h"
#include "troupe-share.h"

void
troupe_document_divide (TroupeReport             *report,
                        TroupeCell                income,
                        const TroupeDocumentPart *parts,
                        guint                     n_parts)
{
  TroupeLang lang = report->title.lang;
  gint64 rest = 1000;

  if (income.number <= 0)
    return;
  troupe_report_set_whole (report, troupe_phrase (lang, "statement.gross"), income);
  for (guint i = 0; i < n_parts; i++)
    {
      gint64 permille = i + 1 < n_parts ? troupe_scale (parts[i].minor, 1000, income.number) : rest;
      g_autofree char *percent = troupe_share_format_ratio (permille * 10);
      TroupeCell value = income;

      rest -= permille;
      value.number = parts[i].minor;
      value.note = percent;
      troupe_report_add_part (report, parts[i].color, parts[i].id, troupe_phrase (lang, parts[i].phrase), value);
    }
}
