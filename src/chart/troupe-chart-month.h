/* The names of months, in the language of the window. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_CHART_MONTH_SHORT,   /* "Jan" */
  TROUPE_CHART_MONTH_YEAR,    /* "Jan 2026" */
  TROUPE_CHART_MONTH_LONG,    /* "January 2026" */
} TroupeChartMonthForm;

char *troupe_chart_month_format (TroupeMonth          month,
                                 TroupeChartMonthForm form);

G_END_DECLS
