#include "troupe-chart-format.h"

#include "troupe-money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

static gint64
power_of_ten (int power)
{
  gint64 result = 1;

  while (power-- > 0)
    result *= 10;

  return result;
}

/* The largest unit that is not above the value; power 0 and no name when all are. */
static int
choose_unit (guint64   whole,
             char    **ret_name)
{
  /* Translators: the short number units of an axis with their powers of ten, smallest first.
   * Chinese and Japanese count by ten thousands: "万:4 亿:8". */
  g_auto(GStrv) units = g_strsplit (C_("chart axis", "k:3 M:6 bn:9"), " ", -1);
  int power = 0;

  *ret_name = NULL;
  for (char **unit = units; *unit != NULL; unit++)
    {
      const char *colon = strchr (*unit, ':');
      int next = colon ? atoi (colon + 1) : 0;

      if (next <= power || next > 15 || whole < (guint64) power_of_ten (next))
        continue;
      power = next;
      g_free (*ret_name);
      *ret_name = g_strndup (*unit, colon - *unit);
    }

  return power;
}

/* At most one decimal: an axis names round numbers, a bar's top needs no more. */
static char *
format_brief (gint64 value,
              int    places)
{
  g_autofree char *name = NULL, *number = NULL;
  guint64 size = value < 0 ? -(guint64) value : (guint64) value;
  int power = choose_unit (size / power_of_ten (places), &name);
  gint64 tenths = troupe_scale (size, 10, power_of_ten (places + power));

  number = troupe_decimal_format (tenths, 1, 0);
  return g_strconcat (value < 0 ? "−" : "", number, name ? "\u00a0" : NULL, name, NULL);
}

char *
troupe_chart_format_money (gint64      value,
                           gboolean    brief,
                           const char *unit)
{
  int exponent = troupe_currency_exponent (unit);

  if (!brief || value == TROUPE_NONE)
    return troupe_money_format (value, unit);
  return format_brief (value, exponent < 0 ? 2 : exponent);
}

char *
troupe_chart_format_count (gint64      value,
                           gboolean    brief,
                           const char *unit)
{
  if (brief && value != TROUPE_NONE)
    return format_brief (value, 0);
  return troupe_money_format (value, "JPY");   /* a unit without decimals */
}
