#include "troupe-row-parser.h"

#include "troupe-error.h"
#include "troupe-money.h"
#include "troupe-row-identity.h"
#include "troupe-row-words.h"
#include "troupe-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_SECONDS 86400
#define FIRST_DAY 10957     /* 2000-01-01: no platform that pays is older */
#define YEAR_DAYS 366

struct _TroupeRowParser
{
  TroupeRowContext context;
  TroupeRowValues *values;
  GArray *lines;
  TroupeDay first;
  TroupeDay last;
  const char *unit;           /* of the row */
  TroupeRowWords *words;
  TroupeMonth month;          /* of the row before … */
  TroupeDay month_first;      /* … and its days */
  TroupeDay month_last;
};

/* Sets the column that the error is about. */
static gboolean
blame (TroupeRowParser *self,
       int              column)
{
  self->values->column = column;

  return FALSE;
}

/* Neighbouring rows are nearly always of the same month. */
static TroupeMonth
get_month (TroupeRowParser *self,
           TroupeDay        day)
{
  if (day < self->month_first || day > self->month_last)
    {
      self->month = troupe_day_get_month (day);
      self->month_first = troupe_month_get_first (self->month);
      self->month_last = troupe_month_get_last (self->month);
    }

  return self->month;
}

/* A day that no platform can mean is a slip of whoever wrote it, and would lie in a month of its own. */
static gboolean
check_days (TroupeRowParser  *self,
            GError          **error)
{
  TroupeDay today = self->context.today;
  int column = self->context.day;
  g_autofree char *day = NULL;

  if (self->first >= FIRST_DAY && (today == 0 || self->last <= today + YEAR_DAYS))
    return TRUE;
  day = troupe_day_to_string (self->last);
  troupe_fail (error, TROUPE_ERROR_FORMAT,
               _("the day %s cannot be right: it is before 2000 or more than a year from today; correct it"), day);

  return blame (self, column);
}

static gboolean
read_days (TroupeRowParser  *self,
           GError          **error)
{
  const TroupeProfile *profile = self->context.profile;
  int column = self->context.day;

  if (!troupe_column_is_set (column))
    {
      self->first = troupe_month_get_first (self->context.month);
      self->last = troupe_month_get_last (self->context.month);
      return check_days (self, error);
    }
  self->first = self->values->number[column];
  self->last = self->values->last[column] != TROUPE_NONE ? self->values->last[column] : self->first;
  if (self->first != TROUPE_NONE &&
      (self->first == self->last || get_month (self, self->first) == get_month (self, self->last)) &&
      (!profile->cumulative || self->first == troupe_month_get_first (get_month (self, self->first))))
    return check_days (self, error);
  if (self->first == TROUPE_NONE)
    troupe_fail (error, TROUPE_ERROR_FORMAT, _("the day is missing; fill it in"));
  else if (get_month (self, self->first) == get_month (self, self->last))
    troupe_fail (error, TROUPE_ERROR_FORMAT,
                 _("the period “%s” leaves out the beginning of its month, of which this table counts the sum; download it "
                   "from the first day of the month on"), self->values->text[column]);
  else
    troupe_fail (error, TROUPE_ERROR_FORMAT,
                 _("the period “%s” is longer than one month; download each month by itself"),
                 self->values->text[column]);

  return blame (self, column);
}

static gint64
read_as_of (const TroupeRowParser *self)
{
  if (!self->context.profile->cumulative)
    return TROUPE_NONE;
  if (self->context.as_of != TROUPE_NONE || !troupe_column_is_set (self->context.day))
    return self->context.as_of;

  return (self->last + 1) * DAY_SECONDS - 1;
}

static void
remark_nobody (TroupeRowParser            *self,
               const TroupeProfileAccount *account)
{
  g_autofree char *text = g_strdup_printf (_("“%s” names nobody; the amount is kept for the account “%s”"),
                                           troupe_profile_get_column (self->context.profile, account->column)->title,
                                           account->empty);

  troupe_row_values_remark (self->values, account->column, text);
}

/* The account of a line: the row's, another column's where that is a sentence, the chosen one, or
 * what the profile puts for none. */
static gboolean
read_account (TroupeRowParser             *self,
              const TroupeProfileAccount  *account,
              TroupeStagedLine            *line,
              GError                     **error)
{
  const char *handle = troupe_column_is_set (account->column) ? self->values->text[account->column] : "";
  g_autofree char *folded = NULL;

  if (account->instead_of != NULL)
    folded = troupe_text_fold (handle);
  if (folded != NULL && g_strv_contains ((const char *const *) account->instead_of, folded))
    {
      handle = self->values->text[account->instead];
      troupe_row_values_remark (self->values, account->column,
                                _("the account has lost its id and goes by its name; see that its month is not "
                                  "counted under the id as well"));
    }
  if (troupe_column_is_set (account->name) && self->values->text[account->name][0] != '\0')
    line->account_name = self->values->text[account->name];
  if (*handle == '\0' || g_str_equal (handle, "-"))
    handle = self->context.handle;
  if (handle == NULL)
    handle = account->empty;
  line->handle = handle;
  if (handle != NULL && handle == account->empty)
    remark_nobody (self, account);
  if (handle != NULL)
    return TRUE;
  troupe_fail (error, TROUPE_ERROR_FORMAT, _("the account is missing; fill it in"));

  return blame (self, account->column);
}

/* A fee of the other sign than its amount, or larger than it, cannot be told from a mistake; it would
 * make the pool larger than what came in, or a debt. */
static gboolean
check_fee (TroupeRowParser  *self,
           int               column,
           gint64            amount,
           gint64            fee,
           GError          **error)
{
  g_autofree char *fee_text = NULL, *amount_text = NULL;
  const char *message;

  if (fee == TROUPE_NONE || fee == 0 || (amount > 0 && fee > 0 && fee <= amount) || (amount < 0 && fee < 0 && fee >= amount))
    return TRUE;
  if (amount >= 0 && fee < 0)
    message = _("the platform's fee %s has the other sign than the amount %s; write it without a sign, as what the "
                "platform kept");
  else if (amount < 0 && fee > 0)
    message = _("the platform's fee %s has the other sign than the amount %s; write it with a minus, as what the "
                "platform gave back");
  else
    message = _("the platform's fee %s is more than the amount %s; correct whichever is wrong: the amount is what came "
                "in before the fee");
  fee_text = troupe_decimal_format (fee, TROUPE_MICRO_PLACES, 0);
  amount_text = troupe_decimal_format (amount, TROUPE_MICRO_PLACES, 0);
  troupe_fail (error, TROUPE_ERROR_FORMAT, message, fee_text, amount_text);

  return blame (self, column);
}

/* An amount that names its currency itself must name the row's. */
static gboolean
check_unit (TroupeRowParser  *self,
            int               column,
            GError          **error)
{
  const TroupeAmountNotes *notes = troupe_column_is_set (column) ? &self->values->notes[column] : NULL;

  if (notes == NULL || notes->units == NULL || strstr (notes->units, self->unit) != NULL)
    return TRUE;
  troupe_fail (error, TROUPE_ERROR_FORMAT, _("the amount “%s” is not in %s, as its row is; correct whichever is wrong"),
               self->values->text[column], self->unit);

  return blame (self, column);
}

/* A row of money that went out has its amount and its fee with a minus. */
static gboolean
apply_sign (TroupeRowParser   *self,
            TroupeStagedLine  *line,
            gint64            *cut,
            GError           **error)
{
  const TroupeProfile *profile = self->context.profile;
  g_autofree char *folded = NULL;

  if (!troupe_column_is_set (profile->sign))
    return TRUE;
  folded = troupe_text_fold (self->values->text[profile->sign]);
  if (profile->negative && g_strv_contains ((const char *const *) profile->negative, folded))
    {
      *cut = line->amount > 0 ? -*cut : *cut;
      line->amount = -ABS (line->amount);
      line->fee = line->fee != TROUPE_NONE ? -ABS (line->fee) : TROUPE_NONE;
      return TRUE;
    }
  if (profile->positive && g_strv_contains ((const char *const *) profile->positive, folded))
    return TRUE;
  troupe_fail (error, TROUPE_ERROR_FORMAT, _("“%s” says neither that money came in nor that it went out"),
               self->values->text[profile->sign]);

  return blame (self, profile->sign);
}

/* Adds the line unless there is nothing to say: no amount, or a zero that nobody could revise. */
static gboolean
add_line (TroupeRowParser         *self,
          guint                    number,
          const TroupeStagedLine  *row,
          GError                 **error)
{
  const TroupeProfile *profile = self->context.profile;
  const TroupeProfileLine *line = &g_array_index (profile->lines, TroupeProfileLine, number);
  const TroupeRowValues *values = self->values;
  TroupeParsedLine parsed = { .staged = *row, .in_total = line->in_total, .cut = values->notes[line->amount].cut };
  const char *field = troupe_profile_get_column (profile, line->amount)->field;

  parsed.staged.amount = values->number[line->amount];
  if (troupe_column_is_set (line->fee))
    parsed.staged.fee = values->number[line->fee];
  if (parsed.staged.amount == TROUPE_NONE)
    return TRUE;
  if (!check_unit (self, line->amount, error) || !check_unit (self, line->fee, error) ||
      !check_fee (self, line->fee, parsed.staged.amount, parsed.staged.fee, error))
    return FALSE;
  if (parsed.staged.amount == 0 && !row->keyed && parsed.cut == 0)
    return TRUE;
  if (!apply_sign (self, &parsed.staged, &parsed.cut, error) ||
      !read_account (self, line->has_account ? &line->account : &profile->account, &parsed.staged, error))
    return FALSE;
  parsed.staged.kind = troupe_row_words_get_kind (self->words, number);
  if (troupe_column_is_set (line->reference) && *values->text[line->reference] != '\0')
    parsed.staged.ref = values->text[line->reference];
  parsed.staged.content = troupe_row_identity_mix (row->content, field);
  if (row->keyed)
    {
      parsed.staged.key = troupe_row_identity_mix (row->key, field);
      parsed.staged.content = troupe_row_identity_state (parsed.staged.content, parsed.staged.amount,
                                                         parsed.staged.fee, parsed.staged.unit);
    }
  g_array_append_val (self->lines, parsed);

  return TRUE;
}

static void
check_parts (TroupeRowParser          *self,
             const TroupeProfileCheck *check)
{
  gint64 total = self->values->number[check->total];
  TroupeWide sum = 0, difference;
  gboolean any = FALSE;

  for (guint i = 0; i < check->parts->len; i++)
    {
      int column = g_array_index (check->parts, int, i);

      if (!troupe_column_is_set (self->context.map->cell[column]))
        return;
      any |= self->values->number[column] != TROUPE_NONE;
      sum += self->values->number[column] == TROUPE_NONE ? 0 : self->values->number[column];
    }
  difference = sum - total;
  if (any && total != TROUPE_NONE && (difference > check->tolerance || -difference > check->tolerance))
    {
      g_autofree char *stated = troupe_decimal_format (total, TROUPE_MICRO_PLACES, 0);
      g_autofree char *added = troupe_decimal_format ((gint64) sum, TROUPE_MICRO_PLACES, 0);
      g_autofree char *text = g_strdup_printf (_("it says %s, but its parts add up to %s; the stated amount was taken"),
                                               stated, added);

      troupe_row_values_remark (self->values, check->total, text);
    }
}

/* What all lines of the row have in common. */
static gboolean
read_row (TroupeRowParser   *self,
          TroupeStagedLine  *row,
          GError           **error)
{
  const TroupeProfile *profile = self->context.profile;

  if (!read_days (self, error))
    return FALSE;
  row->unit = self->context.unit != NULL ? self->context.unit : troupe_row_words_get_unit (self->words, error);
  if (row->unit == NULL)
    return blame (self, profile->unit.column);
  self->unit = row->unit;
  if (self->context.currency != NULL && troupe_currency_exponent (row->unit) >= 0 &&
      !g_str_equal (row->unit, self->context.currency))
    {
      troupe_fail (error, TROUPE_ERROR_INVALID, _("it is in %s, not in %s; import the file without choosing a currency"),
                   row->unit, self->context.currency);
      return blame (self, profile->unit.column);
    }
  row->platform = troupe_row_words_get_platform (self->words);
  if (self->context.platform != NULL && g_str_equal (row->platform, "other"))
    row->platform = self->context.platform;
  row->month = self->context.month != TROUPE_NONE ? self->context.month : get_month (self, self->first);
  row->day = self->last;
  row->fee = TROUPE_NONE;
  if (troupe_column_is_set (profile->reference) && *self->values->text[profile->reference] != '\0')
    row->ref = self->values->text[profile->reference];
  row->content = troupe_row_identity_hash (self->values, profile->content);
  row->keyed = profile->key->len > 0;
  row->key = row->keyed ? troupe_row_identity_hash (self->values, profile->key) : 0;
  row->per_line = profile->per_line;
  row->as_of = read_as_of (self);

  return TRUE;
}

GArray *
troupe_row_parser_parse (TroupeRowParser  *self,
                         TroupeRow        *row,
                         GError          **error)
{
  const TroupeProfile *profile = self->context.profile;
  TroupeStagedLine common = { .row = row->number };

  g_array_set_size (self->lines, 0);
  if (!troupe_row_values_read (self->values, row, error) || !read_row (self, &common, error))
    return NULL;
  for (guint i = 0; i < profile->lines->len; i++)
    if (!add_line (self, i, &common, error))
      return NULL;
  for (guint i = 0; i < profile->checks->len; i++)
    check_parts (self, &g_array_index (profile->checks, TroupeProfileCheck, i));

  return self->lines;
}

TroupeRowParser *
troupe_row_parser_new (const TroupeRowContext *context)
{
  TroupeRowParser *self = g_new0 (TroupeRowParser, 1);

  self->context = *context;
  self->month_first = G_MAXINT64;   /* no day is within */
  self->values = troupe_row_values_new ();
  self->values->profile = context->profile;
  self->values->map = context->map;
  self->values->day_order = context->day_order;
  self->values->whole_rows = context->whole_rows;
  self->words = troupe_row_words_new (self->values);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TroupeParsedLine));

  return self;
}

void
troupe_row_parser_free (TroupeRowParser *self)
{
  troupe_row_words_free (self->words);
  troupe_row_values_free (self->values);
  g_array_unref (self->lines);
  g_free (self);
}

const TroupeRowValues *
troupe_row_parser_get_values (TroupeRowParser *self)
{
  return self->values;
}

void
troupe_row_parser_get_days (TroupeRowParser *self,
                            TroupeDay       *ret_first,
                            TroupeDay       *ret_last)
{
  *ret_first = self->first;
  *ret_last = self->last;
}

const char *
troupe_row_parser_get_unit (TroupeRowParser *self)
{
  return self->unit;
}
