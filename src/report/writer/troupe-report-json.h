/* The JSON of a report: what its checksum is computed over, and what the JSON writer writes. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

/* The document without "made" and "checksum", on one line, members in a fixed order: anybody can
 * drop those two members from what troupe_report_write_json() wrote and compute the same SHA-256. */
char *troupe_report_to_canonical_json (const TroupeReport *self);

/* {"format":"troupe-report","version":1,"reports":[…]}, for people to read. */
char *troupe_reports_to_json          (GPtrArray          *reports);

G_END_DECLS
