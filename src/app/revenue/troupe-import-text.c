#include "troupe-import-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "troupe-amount.h"
#include "troupe-money.h"
#include "troupe-vocabulary.h"

char *
troupe_import_text_number (gint64 number)
{
  char digits[32];
  GString *text = g_string_new (number < 0 ? "\u2212" : NULL);
  int n = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, (guint64) ABS (number));

  for (int i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

/* --- the period ---------------------------------------------------------------------------------- */

static char *
join_days (TroupeDay first,
           TroupeDay last)
{
  g_autofree char *from = troupe_amount_format_day (first);
  g_autofree char *to = troupe_amount_format_day (last);

  return g_strdup_printf ("%s – %s", from, to);
}

char *
troupe_import_text_period (TroupeDay first,
                           TroupeDay last)
{
  TroupeMonth month;
  g_autofree char *name = NULL;
  int year, of_year, from, to;

  if (first == TROUPE_NONE || last == TROUPE_NONE)
    return NULL;
  if (first == last)
    return troupe_amount_format_day (first);
  month = troupe_day_get_month (first);
  if (month != troupe_day_get_month (last))
    return join_days (first, last);
  name = troupe_amount_format_month (month);
  if (first == troupe_month_get_first (month) && last == troupe_month_get_last (month))
    return g_steal_pointer (&name);
  troupe_day_split (first, &year, &of_year, &from);
  troupe_day_split (last, &year, &of_year, &to);
  /* Translators: days of a month: 20 – 26 October 2026 */
  return g_strdup_printf (_("%1$d – %2$d %3$s"), from, to, name);
}

/* --- counts -------------------------------------------------------------------------------------- */

static void
append_count (GString    *text,
              gint64      rows,
              const char *format)
{
  g_autofree char *number = troupe_import_text_number (rows);

  if (rows <= 0)
    return;
  if (text->len > 0)
    g_string_append (text, _(", "));
  g_string_append_printf (text, format, number);
}

char *
troupe_import_text_counts (const TroupeImport *import)
{
  GString *text = g_string_new (NULL);
  g_autofree char *waiting = troupe_import_text_number (import->waiting_rows);
  /* Translators: "279 new (2 of them waiting)"; the first %s stays for the number of new rows */
  g_autofree char *both = g_strdup_printf (_("%%s new (%s waiting)"), waiting);

  append_count (text, import->new_rows, import->waiting_rows > 0 ? both : _("%s new"));
  append_count (text, import->updated_rows, _("%s updated"));
  append_count (text, import->duplicate_rows, _("%s already there"));
  append_count (text, import->failed_rows, _("%s failed"));
  if (text->len == 0)
    g_string_append (text, _("no rows"));
  return g_string_free (text, FALSE);
}

char *
troupe_import_text_rows (gint64 first,
                         gint64 last)
{
  g_autofree char *from = troupe_import_text_number (first);
  g_autofree char *to = troupe_import_text_number (last);

  return first == last ? g_strdup_printf (_("Row %s"), from) : g_strdup_printf (_("Rows %s–%s"), from, to);
}

char *
troupe_import_text_places (gint64 first,
                           gint64 last,
                           gint64 stretches)
{
  g_autofree char *where = troupe_import_text_rows (first, last);
  g_autofree char *others = troupe_import_text_number (stretches - 1);

  /* Translators: "Row 12 and 17 more", "Rows 3–8 and 1 more" */
  return stretches > 1 ? g_strdup_printf (_("%s and %s more"), where, others) : g_steal_pointer (&where);
}

/* --- amounts and times --------------------------------------------------------------------------- */

static char *
format_amount (const char *part)
{
  TroupeLang lang = troupe_lang_from_locale (g_get_language_names ()[0]);
  const char *space = strchr (part, ' ');
  g_autofree char *unit = space != NULL ? g_strndup (part, space - part) : NULL;
  g_autofree char *amount = NULL;
  gint64 micros;

  if (space == NULL || !troupe_decimal_parse (space + 1, TROUPE_MICRO_PLACES, &micros, NULL, NULL))
    return NULL;
  amount = troupe_micros_format (micros, unit);
  return g_strdup_printf ("%s %s", amount, troupe_unit_get_label (lang, unit));
}

char **
troupe_import_text_amounts (const char *total)
{
  g_auto(GStrv) parts = g_strsplit (total != NULL ? total : "", ";", -1);
  g_autoptr(GStrvBuilder) amounts = g_strv_builder_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      char *amount = format_amount (g_strstrip (*part));

      if (amount != NULL)
        g_strv_builder_take (amounts, amount);
    }
  return g_strv_builder_end (amounts);
}

char *
troupe_import_text_total (const char *total)
{
  g_auto(GStrv) amounts = troupe_import_text_amounts (total);

  return amounts[0] != NULL ? g_strjoinv (" + ", amounts) : NULL;
}

char *
troupe_import_text_time (gint64 seconds)
{
  g_autoptr(GDateTime) time = seconds != TROUPE_NONE ? g_date_time_new_from_unix_local (seconds) : NULL;

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;
}

const char *
troupe_import_text_outcome (const char *outcome)
{
  static const struct { const char *outcome, *text; } words[] = {
    { "failed", N_("Failed") }, { "waiting", N_("Waiting") }, { "warned", N_("To check") },
    { "updated", N_("Updated") }, { "duplicate", N_("Already there") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].outcome, outcome))
      return _(words[i].text);
  return outcome;
}

char *
troupe_import_text_late (const TroupeLateLines *late)
{
  g_autofree char *first = NULL, *last = NULL, *booked = NULL;

  if (late->lines == 0)
    return NULL;
  first = troupe_amount_format_month (late->first);
  last = troupe_amount_format_month (late->last);
  booked = troupe_amount_format_month (late->booked);
  if (late->first == late->last)
    return g_strdup_printf (_("%1$s is closed: what comes for it is booked in %2$s"), first, booked);
  return g_strdup_printf (_("%1$s to %2$s: what comes for closed months is booked in %3$s"), first, last, booked);
}
