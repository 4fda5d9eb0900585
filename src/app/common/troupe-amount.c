#include "troupe-amount.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

/* Tenths of a percent. */
static char *
format_tenths (gint64      tenths,
               const char *sign)
{
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT "%%", sign, ABS (tenths) / 10, ABS (tenths) % 10);
}

char *
troupe_amount_format_change (gint64 amount,
                             gint64 before)
{
  gint64 tenths;

  if (amount == TROUPE_NONE || before == TROUPE_NONE || before == 0)
    return NULL;
  tenths = troupe_scale (amount - before, 1000, ABS (before));
  return format_tenths (tenths, tenths > 0 ? "+" : tenths < 0 ? "\u2212" : "±");
}

char *
troupe_amount_format_part (gint64 part,
                           gint64 whole)
{
  gint64 tenths;

  if (part == TROUPE_NONE || whole == TROUPE_NONE || whole == 0)
    return NULL;
  tenths = troupe_scale (part, 1000, whole);
  return format_tenths (tenths, tenths < 0 ? "\u2212" : "");
}

static char *
format (TroupeDay   day,
        const char *format)
{
  g_autoptr(GDateTime) time = NULL;
  int year, month, of_month;

  troupe_day_split (day, &year, &month, &of_month);
  time = g_date_time_new_utc (year, month, of_month, 0, 0, 0);
  return g_date_time_format (time, format);
}

char *
troupe_amount_format_month (TroupeMonth month)
{
  /* Translators: a month, for g_date_time_format(), such as October 2026 */
  return format (troupe_month_get_first (month), _("%OB %Y"));
}

char *
troupe_amount_format_day (TroupeDay day)
{
  /* Translators: a day, for g_date_time_format(), such as 31 October 2026 */
  return format (day, _("%-e %B %Y"));
}

char *
troupe_amount_keep_order (char *text)
{
  static const char *const signs[] = { "+", "\u2212", "±" };
  gboolean number = text != NULL && g_ascii_isdigit (*text);
  char *marked;

  for (gsize i = 0; text != NULL && i < G_N_ELEMENTS (signs); i++)
    number |= g_str_has_prefix (text, signs[i]);
  if (!number || gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL)
    return text;
  marked = g_strconcat ("\u200e", text, NULL);
  g_free (text);
  return marked;
}
