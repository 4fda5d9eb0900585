/* How documents divide the month's income: what stays with the creators, the agency and the platforms. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

typedef struct
{
  TroupePartColor  color;
  const char      *id;
  const char      *phrase;   /* of the catalogue */
  gint64           minor;
} TroupeDocumentPart;

/* Gives each part its share in tenths of a percent; the last one takes what rounding leaves, so that they make 100.
 * Nothing where there is no income to divide. */
void troupe_document_divide (TroupeReport             *report,
                             TroupeCell                income,
                             const TroupeDocumentPart *parts,
                             guint                     n_parts);

G_END_DECLS
