/* What a statement adds up to: rows, lines, days, and the amounts that people compare with what the
 * platform shows, by unit. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef struct _TroupeStatementTally TroupeStatementTally;

TroupeStatementTally *troupe_statement_tally_new        (void);
void                  troupe_statement_tally_free       (TroupeStatementTally       *self);
void                  troupe_statement_tally_add_day    (TroupeStatementTally       *self,
                                                         TroupeDay                   first,
                                                         TroupeDay                   last);
/* cut: what six decimals could not hold, in 10^-12 of the unit. */
void                  troupe_statement_tally_add_amount (TroupeStatementTally       *self,
                                                         const char                 *unit,
                                                         gint64                      micros,
                                                         gint64                      cut);
TroupeDay             troupe_statement_tally_get_first  (const TroupeStatementTally *self);
TroupeDay             troupe_statement_tally_get_last   (const TroupeStatementTally *self);
/* How many days of first … last have a row. */
gint64                troupe_statement_tally_count_days (const TroupeStatementTally *self);
/* "USD 367589.755; diamond 12"; NULL when there is nothing. */
char                 *troupe_statement_tally_get_total  (const TroupeStatementTally *self);
/* How much the cuts are in sum, for people; NULL when nothing was cut. */
char                 *troupe_statement_tally_get_cut    (const TroupeStatementTally *self);

/* "12.5" of a wide sum; no sum of a file's micros reaches what 64 bits of whole units cannot hold. */
char                 *troupe_statement_tally_format     (TroupeWide                  value,
                                                         int                         places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeStatementTally, troupe_statement_tally_free)

G_END_DECLS
