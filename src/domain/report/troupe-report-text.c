#include "troupe-report-text.h"

char *
troupe_report_format_figure (const TroupeReport *self)
{
  const TroupeCell *value = &self->highlight.value;
  gboolean yuan = g_strcmp0 (value->unit, "CNY") == 0 && self->title.lang == TROUPE_LANG_ZH;
  g_autofree char *amount = troupe_cell_format (value);

  return g_strdup_printf ("%s %s", yuan ? "¥" : value->unit, amount);
}

char *
troupe_report_format_whole (const TroupeReport *self)
{
  g_autofree char *whole = troupe_cell_format (&self->whole.value);

  return g_strdup_printf ("%s %s", self->whole.label, whole);
}

char *
troupe_part_format_legend (const TroupePart *self)
{
  return g_strjoin (" ", self->fact.label, self->fact.value.note, NULL);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
troupe_report_format_page (const TroupeReport *self,
                           guint               page,
                           guint               n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *count = g_strdup_printf ("%u", n_pages);
  g_autofree char *checksum = troupe_report_get_short_checksum (self);

  return troupe_phrase_format (self->title.lang, "report.page", "page", number, "pages", count,
                               "checksum", checksum, NULL);
}

/* Sums are no lines. */
static guint
count_lines (const TroupeReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->tables->len; i++)
    {
      const TroupeTable *table = self->tables->pdata[i];

      for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
        n += troupe_table_get_style (table, row) == TROUPE_ROW_PLAIN;
    }
  return n;
}

/* "2026-11-03 10:42" where the books are kept, or else at this desk. */
static char *
format_made (const TroupeReportTitle *title)
{
  g_autoptr(GTimeZone) zone = title->zone != NULL ? g_time_zone_new_identifier (title->zone) : NULL;
  g_autoptr(GTimeZone) desk = g_time_zone_new_local ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (title->made);
  g_autoptr(GDateTime) made = g_date_time_to_timezone (utc, zone != NULL ? zone : desk);

  return g_date_time_format (made, "%Y-%m-%d %H:%M");
}

char *
troupe_report_format_ground (const TroupeReport *self)
{
  const TroupeReportTitle *title = &self->title;
  g_autofree char *count = g_strdup_printf ("%u", count_lines (self));
  g_autofree char *lines = troupe_phrase_format (title->lang, "report.lines", "count", count, NULL);
  g_autofree char *time = format_made (title);
  g_autofree char *made = troupe_phrase_format (title->lang, "report.made", "time", time, NULL);
  g_autofree char *rules = NULL;
  GString *text = g_string_new (NULL);

  if (title->rules != NULL)
    rules = troupe_phrase_format (title->lang, "report.by_rules", "rules", title->rules, NULL);
  append_part (text, title->currency);
  append_part (text, title->zone);
  append_part (text, rules);
  append_part (text, title->filter);
  append_part (text, lines);
  append_part (text, made);
  return g_string_free (text, FALSE);
}
