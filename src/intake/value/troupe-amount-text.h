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

/* "1,234.50", "−12", "(1,234.56)", "￥１２．５", "1.000.000", "3.2万", "42370音浪", "0E-18"; nothing, "-"
 * and "/" give TROUPE_NONE. ret_cut: see troupe_decimal_parse(). The error says what is wrong with the
 * text, without a place: "the amount “12,5O” is not a number". */
gboolean troupe_amount_read (const char       *text,
                             TroupeAmountForm  form,
                             gint64           *ret_value,
                             gint64           *ret_cut,
                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
