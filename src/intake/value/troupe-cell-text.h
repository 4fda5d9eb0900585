/* A cell's text without what exports and spreadsheets put around it. All work in place. */
#pragma once

#include "troupe-row-reader.h"

G_BEGIN_DECLS

/* Trims white space of every kind (BOM, NBSP, ideographic) and unwraps ="…". */
void        troupe_cell_trim         (TroupeCell       *cell);
/* For ids: also without the apostrophe that keeps a spreadsheet from counting with it. */
void        troupe_cell_trim_id      (TroupeCell       *cell);
/* The same text always as the same bytes: NFC, inner white space as one space (troupe_text_clean).
 * Either the cell's own text or scratch's. The cell must be trimmed. */
const char *troupe_cell_canonical    (const TroupeCell *cell,
                                      GString          *scratch);
/* Whether a trimmed id has gone through a spreadsheet's 15 digits: "7.12345678901235E+18". */
gboolean    troupe_cell_is_rounded   (const TroupeCell *cell);

G_END_DECLS
