/* Amounts as platforms and people write them. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  int  places;    /* of the result: 6 for micros; 4 when the text counts hundredths (分) */
  char decimal;   /* '.' or ','; the other one parts thousands */
} TroupeAmountForm;

#define TROUPE_AMOUNT_MICROS ((TroupeAmountForm) { TROUPE_MICRO_PLACES, '.' })

/* What an amount's text says beside the number. */
typedef struct
{
  gint64      cut;        /* beyond the places: see troupe_decimal_parse() */
  const char *units;      /* those that its sign or word may mean, "CNY JPY" for ¥; NULL: it has none */
  gboolean    parted;     /* the decimal sign stands twice: it parts thousands, as in 1.000.000 … */
  gboolean    doubtful;   /* … and would in this one, which has three digits behind it: 45.000 */
} TroupeAmountNotes;

/* "1,234.50", "−12", "(1,234.56)", "￥１２．５", "1.000.000", "3.2万", "42370音浪", "0E-18"; nothing, "-"
 * and "/" give TROUPE_NONE. The error says what is wrong with the
 * text, without a place: "the amount “12,5O” is not a number". */
gboolean troupe_amount_read (const char         *text,
                             TroupeAmountForm    form,
                             gint64             *ret_value,
                             TroupeAmountNotes  *ret_notes,
                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
