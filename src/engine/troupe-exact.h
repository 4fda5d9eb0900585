/* 128-bit arithmetic that says when a number does not fit, and writes it to the last digit. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

/* *value x factor; FALSE and nothing changed when that is beyond 128 bits. */
gboolean troupe_exact_multiply (TroupeWide *value,
                                TroupeWide  factor) G_GNUC_WARN_UNUSED_RESULT;

/* Halves away from zero; FALSE when the quotient is beyond 64 bits. */
gboolean troupe_exact_divide   (TroupeWide  numerator,
                                TroupeWide  denominator,
                                gint64     *ret_quotient) G_GNUC_WARN_UNUSED_RESULT;

/* value units of 10^-places for people: "−1,234.565"; at least min_places decimals. */
char    *troupe_exact_format   (TroupeWide  value,
                                int         places,
                                int         min_places);

G_END_DECLS
