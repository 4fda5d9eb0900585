#include "troupe-print-text.h"

#include "troupe-report-text.h"

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

char *
troupe_print_text_running (const TroupeReport *report)
{
  GString *text = g_string_new (NULL);

  append_part (text, report->title.agency);
  append_part (text, report->title.title);
  append_part (text, report->title.subtitle);
  append_part (text, report->title.number);
  return g_string_free (text, FALSE);
}

char *
troupe_print_text_continued (const TroupeReport *report,
                             const char         *heading)
{
  return troupe_phrase_format (report->title.lang, "report.continued", "heading", heading, NULL);
}

static void
take (hb_set_t   *set,
      const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    hb_set_add (set, g_utf8_get_char (at));
}

static void
take_fact (hb_set_t         *set,
           const TroupeFact *fact)
{
  take (set, fact->label);
  take (set, fact->value.text);
  take (set, fact->value.note);
}

static void
take_table (hb_set_t          *set,
            const TroupeTable *table)
{
  take (set, table->heading);
  take (set, table->note);
  for (guint i = 0; i < table->n_columns; i++)
    take (set, table->columns[i].label);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const TroupeCell *cell = &g_array_index (table->cells, TroupeCell, i);

      take (set, cell->text);
      take (set, cell->note);
    }
}

static void
take_report (hb_set_t           *set,
             const TroupeReport *report)
{
  g_autofree char *running = troupe_print_text_running (report);
  g_autofree char *ground = troupe_report_format_ground (report);
  g_autofree char *continued = troupe_print_text_continued (report, "");
  g_autofree char *page = troupe_report_format_page (report, 0, 0);
  const char *texts[] = { running, ground, continued, page, report->title.contact };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    take (set, texts[i]);
  take_fact (set, &report->highlight);
  take_fact (set, &report->whole);
  for (guint i = 0; i < report->head->len; i++)
    take_fact (set, &g_array_index (report->head, TroupeFact, i));
  for (guint i = 0; i < report->parts->len; i++)
    take_fact (set, &g_array_index (report->parts, TroupePart, i).fact);
  for (guint i = 0; i < report->tables->len; i++)
    take_table (set, report->tables->pdata[i]);
  for (guint i = 0; i < report->notes->len; i++)
    take (set, report->notes->pdata[i]);
  for (guint i = 0; i < report->signatures->len; i++)
    take (set, report->signatures->pdata[i]);
}

hb_set_t *
troupe_print_text_collect (GPtrArray *reports)
{
  hb_set_t *set = hb_set_create ();
  hb_codepoint_t control = HB_SET_VALUE_INVALID;

  hb_set_add_range (set, ' ', '~');
  take (set, "−–—…·×“”‘’¥€£，。、；：（）《》？！");
  for (guint i = 0; i < reports->len; i++)
    take_report (set, reports->pdata[i]);
  /* What shows no glyph is not missed. */
  while (hb_set_next (set, &control))
    if (!g_unichar_isgraph (control) && control != ' ')
      hb_set_del (set, control);
  return set;
}
