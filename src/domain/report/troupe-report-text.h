/* The few texts that a page makes from a report, on paper and in the window alike. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

/* "CNY 49,869.74": the highlight. */
char     *troupe_report_format_figure (const TroupeReport *self);
/* "Gross 218,924.90" */
char     *troupe_report_format_whole  (const TroupeReport *self);
/* "agency 26.0%" */
char     *troupe_part_format_legend   (const TroupePart   *self);
/* "Page 1 of 3 · checksum 41d8 0c2e 97b6" */
char     *troupe_report_format_page   (const TroupeReport *self,
                                       guint               page,
                                       guint               n_pages);
/* "CNY · Asia/Shanghai · …": what the numbers rest on. */
char     *troupe_report_format_ground (const TroupeReport *self);

G_END_DECLS
