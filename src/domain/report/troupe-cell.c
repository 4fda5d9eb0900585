#include "troupe-cell.h"

#include "troupe-money.h"
#include "troupe-share.h"

TroupeCell
troupe_cell_text (const char *text,
                  const char *note)
{
  return (TroupeCell) { .kind = text != NULL ? TROUPE_CELL_TEXT : TROUPE_CELL_EMPTY, .text = text, .note = note };
}

TroupeCell
troupe_cell_number (TroupeCellKind kind,
                    gint64         number)
{
  return (TroupeCell) { .kind = number != TROUPE_NONE ? kind : TROUPE_CELL_EMPTY, .number = number };
}

TroupeCell
troupe_cell_money (gint64      minor,
                   const char *currency,
                   gint64      ref)
{
  TroupeCell cell = troupe_cell_number (TROUPE_CELL_MONEY, minor);

  cell.unit = currency;
  cell.ref = ref;
  return cell;
}

TroupeCell
troupe_cell_micros (gint64      micros,
                    const char *unit)
{
  TroupeCell cell = troupe_cell_number (TROUPE_CELL_MICROS, micros);

  cell.unit = unit;
  return cell;
}

gboolean
troupe_cell_is_number (const TroupeCell *self)
{
  switch (self->kind)
    {
    case TROUPE_CELL_INT:
    case TROUPE_CELL_MONEY:
    case TROUPE_CELL_MICROS:
    case TROUPE_CELL_RATE:
    case TROUPE_CELL_SHARE:
    case TROUPE_CELL_RATIO:
      return TRUE;
    case TROUPE_CELL_EMPTY:
    case TROUPE_CELL_TEXT:
    case TROUPE_CELL_DAY:
    case TROUPE_CELL_MONTH:
    default:
      return FALSE;
    }
}

char *
troupe_cell_format (const TroupeCell *self)
{
  switch (self->kind)
    {
    case TROUPE_CELL_INT:
      /* Whole micros print as whole numbers with separators. */
      return troupe_micros_format (self->number * TROUPE_MICRO, NULL);
    case TROUPE_CELL_MONEY:
      return troupe_money_format (self->number, self->unit);
    case TROUPE_CELL_MICROS:
      return troupe_micros_format (self->number, self->unit);
    case TROUPE_CELL_SHARE:
      return troupe_share_format (self->number);
    case TROUPE_CELL_RATIO:
      return troupe_share_format_ratio (self->number);
    case TROUPE_CELL_EMPTY:
    case TROUPE_CELL_TEXT:
    case TROUPE_CELL_DAY:
    case TROUPE_CELL_MONTH:
    case TROUPE_CELL_RATE:
    default:
      return troupe_cell_to_string (self);
    }
}

char *
troupe_cell_to_string (const TroupeCell *self)
{
  switch (self->kind)
    {
    case TROUPE_CELL_TEXT:
      return g_strdup (self->text);
    case TROUPE_CELL_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
    case TROUPE_CELL_DAY:
      return troupe_day_to_string (self->number);
    case TROUPE_CELL_MONTH:
      return troupe_month_to_string (self->number);
    case TROUPE_CELL_MONEY:
      return troupe_money_to_string (self->number, self->unit);
    case TROUPE_CELL_MICROS:
      return troupe_decimal_format (self->number, TROUPE_MICRO_PLACES, MAX (troupe_currency_exponent (self->unit), 0));
    case TROUPE_CELL_RATE:
      return troupe_decimal_format (self->number, TROUPE_RATE_PLACES, 0);
    case TROUPE_CELL_SHARE:
    case TROUPE_CELL_RATIO:
      return troupe_share_to_string (self->number);
    case TROUPE_CELL_EMPTY:
    default:
      return g_strdup ("");
    }
}

const char *
troupe_cell_kind_name (TroupeCellKind kind)
{
  static const char *const names[] = {
    [TROUPE_CELL_EMPTY] = "empty",   [TROUPE_CELL_TEXT] = "text",   [TROUPE_CELL_INT] = "int",
    [TROUPE_CELL_DAY] = "day",       [TROUPE_CELL_MONTH] = "month", [TROUPE_CELL_MONEY] = "money",
    [TROUPE_CELL_MICROS] = "micros", [TROUPE_CELL_RATE] = "rate",   [TROUPE_CELL_SHARE] = "share",
    [TROUPE_CELL_RATIO] = "share",
  };

  return names[kind];
}
