#include "troupe-row-filter.h"

#include "troupe-cell-text.h"
#include "troupe-header-text.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes; what is longer is no word for a sum. */
#define LONGEST_TOTAL 40
/* Characters of a cell that a remark quotes. */
#define LONGEST_QUOTE 40

/* The cell of one of the profile's columns, trimmed; NULL when the row or the file has none. */
static TroupeCell *
get_cell (const TroupeRowFilter *self,
          TroupeRow             *row,
          int                    column)
{
  int cell = troupe_column_is_set (column) ? self->map->cell[column] : TROUPE_NO_COLUMN;

  if (!troupe_column_is_set (cell) || cell >= (int) row->n_cells)
    return NULL;
  troupe_cell_trim (&row->cells[cell]);

  return &row->cells[cell];
}

/* The first cell that is not blank. */
static TroupeCell *
first_cell (TroupeRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      troupe_cell_trim (&row->cells[i]);
      if (row->cells[i].length > 0)
        return &row->cells[i];
    }

  return NULL;
}

/* Whether the text is one of the words for a sum: "Total:", "合 计". */
static gboolean
is_total (const char *folded)
{
  static const char *const totals[] = { "total", "totals", "subtotal", "grandtotal", "合计", "总计", "汇总", "小计",
                                        "合計", "總計", "匯總", "小計", NULL };
  g_autofree char *word = NULL;

  if (strlen (folded) > LONGEST_TOTAL || ((guchar) *folded < 0x80 && strchr ("tsg", *folded) == NULL))
    return FALSE;
  word = troupe_header_fold (folded);

  return g_strv_contains (totals, word);
}

/* Whether the text begins with the words, the last of them whole: an id may begin with any letters. */
static gboolean
begins_with (const char *folded,
             const char *words)
{
  const char *rest = g_str_has_prefix (folded, words) ? folded + strlen (words) : NULL;

  if (rest == NULL || rest == folded)
    return FALSE;

  return !g_ascii_isalnum (rest[-1]) || !(g_ascii_isalnum (*rest) || *rest == '-' || *rest == '_');
}

static gboolean
is_footer (const TroupeRowFilter *self,
           const TroupeCell      *first)
{
  g_autofree char *folded = NULL;

  if (g_ascii_isdigit (*first->text) && self->profile->footers == NULL)
    return FALSE;
  folded = troupe_text_fold (first->text);
  if (is_total (folded))
    return TRUE;
  for (gsize i = 0; self->profile->footers != NULL && self->profile->footers[i] != NULL; i++)
    if (begins_with (folded, self->profile->footers[i]))
      return TRUE;

  return FALSE;
}

/* Whether all columns that must be there hold their own headers. */
static gboolean
is_header (const TroupeRowFilter *self,
           TroupeRow             *row)
{
  for (guint i = 0; i < self->profile->columns->len; i++)
    {
      const TroupeCell *cell;

      if (troupe_profile_get_column (self->profile, i)->optional)
        continue;
      cell = get_cell (self, row, i);
      if (cell == NULL || !g_str_equal (cell->text, self->titles[self->map->cell[i]]))
        return FALSE;
    }

  return TRUE;
}

/* A row of explanations below the header: no day, and no amount that is one. */
static gboolean
is_note (const TroupeRowFilter *self,
         TroupeRow             *row)
{
  TroupeCell *day = get_cell (self, row, self->profile->day);
  TroupeAmountNotes notes;
  gint64 value;

  if (!self->profile->note_row || self->any || (day != NULL && day->length > 0))
    return FALSE;
  for (guint i = 0; i < self->profile->lines->len; i++)
    {
      TroupeCell *amount = get_cell (self, row, g_array_index (self->profile->lines, TroupeProfileLine, i).amount);

      if (amount != NULL && troupe_amount_read (amount->text, TROUPE_AMOUNT_MICROS, &value, &notes, NULL) && value != TROUPE_NONE)
        return FALSE;
    }

  return TRUE;
}

/* Whether the first filled cell is the only one, in a table of several columns. */
static gboolean
is_alone (const TroupeRowFilter *self,
          TroupeRow             *row,
          const TroupeCell      *first)
{
  if (self->map->n_found < 3)
    return FALSE;
  for (const TroupeCell *cell = first + 1; cell < row->cells + row->n_cells; cell++)
    if (cell->length > strspn (cell->text, " \t\r\n"))
      return FALSE;

  return TRUE;
}

/* Whether a row is words: "Exported: 2026-11-01 12:00", "共 3 条". What may be the beginning of data that
 * is cut off is not: a name, a number, a day. */
static gboolean
is_sentence (TroupeRowFilter  *self,
             TroupeRow        *row,
             const TroupeCell *first)
{
  static const char *const beginnings[] = { "*", "#", "注", "备注", "说明", "共", "以上", NULL };
  g_autofree char *folded = NULL, *shown = NULL;
  gboolean words = FALSE;
  TroupeDay day;

  if (!is_alone (self, row, first) || troupe_day_read (first->text, TROUPE_DAY_ORDER_DAY_FIRST, &day, NULL))
    return FALSE;
  folded = troupe_text_fold (first->text);
  words = strchr (folded, ' ') != NULL || strchr (folded, ':') != NULL;
  for (gsize i = 0; !words && beginnings[i] != NULL; i++)
    words = g_str_has_prefix (folded, beginnings[i]);
  if (!words)
    return FALSE;
  shown = troupe_text_shorten (first->text, LONGEST_QUOTE);
  g_string_printf (self->remark, _("passed over: “%s” is all that stands in this row"), shown);

  return TRUE;
}

static gboolean
is_one_of (const char *text,
           char      **folded)
{
  g_autofree char *fold = NULL;

  if (g_strv_contains ((const char *const *) folded, text))
    return TRUE;
  fold = troupe_text_fold (text);

  return g_strv_contains ((const char *const *) folded, fold);
}

static gboolean
passes (TroupeRowFilter           *self,
        const TroupeProfileFilter *filter,
        TroupeRow                 *row)
{
  const TroupeCell *cell = get_cell (self, row, filter->column);
  const char *text = cell ? cell->text : "";
  const char *title = troupe_column_map_get_title (self->map, self->profile, self->titles, filter->column);
  gboolean blank = *text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "/");

  self->column = filter->column;
  if (filter->filled && blank)
    g_string_printf (self->remark, _("passed over: “%s” is empty"), title);
  else if ((filter->keep != NULL && !is_one_of (text, filter->keep)) || (filter->skip != NULL && is_one_of (text, filter->skip)))
    {
      g_autofree char *shown = troupe_text_shorten (text, LONGEST_QUOTE);
      g_string_printf (self->remark, _("passed over: “%s” is “%s”"), title, shown);
    }
  else
    return TRUE;

  return FALSE;
}

TroupeRowClass
troupe_row_filter_classify (TroupeRowFilter *self,
                            TroupeRow       *row)
{
  const TroupeCell *first = first_cell (row);

  if (first == NULL)
    return TROUPE_ROW_BLANK;
  if (is_footer (self, first))
    return TROUPE_ROW_FOOTER;
  if (is_header (self, row))
    return TROUPE_ROW_HEADER_AGAIN;
  if (is_note (self, row))
    return TROUPE_ROW_NOTE;
  if (is_sentence (self, row, first))
    return TROUPE_ROW_SENTENCE;
  self->any = TRUE;
  for (guint i = 0; i < self->profile->filters->len; i++)
    if (!passes (self, &g_array_index (self->profile->filters, TroupeProfileFilter, i), row))
      return TROUPE_ROW_PASSED_OVER;

  return TROUPE_ROW_DATA;
}
