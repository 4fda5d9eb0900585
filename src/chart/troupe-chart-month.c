#include "troupe-chart-month.h"

#include <glib/gi18n-lib.h>

/* Translators: formats of g_date_time_format(); Chinese has "%-m月", "%Y年%-m月" and "%Y年%-m月". */
static const char *const forms[] = {
  /* xgettext:no-c-format */
  [TROUPE_CHART_MONTH_SHORT] = NC_("month", "%b"),
  [TROUPE_CHART_MONTH_YEAR] = NC_("month", "%b %Y"),
  [TROUPE_CHART_MONTH_LONG] = NC_("month", "%OB %Y"),
};

char *
troupe_chart_month_format (TroupeMonth          month,
                           TroupeChartMonthForm form)
{
  g_autoptr(GDateTime) first = g_date_time_new_utc (month / 12, month % 12 + 1, 1, 0, 0, 0);

  return g_date_time_format (first, g_dpgettext2 (GETTEXT_PACKAGE, "month", forms[form]));
}
