/* Decimal numbers as scaled integers, never as floating point.
 *
 * A "scaled" value is a gint64 that counts units of 10^-places: micros (places 6) for evidence,
 * minor units (places = the currency's exponent) for statements, nanos (places 9) for rates. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef __int128 TroupeWide;

#define TROUPE_MICRO_PLACES 6
#define TROUPE_RATE_PLACES  9
#define TROUPE_MICRO        G_GINT64_CONSTANT (1000000)
#define TROUPE_RATE_ONE     G_GINT64_CONSTANT (1000000000)

/* "No value" in a gint64 field: SQL NULL, JSON null, an empty cell. */
#define TROUPE_NONE         G_MININT64

/* numerator / denominator, halves away from zero (money.md, Rounding). The result must fit. */
gint64   troupe_divide_half_up  (TroupeWide   numerator,
                                 TroupeWide   denominator);

/* value x numerator / denominator in 128 bits, halves away from zero. */
gint64   troupe_scale           (gint64       value,
                                 gint64       numerator,
                                 gint64       denominator);

/* Reads an ASCII decimal ("-12.5", "1.2e-3"; no separators, no signs but + and -). Further places
 * than asked for round half-even; ret_cut (optional) gets what was cut, stated minus stored, in
 * 10^-12. TROUPE_ERROR_NUMBER when it is no number or does not fit. */
gboolean troupe_decimal_parse   (const char  *text,
                                 int          places,
                                 gint64      *ret_value,
                                 gint64      *ret_cut,
                                 GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* A number as people write it, as troupe_decimal_parse reads it: "−1,234.50", "1 234.50", "１２". A comma or
 * space only parts thousands; NULL where it does not ("0,5" may be a half or five), and for what is no number. */
char    *troupe_decimal_plain   (const char  *text);

/* "-12.5": plain ASCII for files; at least min_places decimals, no trailing zeros beyond them. */
char    *troupe_decimal_format  (gint64       value,
                                 int          places,
                                 int          min_places);

G_END_DECLS
