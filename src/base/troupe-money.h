/* Money: which units there are and how amounts are written.
 *
 * A unit is an ISO 4217 code ("CNY") or a platform's own unit ("diamond", "sound_wave", "coin").
 * Evidence amounts are micros of their unit; statement amounts are minor units of a currency. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

/* Digits after the point of a currency (ISO 4217): CNY 2, JPY 0, KWD 3; -1: not a currency. */
int       troupe_currency_exponent (const char  *code);

/* A currency as people type it: "cny" is CNY. What is none comes back as it is, cleaned. */
char     *troupe_currency_upper    (const char  *text);

/* 10 to the power of the currency's exponent; 100 for a code that is no currency. */
gint64    troupe_currency_minor    (const char  *code);

/* Micros to minor units, halves away from zero. */
gint64    troupe_money_from_micros (TroupeWide   micros,
                                    const char  *currency);

/* "1234.50": plain, for files. */
char     *troupe_money_to_string   (gint64       minor,
                                    const char  *currency);

/* "−1,234.50": for people; thousands by comma, U+2212 as the minus sign, "–" for TROUPE_NONE. */
char     *troupe_money_format      (gint64       minor,
                                    const char  *currency);

/* The same for micros, with as many decimals as it has, at least the currency's own. */
char     *troupe_micros_format     (gint64       micros,
                                    const char  *unit);

/* Reads what troupe_money_to_string wrote; more decimals than the currency has are an error. */
gboolean  troupe_money_parse       (const char  *text,
                                    const char  *currency,
                                    gint64      *ret_minor,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads an amount as people write it: see troupe_decimal_plain. */
gboolean  troupe_money_read        (const char  *text,
                                    const char  *currency,
                                    gint64      *ret_minor,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;

/* The amount in Chinese capitals as cheques want it (GB/T 15835 practice): 肆万玖仟…元柒角肆分. */
char     *troupe_money_capitals    (gint64       minor);

G_END_DECLS
