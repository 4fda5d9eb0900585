/* A share: parts per 10,000. 50% is 5000. Rates themselves are never rounded. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

#define TROUPE_SHARE_WHOLE 10000

/* share of amount, halves away from zero. */
gint64    troupe_share_of        (gint64       amount,
                                  gint64       share);

/* "52.5%" for people and, without the sign, "52.5" for files. */
char     *troupe_share_format    (gint64       share);
char     *troupe_share_to_string (gint64       share);

/* "52.0%": what was measured, with one decimal whatever it is. */
char     *troupe_share_format_ratio (gint64    share);

/* "52.5" or "52.5%", 0 to 100 with at most two decimals. */
gboolean  troupe_share_parse     (const char  *text,
                                  gint64      *ret_share,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
