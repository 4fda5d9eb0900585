/* Private to jobs: amounts of any unit in the currency of the books, as a month's rates have it. */
#pragma once

#include "troupe-month-total.h"
#include "troupe-office.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray  *exchange_rates;   /* TroupeExchangeRate of the month */
  GPtrArray  *unit_rates;       /* TroupeUnitRate */
  const char *currency;         /* of the books; interned */
} TroupeOverviewRates;

/* Inside a fibre. */
TroupeOverviewRates *troupe_overview_rates_load    (TroupeOffice              *office,
                                                    TroupeMonth                month,
                                                    GError                   **error);
void                 troupe_overview_rates_free    (TroupeOverviewRates       *self);

/* Micros of the books' currency; 0 when no rate knows the unit. */
gint64               troupe_overview_rates_reckon  (const TroupeOverviewRates *self,
                                                    const TroupeMonthTotal    *total);

/* Minor units of currency as minor units of the books' currency; 0 when there is no rate. */
gint64               troupe_overview_rates_convert (const TroupeOverviewRates *self,
                                                    gint64                     minor,
                                                    const char                *currency);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeOverviewRates, troupe_overview_rates_free)

G_END_DECLS
