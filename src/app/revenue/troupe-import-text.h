/* How an import reads: its period, its counts, its total, in the desk's language. */
#pragma once

#include "troupe-import-result.h"
#include "troupe-import.h"

G_BEGIN_DECLS

/* "1,204" */
char *troupe_import_text_number (gint64                 number);

/* "20 – 26 October 2026", "October 2026", "31 October 2026"; NULL without days. */
char *troupe_import_text_period (TroupeDay              first,
                                 TroupeDay              last);

/* "279 new (2 waiting), 6 already there": what is zero is left out. */
char *troupe_import_text_counts (const TroupeImport    *import);

/* "367,589.76 USD", "1,250 diamonds" of "USD 367589.76; diamond 1250". */
char **troupe_import_text_amounts (const char          *total);
/* The same in one: "367,589.76 USD + 1,250 diamonds"; NULL without a total. */
char *troupe_import_text_total  (const char            *total);

/* "Row 118", "Rows 240–245". */
char *troupe_import_text_rows   (gint64                 first,
                                 gint64                 last);
/* The same of the first of several stretches: "Row 12 and 17 more". */
char *troupe_import_text_places (gint64                 first,
                                 gint64                 last,
                                 gint64                 stretches);

/* "2026-11-03 09:12" in the desk's time zone. */
char *troupe_import_text_time   (gint64                 seconds);

/* What became of a row: "Failed", "Already there". */
const char *troupe_import_text_outcome (const char     *outcome);

/* "October 2026 is closed: what comes for it is booked in November 2026"; NULL where nothing is late. */
char *troupe_import_text_late   (const TroupeLateLines *late);

G_END_DECLS
