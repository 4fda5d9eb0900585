/* Days, periods and lengths of time as platforms write them. A day is taken as it stands, in
 * whatever time zone its platform means. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

/* How 03/04/2026 is meant. */
typedef enum
{
  TROUPE_DAY_ORDER_UNKNOWN,
  TROUPE_DAY_ORDER_DAY_FIRST,
  TROUPE_DAY_ORDER_MONTH_FIRST,
} TroupeDayOrder;

/* "2026-10-31", "2026/10/31 9:30", "20261031", "Sun Aug 23 2026", "Jun 7, 2020", "2026年7月6日",
 * "31/10/2026", "1/1/20 4:49am"; nothing, "-" and "/" give TROUPE_NONE. */
gboolean       troupe_day_read        (const char      *text,
                                       TroupeDayOrder   order,
                                       TroupeDay       *ret_day,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* Also "2026-07-01 ~ 2026-07-06", "2026/07/01-2026/07/06", "2026-07" and "2026年7月"; one day is a
 * period of one day. */
gboolean       troupe_period_read     (const char      *text,
                                       TroupeDayOrder   order,
                                       TroupeDay       *ret_first,
                                       TroupeDay       *ret_last,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;
/* The order that this text alone proves; UNKNOWN when it can be read either way, *ret_matters then
 * says whether it has to be known. */
TroupeDayOrder troupe_day_tell_order  (const char      *text,
                                       gboolean        *ret_matters);
/* The same of a period, whose ends have one order. */
TroupeDayOrder troupe_period_tell_order (const char    *text,
                                       gboolean        *ret_matters);
/* "23h 7m 8s", "12.5h", "11小时17分钟40秒", "0:13:29"; a bare number counts units of seconds each.
 * ret_seconds is rounded down; nothing and "-" give TROUPE_NONE. */
gboolean       troupe_duration_read   (const char      *text,
                                       int              seconds_each,
                                       gint64          *ret_seconds,
                                       GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
