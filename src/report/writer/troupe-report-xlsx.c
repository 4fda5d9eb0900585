#include "troupe-report-writer.h"

#include "troupe-money.h"

#include <string.h>
#include <xlsxwriter.h>

/* A double holds no more digits than these for certain; larger numbers are written as text. */
#define EXACT G_GINT64_CONSTANT (1000000000000000)

typedef struct
{
  lxw_workbook *book;
  GPtrArray    *reports;
  GHashTable   *formats;   /* number format → lxw_format, bold ones with a leading "b" */
  lxw_format   *header;
  lxw_format   *bold;
  gboolean      many;      /* several reports: the first column names each */
} Writer;

typedef struct
{
  lxw_worksheet *sheet;
  lxw_row_t      row;
  double         widths[TROUPE_TABLE_MOST_COLUMNS + 2];   /* in characters; two more for number and remark */
} Page;

static lxw_format *
get_format (Writer     *self,
            const char *number,
            gboolean    bold)
{
  g_autofree char *key = g_strconcat (bold ? "b" : "", number, NULL);
  lxw_format *format = g_hash_table_lookup (self->formats, key);

  if (format != NULL)
    return format;
  format = workbook_add_format (self->book);
  format_set_num_format (format, number);
  if (bold)
    format_set_bold (format);
  g_hash_table_insert (self->formats, g_steal_pointer (&key), format);
  return format;
}

static char *
money_format (const char *currency)
{
  int places = MAX (troupe_currency_exponent (currency), 0);

  return places == 0 ? g_strdup ("#,##0") : g_strdup_printf ("#,##0.%.*s", places, "0000");
}

/* What a column must hold: a Chinese character takes the room of two. */
static void
widen (Page       *page,
       lxw_col_t   column,
       const char *text)
{
  double width = 2;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  page->widths[column] = CLAMP (width, page->widths[column], 60);
}

static void
write_text (Page       *page,
            lxw_col_t   column,
            const char *text,
            lxw_format *format)
{
  if (text == NULL || *text == '\0')
    return;
  widen (page, column, text);
  worksheet_write_string (page->sheet, page->row, column, text, format);
}

static void
write_day (Writer           *self,
           Page             *page,
           lxw_col_t         column,
           const TroupeCell *cell)
{
  lxw_datetime day = { 0 };
  g_autofree char *text = troupe_cell_to_string (cell);

  troupe_day_split (cell->number, &day.year, &day.month, &day.day);
  widen (page, column, text);
  worksheet_write_datetime (page->sheet, page->row, column, &day, get_format (self, "yyyy-mm-dd", FALSE));
}

/* The number that a spreadsheet computes with, and how it shows it. */
static double
to_double (const TroupeCell  *cell,
           char             **ret_format)
{
  switch (cell->kind)
    {
    case TROUPE_CELL_MONEY:
      *ret_format = money_format (cell->unit);
      return (double) cell->number / troupe_currency_minor (cell->unit);
    case TROUPE_CELL_MICROS:
      *ret_format = g_strdup ("#,##0.00####");
      return (double) cell->number / TROUPE_MICRO;
    case TROUPE_CELL_RATE:
      *ret_format = g_strdup ("0.#########");
      return (double) cell->number / TROUPE_RATE_ONE;
    case TROUPE_CELL_SHARE:
      *ret_format = g_strdup ("0.00%");
      return (double) cell->number / 10000;
    case TROUPE_CELL_RATIO:
      *ret_format = g_strdup ("0.0%");
      return (double) cell->number / 10000;
    case TROUPE_CELL_INT:
    case TROUPE_CELL_EMPTY:
    case TROUPE_CELL_TEXT:
    case TROUPE_CELL_DAY:
    case TROUPE_CELL_MONTH:
    default:
      *ret_format = g_strdup ("#,##0");
      return (double) cell->number;
    }
}

static void
write_cell (Writer           *self,
            Page             *page,
            lxw_col_t         column,
            const TroupeCell *cell,
            gboolean          bold)
{
  g_autofree char *text = troupe_cell_format (cell);
  g_autofree char *format = NULL;
  double number;

  if (cell->kind == TROUPE_CELL_DAY)
    {
      write_day (self, page, column, cell);
      return;
    }
  if (!troupe_cell_is_number (cell) || ABS (cell->number) >= EXACT)
    {
      write_text (page, column, text, bold ? self->bold : NULL);
      return;
    }
  number = to_double (cell, &format);
  widen (page, column, text);
  worksheet_write_number (page->sheet, page->row, column, number, get_format (self, format, bold));
}

static void
add_sheet (Writer     *self,
           Page       *page,
           const char *name)
{
  *page = (Page) { .sheet = workbook_add_worksheet (self->book, name) };
}

static void
end_sheet (Page      *page,
           lxw_col_t  n_columns)
{
  for (lxw_col_t i = 0; i < n_columns; i++)
    worksheet_set_column (page->sheet, i, i, MAX (page->widths[i], 9), NULL);
  worksheet_set_landscape (page->sheet);
  worksheet_set_paper (page->sheet, 9);
  worksheet_fit_to_pages (page->sheet, 1, 0);
}

static void
write_fact (Writer             *self,
            Page               *page,
            const TroupeReport *report,
            const TroupeFact   *fact)
{
  lxw_col_t first = self->many ? 1 : 0;

  if (self->many)
    write_text (page, 0, report->title.number, NULL);
  write_text (page, first, fact->label != NULL ? fact->label : fact->id, NULL);
  write_cell (self, page, first + 1, &fact->value, FALSE);
  write_text (page, first + 2, fact->value.unit, NULL);
  write_text (page, first + 3, fact->value.note, NULL);
  page->row++;
}

static void
write_title (Writer             *self,
             Page               *page,
             const TroupeReport *report)
{
  const TroupeReportTitle *title = &report->title;
  g_autofree char *made = troupe_time_to_string (title->made);
  const struct { const char *key, *text; } texts[] = {
    { "report.title", title->title },       { "report.agency", title->agency }, { "report.period", title->period },
    { "report.currency", title->currency }, { "report.zone", title->zone },     { "report.rules", title->rules },
    { "report.filter", title->filter },     { "report.made_at", made },         { "report.checksum", report->checksum },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      TroupeFact fact = { NULL, troupe_phrase (title->lang, texts[i].key), troupe_cell_text (texts[i].text, NULL) };

      if (texts[i].text != NULL)
        write_fact (self, page, report, &fact);
    }
}

static void
write_facts (Writer             *self,
             Page               *page,
             const TroupeReport *report)
{
  write_title (self, page, report);
  for (guint i = 0; i < report->head->len; i++)
    write_fact (self, page, report, &g_array_index (report->head, TroupeFact, i));
  if (report->highlight.id != NULL)
    write_fact (self, page, report, &report->highlight);
  if (report->whole.id != NULL)
    write_fact (self, page, report, &report->whole);
  for (guint i = 0; i < report->parts->len; i++)
    write_fact (self, page, report, &g_array_index (report->parts, TroupePart, i).fact);
  for (guint i = 0; i < report->notes->len; i++)
    {
      TroupeFact note = { NULL, report->notes->pdata[i], { 0 } };

      write_fact (self, page, report, &note);
    }
}

/* Remarks stand in a column of their own behind the table's. */
static void
write_header (Writer            *self,
              Page              *page,
              const TroupeTable *table)
{
  const TroupeReport *report = self->reports->pdata[0];
  lxw_col_t first = self->many ? 1 : 0;

  if (self->many)
    write_text (page, 0, troupe_phrase (report->title.lang, "report.number"), self->header);
  for (guint i = 0; i < table->n_columns; i++)
    write_text (page, first + i, *table->columns[i].label != '\0' ? table->columns[i].label : table->columns[i].id,
                self->header);
  worksheet_freeze_panes (page->sheet, 1, first + 1);
  page->row = 1;
}

static void
write_row (Writer             *self,
           Page               *page,
           const TroupeReport *report,
           const TroupeTable  *table,
           guint               row)
{
  gboolean bold = troupe_table_get_style (table, row) != TROUPE_ROW_PLAIN;
  lxw_col_t first = self->many ? 1 : 0;

  if (self->many)
    write_text (page, 0, report->title.number, NULL);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TroupeCell *cell = troupe_table_get_cell (table, row, i);

      write_cell (self, page, first + i, cell, bold);
      write_text (page, first + table->n_columns, cell->note, NULL);
    }
  page->row++;
}

static const TroupeTable *
find_table (const TroupeReport *report,
            const char         *id)
{
  for (guint i = 0; i < report->tables->len; i++)
    if (g_str_equal (((const TroupeTable *) report->tables->pdata[i])->id, id))
      return report->tables->pdata[i];
  return NULL;
}

/* The heading without its number, or the table's own name where a spreadsheet would refuse that. */
static const char *
sheet_name (const Writer      *self,
            const TroupeTable *table)
{
  const char *name = table->heading + strspn (table->heading, "0123456789 ");

  return workbook_validate_sheet_name (self->book, name) == LXW_NO_ERROR ? name : table->id;
}

/* The rows of every report's table of this name. */
static void
write_table (Writer            *self,
             const TroupeTable *pattern)
{
  Page page;

  add_sheet (self, &page, sheet_name (self, pattern));
  write_header (self, &page, pattern);
  for (guint i = 0; i < self->reports->len; i++)
    {
      const TroupeReport *report = self->reports->pdata[i];
      const TroupeTable *table = find_table (report, pattern->id);

      for (guint row = 0; table != NULL && row < troupe_table_get_n_rows (table); row++)
        write_row (self, &page, report, table, row);
    }
  end_sheet (&page, pattern->n_columns + 2);
}

static void
write_book (Writer *self)
{
  g_autoptr(GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);
  Page page;

  add_sheet (self, &page, "report");
  for (guint i = 0; i < self->reports->len; i++)
    write_facts (self, &page, self->reports->pdata[i]);
  end_sheet (&page, 5);
  for (guint i = 0; i < self->reports->len; i++)
    {
      const TroupeReport *report = self->reports->pdata[i];

      for (guint k = 0; k < report->tables->len; k++)
        if (g_hash_table_add (written, (gpointer) ((const TroupeTable *) report->tables->pdata[k])->id))
          write_table (self, report->tables->pdata[k]);
    }
}

static void
set_properties (lxw_workbook       *book,
                const TroupeReport *report)
{
  lxw_doc_properties properties = {
    .title = report->title.title, .author = report->title.agency, .company = report->title.agency,
    .comments = report->checksum, .created = report->title.made,
  };

  workbook_set_properties (book, &properties);
}

gboolean
troupe_report_write_xlsx (GPtrArray     *reports,
                          TroupeOutput  *output,
                          GError       **error)
{
  const char *data = NULL;
  size_t length = 0;
  lxw_workbook_options options = { .output_buffer = &data, .output_buffer_size = &length };
  g_autoptr(GHashTable) formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Writer self = { workbook_new_opt (NULL, &options), reports, formats, .many = reports->len > 1 };
  lxw_error failure;

  self.bold = workbook_add_format (self.book);
  format_set_bold (self.bold);
  self.header = workbook_add_format (self.book);
  format_set_bold (self.header);
  format_set_bottom (self.header, LXW_BORDER_THIN);
  if (reports->len > 0)
    set_properties (self.book, reports->pdata[0]);
  write_book (&self);
  failure = workbook_close (self.book);
  if (failure == LXW_NO_ERROR)
    troupe_output_write (output, data, length);
  free ((void *) data);
  return failure == LXW_NO_ERROR ? troupe_output_commit (output, error)
                                 : troupe_output_fail (output, lxw_strerror (failure), error);
}
