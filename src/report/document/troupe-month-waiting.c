#include "troupe-month-waiting.h"

#include "troupe-vocabulary.h"

enum { LABEL, PLATFORM, ACCOUNT, LINES, UNIT, AMOUNT, N_COLUMNS };

static const TroupeAccount *
find_account (const TroupeMonthSource *source,
              gint64                   id)
{
  for (guint i = 0; source->accounts != NULL && i < source->accounts->len; i++)
    if (troupe_record_get_id (source->accounts->pdata[i]) == id)
      return source->accounts->pdata[i];
  return NULL;
}

static TroupeTable *
add_table (TroupeReport *report,
           TroupeLang    lang)
{
  const TroupeColumn columns[N_COLUMNS] = {
    [LABEL] = { "label", troupe_phrase (lang, "month_report.waiting"), TROUPE_CELL_TEXT, 0 },
    [PLATFORM] = { "platform", troupe_phrase (lang, "statement.platform"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [ACCOUNT] = { "account", troupe_phrase (lang, "statement.account"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DATA },
    [LINES] = { "lines", troupe_phrase (lang, "statement.rows"), TROUPE_CELL_INT, TROUPE_COLUMN_DIM },
    [UNIT] = { "unit", troupe_phrase (lang, "report.unit"), TROUPE_CELL_TEXT, TROUPE_COLUMN_DIM },
    [AMOUNT] = { "amount", troupe_phrase (lang, "statement.source"), TROUPE_CELL_MICROS, 0 },
  };
  TroupeTable *table = troupe_report_add_table (report, "waiting", troupe_phrase (lang, "month_report.waiting"), columns,
                                                N_COLUMNS);

  troupe_report_set_table_note (report, table, troupe_phrase (lang, "month_report.waiting_note"));
  return table;
}

static void
add_total (TroupeReport             *report,
           TroupeTable              *table,
           const TroupeMonthSource  *source,
           const TroupeWaitingTotal *total)
{
  const TroupeAccount *account = find_account (source, total->account_id);
  const char *platform = account != NULL ? account->platform : NULL;
  const char *handle = account != NULL ? account->handle : NULL;
  const TroupeCell cells[N_COLUMNS] = {
    [LABEL] = troupe_cell_text (platform != NULL ? troupe_platform_get_label (source->lang, platform) : "–", handle),
    [PLATFORM] = troupe_cell_text (platform, NULL),
    [ACCOUNT] = troupe_cell_text (handle, NULL),
    [LINES] = troupe_cell_number (TROUPE_CELL_INT, total->lines),
    [UNIT] = troupe_cell_text (troupe_unit_get_label (source->lang, total->unit), NULL),
    [AMOUNT] = troupe_cell_micros (total->amount, total->unit),
  };

  troupe_report_add_row (report, table, TROUPE_ROW_PLAIN, cells);
}

/* Amounts of one unit add up; lines always do. */
static void
add_sum (TroupeReport            *report,
         TroupeTable             *table,
         const TroupeMonthSource *source)
{
  TroupeWaitingTotal sum = { 0 };
  gboolean alike = TRUE;
  TroupeCell cells[N_COLUMNS] = { troupe_cell_text (troupe_phrase (source->lang, "statement.sum"), NULL) };

  for (guint i = 0; i < source->waiting->len; i++)
    {
      const TroupeWaitingTotal *total = &g_array_index (source->waiting, TroupeWaitingTotal, i);

      alike = alike && (i == 0 || g_str_equal (sum.unit, total->unit)) &&
              !__builtin_add_overflow (sum.amount, total->amount, &sum.amount);
      sum.unit = total->unit;
      sum.lines += total->lines;
    }
  cells[LINES] = troupe_cell_number (TROUPE_CELL_INT, sum.lines);
  cells[UNIT] = troupe_cell_text (alike ? troupe_unit_get_label (source->lang, sum.unit) : NULL, NULL);
  cells[AMOUNT] = troupe_cell_micros (alike ? sum.amount : TROUPE_NONE, sum.unit);
  troupe_report_add_row (report, table, TROUPE_ROW_TOTAL, cells);
}

void
troupe_month_waiting_add (TroupeReport            *report,
                          const TroupeMonthSource *source)
{
  TroupeTable *table;

  if (source->waiting == NULL || source->waiting->len == 0)
    return;
  table = add_table (report, source->lang);
  for (guint i = 0; i < source->waiting->len; i++)
    add_total (report, table, source, &g_array_index (source->waiting, TroupeWaitingTotal, i));
  add_sum (report, table, source);
}
