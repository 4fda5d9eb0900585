/* Days and months of the proleptic Gregorian calendar, as numbers that can be compared and added.
 *
 * A TroupeDay counts days since 1970-01-01; a TroupeMonth counts months since January of year 0.
 * TROUPE_NONE stands for "no day". */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

typedef gint64 TroupeDay;
typedef gint64 TroupeMonth;

/* TROUPE_NONE when there is no such day. */
TroupeDay    troupe_day_new         (int           year,
                                     int           month,
                                     int           day);
void         troupe_day_split       (TroupeDay     day,
                                     int          *ret_year,
                                     int          *ret_month,
                                     int          *ret_day);
TroupeMonth  troupe_day_get_month   (TroupeDay     day);
TroupeMonth  troupe_month_new       (int           year,
                                     int           month);
TroupeDay    troupe_month_get_first (TroupeMonth   month);
TroupeDay    troupe_month_get_last  (TroupeMonth   month);
/* Whether day is one of first … last; a last of TROUPE_NONE stays open. */
gboolean     troupe_day_is_within   (TroupeDay     day,
                                     TroupeDay     first,
                                     TroupeDay     last);

/* Exactly "2026-10-31" and "2026-10". */
gboolean     troupe_day_parse       (const char   *text,
                                     TroupeDay    *ret_day,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     troupe_month_parse     (const char   *text,
                                     TroupeMonth  *ret_month,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* ISO text; NULL for TROUPE_NONE. The buffers of the _print forms hold it with its NUL. */
char        *troupe_day_to_string   (TroupeDay     day);
char        *troupe_month_to_string (TroupeMonth   month);
void         troupe_day_print       (TroupeDay     day,
                                     char          buffer[11]);
void         troupe_month_print     (TroupeMonth   month,
                                     char          buffer[8]);

/* Unix seconds (UTC) as "2026-10-31T09:20:00Z" and back. */
char        *troupe_time_to_string  (gint64        seconds);
gboolean     troupe_time_parse      (const char   *text,
                                     gint64       *ret_seconds,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
