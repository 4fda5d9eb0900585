/* The few words that paper adds to a report, and all the characters that printing it takes. */
#pragma once

#include <hb.h>

#include "troupe-report.h"

G_BEGIN_DECLS

/* The head of the second and later pages. */
char     *troupe_print_text_running   (const TroupeReport *report);
char     *troupe_print_text_continued (const TroupeReport *report,
                                       const char         *heading);

/* Of reports (of TroupeReport), with what every document may need. Free with hb_set_destroy(). */
hb_set_t *troupe_print_text_collect   (GPtrArray          *reports);

G_END_DECLS
