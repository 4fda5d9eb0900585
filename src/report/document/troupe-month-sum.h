/* What statement lines come to, by creator, platform or kind, in this month and the one before. */
#pragma once

#include "troupe-settled-statement.h"

G_BEGIN_DECLS

typedef enum { TROUPE_MONTH_BY_CREATOR, TROUPE_MONTH_BY_PLATFORM, TROUPE_MONTH_BY_KIND } TroupeMonthKey;

/* Minor units of one currency. gross - fee = pool = creators + agency. */
typedef struct
{
  gint64 gross, fee, pool, creators, agency;
} TroupeMonthSum;

typedef struct
{
  gint64         creator_id;   /* by creator */
  const char    *word;         /* by platform or kind; borrowed from the lines */
  TroupeMonthSum now;
  TroupeMonthSum before;
} TroupeMonthGroup;

/* Of the earning lines of statements in currency, or of the corrections; largest gross first, then as
 * before; equal ones by id or word. An array of TroupeMonthGroup. */
GArray        *troupe_month_sum_group (TroupeMonthKey    key,
                                       const char       *currency,
                                       gboolean          corrections,
                                       GPtrArray        *settled,
                                       GPtrArray        *before);
/* All groups together. */
TroupeMonthGroup troupe_month_sum_total (const GArray   *groups);

/* first, then the other currencies of the statements by code: an array of borrowed text. */
GPtrArray     *troupe_month_sum_list_currencies (const char *first,
                                                 GPtrArray  *settled,
                                                 GPtrArray  *before);

G_END_DECLS
