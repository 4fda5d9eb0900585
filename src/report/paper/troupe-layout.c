#include "troupe-layout.h"

#include "troupe-paper-table.h"
#include "troupe-print-text.h"
#include "troupe-report-text.h"
#include "troupe-sheet.h"

#define LEFT     TROUPE_PAPER_MARGIN
#define RIGHT    (TROUPE_PAPER_WIDTH - TROUPE_PAPER_MARGIN)
#define BOX_TOP  162.5
#define BOX_TALL 70.0
#define BOX_LEFT 244.0   /* the room for the figure, left of the parts */
#define SIGN_Y   770.0

struct _TroupeLayout
{
  TroupeReport *report;
  TroupePen    *pen;
  TroupeSheet  *sheet;
  char         *running;
};

/* Money keeps its colour everywhere (palette, series 1 to 3). */
static const guint32 part_colors[] = {
  [TROUPE_PART_AGENCY] = 0x1c71d8,
  [TROUPE_PART_CREATOR] = 0xcf7a0c,
  [TROUPE_PART_PLATFORM] = 0x8b8a91,
};

static void
write_at (TroupeLayout *self,
          TroupeStyle   style,
          double        x,
          double        baseline,
          const char   *text)
{
  troupe_sheet_write (self->sheet, &(TroupeScript) { .style = style, .scale = 1, .x = x, .baseline = baseline,
                                                     .text = text });
}

static void
write_right (TroupeLayout *self,
             TroupeStyle   style,
             double        baseline,
             const char   *text)
{
  troupe_sheet_write (self->sheet, &(TroupeScript) { .style = style, .align = TROUPE_ALIGN_RIGHT, .scale = 1,
                                                     .x = RIGHT, .baseline = baseline, .text = text });
}

static double
measure (TroupeLayout *self,
         TroupeStyle   style,
         const char   *text)
{
  if (text == NULL)
    return 0;
  return troupe_pen_measure (self->pen, &(TroupeScript) { .style = style, .scale = 1, .text = text }, NULL);
}

static void
write_title (TroupeLayout *self)
{
  const TroupeReportTitle *title = &self->report->title;
  double taken = MAX (measure (self, TROUPE_STYLE_TITLE, title->title),
                      measure (self, TROUPE_STYLE_SUBTITLE, title->subtitle));

  troupe_sheet_fill (self->sheet, &(TroupeFill) { LEFT, 47, 3.2, 19, part_colors[TROUPE_PART_AGENCY] });
  troupe_sheet_write (self->sheet, &(TroupeScript) { TROUPE_STYLE_AGENCY, TROUPE_ALIGN_LEFT, 1, LEFT + 11.2, 61.4,
                                                     TROUPE_PAPER_INNER - taken - 30, 1, title->agency });
  troupe_sheet_write (self->sheet, &(TroupeScript) { TROUPE_STYLE_LABEL, TROUPE_ALIGN_LEFT, 1.08, LEFT + 11.2, 79,
                                                     TROUPE_PAPER_INNER - taken - 30, 1, title->contact });
  write_right (self, TROUPE_STYLE_TITLE, 62.4, title->title);
  write_right (self, TROUPE_STYLE_SUBTITLE, 79, title->subtitle);
  troupe_sheet_rule (self->sheet, 103.8, 0.5, TROUPE_RULE_LIGHT);
}

static double
fact_width (TroupeLayout     *self,
            const TroupeFact *fact)
{
  g_autofree char *value = troupe_cell_format (&fact->value);

  return MAX (MAX (measure (self, TROUPE_STYLE_LABEL, fact->label), measure (self, TROUPE_STYLE_NAME, value)),
              measure (self, TROUPE_STYLE_LABEL, fact->value.note));
}

static void
write_fact (TroupeLayout     *self,
            const TroupeFact *fact,
            double            x,
            double            width)
{
  g_autofree char *value = troupe_cell_format (&fact->value);
  const struct { TroupeStyle style; double baseline; const char *text; } lines[] = {
    { TROUPE_STYLE_LABEL, 120, fact->label },
    { TROUPE_STYLE_NAME, 133.8, value },
    { TROUPE_STYLE_LABEL, 146, fact->value.note },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    troupe_sheet_write (self->sheet, &(TroupeScript) { lines[i].style, TROUPE_ALIGN_LEFT, 1, x, lines[i].baseline,
                                                       width, 1, lines[i].text });
}

/* The width that none may exceed so that all fit into room: only the widest give way. */
static double
find_cap (const double *widths,
          guint         n,
          double        room)
{
  double cap = room / n;

  for (guint round = 0; round < n; round++)
    {
      double rest = room;
      guint wide = 0;

      for (guint i = 0; i < n; i++)
        if (widths[i] > cap)
          wide++;
        else
          rest -= widths[i];
      if (wide == 0)
        return room;
      cap = rest / wide;
    }
  return cap;
}

/* One row; what is not needed goes between the facts. */
static void
write_head (TroupeLayout *self)
{
  guint n = self->report->head->len;
  g_autofree double *widths = g_new (double, n);
  double sum = 0, x = LEFT, cap, gap;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    widths[i] = fact_width (self, &g_array_index (self->report->head, TroupeFact, i)) + 1;
  cap = find_cap (widths, n, TROUPE_PAPER_INNER - 14 * (n - 1));
  for (guint i = 0; i < n; i++)
    sum += widths[i] = MIN (widths[i], cap);
  gap = MAX ((TROUPE_PAPER_INNER - sum) / n, 14);
  for (guint i = 0; i < n; i++)
    {
      write_fact (self, &g_array_index (self->report->head, TroupeFact, i), x, widths[i]);
      x += widths[i] + gap;
    }
}

static void
write_legend (TroupeLayout     *self,
              const TroupePart *part,
              double           *x,
              double            baseline)
{
  g_autofree char *label = troupe_part_format_legend (part);

  troupe_sheet_fill (self->sheet, &(TroupeFill) { *x, baseline - 6, 6, 6, part_colors[part->color] });
  write_at (self, TROUPE_STYLE_LEGEND, *x + 9, baseline, label);
  *x += 9 + measure (self, TROUPE_STYLE_LEGEND, label) + 11;
}

static void
write_parts (TroupeLayout *self)
{
  const TroupeReport *report = self->report;
  const double left = 316.4, width = 214.4;
  g_autofree char *label = troupe_report_format_whole (report);
  double x = left, legend = left;

  for (guint i = 0; i < report->parts->len; i++)
    {
      const TroupePart *part = &g_array_index (report->parts, TroupePart, i);
      double piece = (double) part->fact.value.number / report->whole.value.number * width;

      if (part->fact.value.number == 0)
        continue;
      if (piece > 1.5)
        troupe_sheet_fill (self->sheet, &(TroupeFill) { x, BOX_TOP + 16.5, piece - (i + 1 < report->parts->len), 9,
                                                        part_colors[part->color] });
      x += piece;
      write_legend (self, part, &legend, BOX_TOP + 53.5);
    }
  write_at (self, TROUPE_STYLE_LABEL, left, BOX_TOP + 39.4, label);
}

static void
write_highlight (TroupeLayout *self)
{
  const TroupeFact *fact = &self->report->highlight;
  g_autofree char *figure = troupe_report_format_figure (self->report);
  gboolean noted = fact->value.note != NULL;

  self->sheet->y = 152;
  if (fact->id == NULL)
    return;
  troupe_sheet_fill (self->sheet, &(TroupeFill) { LEFT, BOX_TOP, TROUPE_PAPER_INNER, BOX_TALL, 0xf1f5fd });
  write_at (self, TROUPE_STYLE_LEAD, LEFT + 16, BOX_TOP + (noted ? 19.6 : 23.6), fact->label);
  troupe_sheet_write (self->sheet, &(TroupeScript) {
    .style = TROUPE_STYLE_FIGURE, .scale = MIN (1, BOX_LEFT / measure (self, TROUPE_STYLE_FIGURE, figure)),
    .x = LEFT + 16, .baseline = BOX_TOP + (noted ? 43.4 : 51), .text = figure });
  troupe_sheet_write (self->sheet, &(TroupeScript) { TROUPE_STYLE_LABEL, TROUPE_ALIGN_LEFT, 1, LEFT + 16,
                                                     BOX_TOP + 57.6, BOX_LEFT, 0, fact->value.note });
  if (troupe_report_can_show_parts (self->report))
    write_parts (self);
  self->sheet->y = BOX_TOP + BOX_TALL;
}

static gboolean
is_half (const TroupeReport *report,
         guint               i)
{
  return i < report->tables->len && ((const TroupeTable *) report->tables->pdata[i])->half;
}

static void
write_tables (TroupeLayout *self)
{
  const TroupeReport *report = self->report;
  g_autoptr(TroupeGrid) grid = troupe_grid_new (report, self->pen);

  for (guint i = 0; i < report->tables->len; i++)
    {
      if (!is_half (report, i))
        {
          troupe_paper_table_flow (self->sheet, grid, report, report->tables->pdata[i]);
          continue;
        }
      troupe_paper_table_pair (self->sheet, report->tables->pdata[i],
                               is_half (report, i + 1) ? report->tables->pdata[i + 1] : NULL);
      i += is_half (report, i + 1);
    }
}

static void
write_notes (TroupeLayout *self)
{
  self->sheet->y += 14;
  for (guint i = 0; i < self->report->notes->len; i++)
    {
      TroupeScript script = { TROUPE_STYLE_LABEL, TROUPE_ALIGN_LEFT, 1, LEFT, 0, TROUPE_PAPER_INNER, 0,
                              self->report->notes->pdata[i] };
      guint lines = 1;

      troupe_pen_measure (self->pen, &script, &lines);
      troupe_sheet_need (self->sheet, 8 + lines * troupe_style_get_pitch (TROUPE_STYLE_LABEL));
      script.baseline = self->sheet->y + 12;
      troupe_sheet_write (self->sheet, &script);
      self->sheet->y += 4 + lines * troupe_style_get_pitch (TROUPE_STYLE_LABEL);
    }
}

/* At the foot of the last page, with room to sign above the line. */
static void
write_signatures (TroupeLayout *self)
{
  guint n = self->report->signatures->len;
  double width = (TROUPE_PAPER_INNER - 24 * ((double) n - 1)) / MAX (n, 1);

  if (n == 0)
    return;
  if (self->sheet->y > SIGN_Y - 34)
    troupe_sheet_turn (self->sheet);
  for (guint i = 0; i < n; i++)
    {
      double x = LEFT + i * (width + 24);

      troupe_sheet_fill (self->sheet, &(TroupeFill) { x, SIGN_Y, width, 0.5, TROUPE_RULE_DIM });
      write_at (self, TROUPE_STYLE_LABEL, x, SIGN_Y + 11.4, self->report->signatures->pdata[i]);
    }
}

static void
write_foot (TroupeLayout *self)
{
  guint n = self->sheet->pages->len;
  g_autofree char *ground = troupe_report_format_ground (self->report);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *page = troupe_report_format_page (self->report, i + 1, n);
      double taken = measure (self, TROUPE_STYLE_FOOT, page);

      troupe_sheet_fill_on (self->sheet, i, &(TroupeFill) { LEFT, 802.8, TROUPE_PAPER_INNER, 0.5, TROUPE_RULE_LIGHT });
      troupe_sheet_write_on (self->sheet, i, &(TroupeScript) { TROUPE_STYLE_FOOT, TROUPE_ALIGN_LEFT, 1, LEFT, 815.4,
                                                               TROUPE_PAPER_INNER - taken - 16, 1, ground });
      troupe_sheet_write_on (self->sheet, i, &(TroupeScript) { TROUPE_STYLE_FOOT, TROUPE_ALIGN_RIGHT, 1, RIGHT, 815.4,
                                                               0, 0, page });
    }
}

TroupeLayout *
troupe_layout_new (TroupeReport  *report,
                   TroupeFontSet *fonts)
{
  TroupeLayout *self = g_new0 (TroupeLayout, 1);

  g_return_val_if_fail (report->checksum != NULL, NULL);
  self->report = troupe_report_ref (report);
  self->pen = troupe_pen_new (fonts, report->title.lang);
  self->running = troupe_print_text_running (report);
  self->sheet = troupe_sheet_new (self->pen, self->running);
  write_title (self);
  write_head (self);
  write_highlight (self);
  write_tables (self);
  write_notes (self);
  write_signatures (self);
  write_foot (self);
  return self;
}

void
troupe_layout_free (TroupeLayout *self)
{
  troupe_sheet_free (self->sheet);
  troupe_pen_free (self->pen);
  troupe_report_unref (self->report);
  g_free (self->running);
  g_free (self);
}

guint
troupe_layout_get_n_pages (const TroupeLayout *self)
{
  return self->sheet->pages->len;
}

void
troupe_layout_draw_page (const TroupeLayout *self,
                         guint               page,
                         cairo_t            *cr)
{
  troupe_sheet_draw (self->sheet, page, cr);
}
