/* A section in the sidebar, with a count where somebody must act. */
#pragma once

#include <adwaita.h>

#include "troupe-overview-job.h"
#include "troupe-section.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_SECTION_ROW (troupe_section_row_get_type ())
G_DECLARE_FINAL_TYPE (TroupeSectionRow, troupe_section_row, TROUPE, SECTION_ROW, GtkListBoxRow)

GtkWidget            *troupe_section_row_new         (const TroupeSection *section);
const TroupeSection  *troupe_section_row_get_section (TroupeSectionRow    *self);

/* Shows how much of the needs waits in this section; nothing, when nothing does. */
void                  troupe_section_row_show_needs  (TroupeSectionRow    *self,
                                                      GPtrArray           *needs);

G_END_DECLS
