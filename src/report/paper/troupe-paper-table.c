#include "troupe-paper-table.h"

#include "troupe-print-text.h"

#define ROW        16.6
#define GRAND_ROW  26.0
#define HALF_ROW   13.6
#define GAP        14.0
#define LEAST      60.0    /* of a column of numbers */
#define FIRST      136.0   /* what the first column keeps when the others are crowded */
#define HALF_GAP   24.0
#define HALF       ((TROUPE_PAPER_INNER - HALF_GAP) / 2)

typedef struct
{
  TroupeSheet        *sheet;
  const TroupeTable  *table;
  const TroupeReport *report;
  double              scale;
  double              x;
  double              width;
  guint               n;             /* of the columns on paper */
  guint               columns[TROUPE_TABLE_MOST_COLUMNS];
  double              rights[TROUPE_TABLE_MOST_COLUMNS];
} Painter;

static double
measure (TroupePen   *pen,
         TroupeStyle  style,
         const char  *text)
{
  return troupe_pen_measure (pen, &(TroupeScript) { .style = style, .scale = 1, .text = text }, NULL);
}

/* Figures are of one width, so the text with the most characters is the widest. */
static double
measure_column (TroupePen         *pen,
                const TroupeTable *table,
                guint              column)
{
  g_autofree char *longest = g_strdup ("");
  glong most = 0;

  for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
    {
      g_autofree char *text = troupe_table_format_cell (table, row, column);
      glong length = g_utf8_strlen (text, -1);

      if (length <= most)
        continue;
      most = length;
      g_set_str (&longest, text);
    }
  return MAX (measure (pen, TROUPE_STYLE_LABEL, table->columns[column].label),
              measure (pen, TROUPE_STYLE_STRONG, longest)) + GAP;
}

static void
widen (TroupeGrid        *self,
       TroupePen         *pen,
       const TroupeTable *table)
{
  guint columns[TROUPE_TABLE_MOST_COLUMNS];
  guint n = troupe_table_list_printed (table, columns);

  for (guint i = 1; i < n; i++)
    {
      double width = MAX (measure_column (pen, table, columns[n - i]), LEAST);

      if (i > self->widths->len)
        g_array_append_val (self->widths, width);
      else
        g_array_index (self->widths, double, i - 1) = MAX (g_array_index (self->widths, double, i - 1), width);
    }
}

TroupeGrid *
troupe_grid_new (const TroupeReport *report,
                 TroupePen          *pen)
{
  TroupeGrid *self = g_new0 (TroupeGrid, 1);
  double sum = 0;

  self->widths = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < report->tables->len; i++)
    if (!((const TroupeTable *) report->tables->pdata[i])->half)
      widen (self, pen, report->tables->pdata[i]);
  for (guint i = 0; i < self->widths->len; i++)
    sum += g_array_index (self->widths, double, i);
  self->scale = MIN (1, (TROUPE_PAPER_INNER - FIRST) / sum);
  for (guint i = 0; i < self->widths->len; i++)
    g_array_index (self->widths, double, i) *= self->scale;
  return self;
}

void
troupe_grid_free (TroupeGrid *self)
{
  g_array_unref (self->widths);
  g_free (self);
}

/* An upper bound that spares laying out the many texts that plainly fit. */
static double
estimate (const char *text,
          double      size)
{
  double width = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    width += (guchar) *at >= 0x80 ? 1.0 : g_ascii_isupper (*at) ? 0.78 : 0.6;
  return width * size;
}

/* Where the first column must end: before the first number of its row. */
static double
first_width (const Painter *self,
             guint          row)
{
  for (guint i = 1; i < self->n; i++)
    if (troupe_table_get_cell (self->table, row, self->columns[i])->kind != TROUPE_CELL_EMPTY)
      return (i > 1 ? self->rights[i - 1] : self->rights[0]) - self->x;
  return self->width;
}

static TroupeScript
first_script (const Painter *self,
              guint          row)
{
  const TroupeCell *cell = troupe_table_get_cell (self->table, row, 0);
  TroupeRowStyle style = troupe_table_get_style (self->table, row);

  return (TroupeScript) {
    .style = style == TROUPE_ROW_PLAIN   ? TROUPE_STYLE_TEXT
             : style == TROUPE_ROW_TOTAL ? TROUPE_STYLE_STRONG
                                         : TROUPE_STYLE_HEADING,
    .scale = self->scale,
    .x = self->x,
    .width = first_width (self, row) - 6,
    .text = cell->text != NULL ? cell->text : "",
    .note = cell->note,
  };
}

static double
row_height (const Painter *self,
            guint          row)
{
  TroupeScript script = first_script (self, row);
  guint lines = 1;

  if (troupe_table_get_style (self->table, row) == TROUPE_ROW_GRAND)
    return GRAND_ROW;
  if (estimate (script.text, 9 * self->scale) + estimate (script.note, 7.6) > script.width)
    troupe_pen_measure (self->sheet->pen, &script, &lines);
  return ROW + (lines - 1) * troupe_style_get_pitch (script.style);
}

static TroupeStyle
number_style (const Painter *self,
              guint          row,
              guint          column)
{
  switch (troupe_table_get_style (self->table, row))
    {
    case TROUPE_ROW_TOTAL:
      return TROUPE_STYLE_STRONG;
    case TROUPE_ROW_GRAND:
      return TROUPE_STYLE_GRAND;
    case TROUPE_ROW_PLAIN:
    default:
      return self->table->columns[column].flags & TROUPE_COLUMN_DIM ? TROUPE_STYLE_DIM : TROUPE_STYLE_TEXT;
    }
}

static void
write_number (const Painter *self,
              guint          row,
              guint          i,
              double         baseline)
{
  g_autofree char *text = troupe_table_format_cell (self->table, row, self->columns[i]);

  if (*text == '\0')
    return;
  troupe_sheet_write (self->sheet, &(TroupeScript) {
    .style = number_style (self, row, self->columns[i]), .align = TROUPE_ALIGN_RIGHT, .scale = self->scale,
    .x = self->rights[i], .baseline = baseline, .text = text });
}

static void
write_row (const Painter *self,
           guint          row)
{
  gboolean grand = troupe_table_get_style (self->table, row) == TROUPE_ROW_GRAND;
  TroupeScript script = first_script (self, row);
  double top = self->sheet->y;
  double height = row_height (self, row);

  script.baseline = top + (grand ? 17.6 : 12.0);
  troupe_sheet_write (self->sheet, &script);
  for (guint i = 1; i < self->n; i++)
    write_number (self, row, i, script.baseline);
  if (grand)
    troupe_sheet_rule (self->sheet, top, 1.1, TROUPE_RULE_INK);
  else if (troupe_table_get_style (self->table, row) == TROUPE_ROW_PLAIN)
    troupe_sheet_rule (self->sheet, top + height, 0.5, TROUPE_RULE_LIGHT);
  self->sheet->y = top + height;
}

static void
write_head (const Painter *self,
            const char    *heading)
{
  double baseline = self->sheet->y + (self->sheet->y < 100 ? 12 : 21.8);

  troupe_sheet_write (self->sheet, &(TroupeScript) { TROUPE_STYLE_HEADING, TROUPE_ALIGN_LEFT, 1, self->x, baseline,
                                                     self->rights[0] - self->x - 6, 1, heading });
  for (guint i = 1; i < self->n; i++)
    troupe_sheet_write (self->sheet, &(TroupeScript) {
      .style = TROUPE_STYLE_LABEL, .align = TROUPE_ALIGN_RIGHT, .scale = MAX (self->scale, 0.9), .x = self->rights[i],
      .baseline = baseline, .text = self->table->columns[self->columns[i]].label });
  troupe_sheet_fill (self->sheet, &(TroupeFill) { self->x, baseline + 5.2, self->width, 0.8, TROUPE_RULE_INK });
  self->sheet->y = baseline + 5.6;
}

static void
write_note (const Painter *self)
{
  TroupeScript script = { TROUPE_STYLE_LABEL, TROUPE_ALIGN_LEFT, 1, self->x, self->sheet->y + 12, self->width, 0,
                          self->table->note };
  guint lines = 1;

  if (self->table->note == NULL)
    return;
  troupe_pen_measure (self->sheet->pen, &script, &lines);
  troupe_sheet_write (self->sheet, &script);
  self->sheet->y += 4 + lines * troupe_style_get_pitch (TROUPE_STYLE_LABEL);
}

static void
place_columns (Painter          *self,
               const TroupeGrid *grid)
{
  double right = self->x + self->width;

  self->n = troupe_table_list_printed (self->table, self->columns);
  for (guint i = self->n; i-- > 0;)
    {
      self->rights[i] = right;
      if (i > 0)
        right -= g_array_index (grid->widths, double, self->n - 1 - i);
    }
}

void
troupe_paper_table_flow (TroupeSheet        *sheet,
                         const TroupeGrid   *grid,
                         const TroupeReport *report,
                         const TroupeTable  *table)
{
  Painter self = { sheet, table, report, grid->scale, TROUPE_PAPER_MARGIN, TROUPE_PAPER_INNER };
  guint n_rows = troupe_table_get_n_rows (table);
  g_autofree char *continued = troupe_print_text_continued (report, table->heading);

  place_columns (&self, grid);
  /* A short table stays whole, a long one begins with some of its rows. */
  troupe_sheet_need (sheet, 28 + ROW * (n_rows <= 10 ? n_rows + 1 : 3));
  write_head (&self, table->heading);
  for (guint row = 0; row < n_rows; row++)
    {
      double height = row_height (&self, row);

      /* A sum does not stand alone on a page. */
      if (row + 1 < n_rows && troupe_table_get_style (table, row + 1) != TROUPE_ROW_PLAIN)
        height += row_height (&self, row + 1);
      if (troupe_sheet_need (sheet, height))
        write_head (&self, continued);
      write_row (&self, row);
    }
  write_note (&self);
}

static double
half_height (const TroupeTable *table)
{
  return 27.4 + HALF_ROW * troupe_table_get_n_rows (table) + (table->note != NULL ? 26 : 4);
}

/* At x, beginning at the sheet's y. */
static void
write_half (TroupeSheet       *sheet,
            const TroupeTable *table,
            double             x)
{
  Painter self = { sheet, table, NULL, 1, x, HALF };

  self.n = 2;
  self.columns[1] = 1;
  self.rights[0] = x + HALF * 0.7;
  self.rights[1] = x + HALF;
  write_head (&self, table->heading);
  for (guint row = 0; row < troupe_table_get_n_rows (table); row++)
    {
      TroupeScript script = first_script (&self, row);

      script.baseline = sheet->y + 12;
      script.lines = 1;
      troupe_sheet_write (sheet, &script);
      write_number (&self, row, 1, script.baseline);
      sheet->y += HALF_ROW;
    }
  write_note (&self);
}

void
troupe_paper_table_pair (TroupeSheet       *sheet,
                         const TroupeTable *left,
                         const TroupeTable *right)
{
  double top, bottom;

  troupe_sheet_need (sheet, MAX (half_height (left), right != NULL ? half_height (right) : 0));
  top = sheet->y;
  write_half (sheet, left, TROUPE_PAPER_MARGIN);
  bottom = sheet->y;
  if (right == NULL)
    return;
  sheet->y = top;
  write_half (sheet, right, TROUPE_PAPER_MARGIN + HALF + HALF_GAP);
  sheet->y = MAX (sheet->y, bottom);
}
