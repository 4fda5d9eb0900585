#include "troupe-statement-terms.h"

#include "troupe-cell-text.h"
#include "troupe-error.h"
#include "troupe-file-period.h"
#include "troupe-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CLEAR_DAYS 1000

/* "2026-09-28 to 2026-10-25": what the file's name says is in it. */
static char *
describe_period (TroupeDay first,
                 TroupeDay last)
{
  g_autofree char *from = troupe_day_to_string (first), *to = troupe_day_to_string (last);

  return g_strdup_printf (_("%s to %s"), from, to);
}

/* Of a file without days: the month that the clerk says, else the one in its name. */
static gboolean
settle_month (TroupeStatementFile           *file,
              const TroupeStatementOptions  *options,
              TroupeRowContext              *context,
              GError                       **error)
{
  const char *name = troupe_statement_file_get_name (file);
  TroupeMonth named = troupe_file_period_get_month (context->profile, name);
  g_autofree char *period = NULL;
  TroupeDay first, last;

  context->day = troupe_column_map_has (context->map, context->profile->day) ? context->profile->day : TROUPE_NO_COLUMN;
  context->month = TROUPE_NONE;
  if (troupe_column_is_set (context->day))
    return TRUE;
  context->month = options->month != TROUPE_NONE ? options->month : named;
  if (troupe_file_period_read (context->profile, name, &first, &last))
    period = describe_period (first, last);
  if (context->month != TROUPE_NONE && period != NULL && context->month != named)
    context->remark = g_strdup_printf (_("by its name the file is about %s, which is not the month that was chosen"), period);
  if (context->month != TROUPE_NONE)
    return TRUE;
  if (period != NULL)
    return troupe_fail (error, TROUPE_ERROR_ASK,
                        _("%s is about %s, which is no calendar month; download one month, or choose the month "
                          "(--month 2026-10)"), name, period);

  return troupe_fail (error, TROUPE_ERROR_ASK,
                      _("%s does not say which month it is for; choose the month (--month 2026-10)"), name);
}

static gboolean
settle_unit (TroupeStatementFile           *file,
             const TroupeStatementOptions  *options,
             TroupeRowContext              *context,
             GError                       **error)
{
  const TroupeProfile *profile = context->profile;
  const char *name = troupe_statement_file_get_name (file), *header = context->map->currency;

  context->unit = NULL;
  context->currency = options->currency;
  if (profile->unit_source == TROUPE_UNIT_FIXED)
    context->unit = profile->unit.fixed;
  else if (profile->unit_source == TROUPE_UNIT_HEADER && *header != '\0')
    context->unit = header;
  else if (profile->unit_source != TROUPE_UNIT_COLUMN || !troupe_column_is_set (context->map->cell[profile->unit.column]))
    {
      context->unit = options->currency;
      if (context->unit != NULL)
        return TRUE;
      return troupe_fail (error, TROUPE_ERROR_ASK,
                          _("%s does not say its currency; choose the currency (--currency USD)"), name);
    }
  if (context->unit != NULL && troupe_currency_exponent (context->unit) >= 0 && options->currency != NULL &&
      !g_str_equal (options->currency, context->unit))
    return troupe_fail (error, TROUPE_ERROR_INVALID,
                        _("%s is in %s, not in %s; import it without choosing a currency"),
                        name, context->unit, options->currency);

  return TRUE;
}

static gboolean
settle_account (TroupeStatementFile           *file,
                const TroupeProfileMatch      *match,
                const TroupeStatementOptions  *options,
                TroupeRowContext              *context,
                GError                       **error)
{
  const char *name = troupe_statement_file_get_name (file), *platform = context->profile->platform.fixed;

  context->platform = options->platform;
  context->handle = options->handle;
  if (options->handle == NULL && (match->asks & TROUPE_ASK_ACCOUNT) != 0)
    return troupe_fail (error, TROUPE_ERROR_ASK,
                        _("%s does not say whose it is; choose the account (--account %s:NAME)"),
                        name, platform ? platform : "PLATFORM");
  if (options->platform != NULL && platform != NULL && !g_str_equal (platform, options->platform) &&
      !g_str_equal (platform, "other"))
    return troupe_fail (error, TROUPE_ERROR_INVALID, _("%s comes from %s; its account cannot be one on %s"),
                        name, platform, options->platform);

  return TRUE;
}

/* When its counters were read: what the file's name says goes before what the clerk or the file system
 * does. Names carry UTC or the desk's own time; only their order matters. */
static void
settle_as_of (TroupeStatementFile           *file,
              const TroupeStatementOptions  *options,
              TroupeRowContext              *context)
{
  int n[TROUPE_NAME_GROUPS];
  TroupeDay day;

  context->as_of = context->profile->cumulative ? options->as_of : TROUPE_NONE;
  if (!troupe_file_period_match (context->profile->as_of_in_name, troupe_statement_file_get_name (file), n))
    return;
  day = troupe_day_new (n[0], n[1], n[2]);
  if (day != TROUPE_NONE && n[3] < 24 && n[4] < 60)
    context->as_of = day * 86400 + n[3] * 3600 + n[4] * 60;
}

/* The order that one cell of the day's column proves. */
static TroupeDayOrder
tell_order (const TroupeRowContext *context,
            TroupeCell             *cell,
            gboolean               *ret_matters)
{
  troupe_cell_trim_id (cell);
  if (troupe_profile_get_column (context->profile, context->day)->kind == TROUPE_COLUMN_PERIOD)
    return troupe_period_tell_order (cell->text, ret_matters);

  return troupe_day_tell_order (cell->text, ret_matters);
}

/* Looks through the days of the file until one proves the order; of a file that begins with a thousand
 * days for which it does not matter no more is read. */
static gboolean
find_order (TroupeRowReader   *rows,
            TroupeRowContext  *context,
            gboolean          *ret_matters,
            GError           **error)
{
  int cell = context->map->cell[context->day];
  gboolean matters;
  TroupeRow *row;

  *ret_matters = FALSE;
  for (int n = 0; *ret_matters || n < CLEAR_DAYS; n++)
    {
      if (!troupe_row_reader_next (rows, &row, error))
        return FALSE;
      if (row == NULL)
        return TRUE;
      if (cell >= (int) row->n_cells)
        continue;
      context->day_order = tell_order (context, &row->cells[cell], &matters);
      *ret_matters |= matters;
      if (context->day_order != TROUPE_DAY_ORDER_UNKNOWN)
        return TRUE;
    }

  return TRUE;
}

/* Which order puts the file's first ambiguous day into the month that was chosen. */
static TroupeDayOrder
order_for_month (const TroupeRowContext *context,
                 TroupeRowReader        *rows,
                 TroupeMonth             month)
{
  int cell = context->map->cell[context->day];
  TroupeDay first, last;
  TroupeRow *row;
  gboolean matters;

  while (troupe_row_reader_next (rows, &row, NULL) && row != NULL)
    {
      if (cell >= (int) row->n_cells)
        continue;
      tell_order (context, &row->cells[cell], &matters);
      for (TroupeDayOrder order = TROUPE_DAY_ORDER_DAY_FIRST; matters && order <= TROUPE_DAY_ORDER_MONTH_FIRST; order++)
        if (troupe_period_read (row->cells[cell].text, order, &first, &last, NULL) && troupe_day_get_month (first) == month)
          return order;
    }

  return TROUPE_DAY_ORDER_UNKNOWN;
}

static gboolean
settle_order (TroupeStatementFile           *file,
              const TroupeProfileMatch      *match,
              const TroupeStatementOptions  *options,
              TroupeRowContext              *context,
              GError                       **error)
{
  g_autoptr(TroupeRowReader) rows = NULL, again = NULL;
  gboolean matters;

  context->day_order = context->profile->day_order;
  if (!context->profile->detect_order || !troupe_column_is_set (context->day))
    return TRUE;
  rows = troupe_statement_file_read_sheet (file, match->sheet, error);
  if (rows == NULL || !find_order (rows, context, &matters, error))
    {
      g_prefix_error (error, "%s: ", troupe_statement_file_get_name (file));
      return FALSE;
    }
  if (context->day_order != TROUPE_DAY_ORDER_UNKNOWN || !matters)
    return TRUE;
  again = options->month == TROUPE_NONE ? NULL : troupe_statement_file_read_sheet (file, match->sheet, NULL);
  if (again != NULL)
    context->day_order = order_for_month (context, again, options->month);
  if (context->day_order != TROUPE_DAY_ORDER_UNKNOWN)
    return TRUE;

  return troupe_fail (error, TROUPE_ERROR_ASK,
                      _("%s has days that may begin with the day or with the month, and none that proves which; "
                        "choose the month it is for (--month 2026-10)"),
                      troupe_statement_file_get_name (file));
}

gboolean
troupe_statement_terms_settle (TroupeStatementFile           *file,
                               const TroupeProfileMatch      *match,
                               const TroupeStatementOptions  *options,
                               TroupeRowContext              *context,
                               GError                       **error)
{
  if (!settle_month (file, options, context, error) || !settle_unit (file, options, context, error) ||
      !settle_account (file, match, options, context, error) || !settle_order (file, match, options, context, error))
    return FALSE;
  settle_as_of (file, options, context);
  context->today = options->today;

  return TRUE;
}
