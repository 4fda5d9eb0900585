/* The few words that paper adds to a report, and all the characters that printing it takes. */
#pragma once

#include <hb.h>

#include "troupe-report.h"

G_BEGIN_DECLS

/* "Page 1 of 3 · checksum 41d8 0c2e 97b6" */
char     *troupe_print_text_page      (const TroupeReport *report,
                                       guint               page,
                                       guint               n_pages);
/* "CNY · Asia/Shanghai · …": what the numbers rest on. */
char     *troupe_print_text_ground    (const TroupeReport *report);
/* The head of the second and later pages. */
char     *troupe_print_text_running   (const TroupeReport *report);
char     *troupe_print_text_continued (const TroupeReport *report,
                                       const char         *heading);

/* Of reports (of TroupeReport), with what every document may need. Free with hb_set_destroy(). */
hb_set_t *troupe_print_text_collect   (GPtrArray          *reports);

G_END_DECLS
