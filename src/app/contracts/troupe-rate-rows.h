/* Rows of fee cards and rates in boxed lists. Each keeps its record. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-exchange-rate.h"
#include "troupe-fee-card.h"
#include "troupe-unit-rate.h"

G_BEGIN_DECLS

GtkWidget *troupe_fee_card_row_new      (TroupeFeeCard      *card);
GtkWidget *troupe_unit_rate_row_new     (TroupeUnitRate     *rate);
GtkWidget *troupe_exchange_rate_row_new (TroupeExchangeRate *rate);

/* "since 2026-01-01", "2026-01-01 to 2026-06-30". */
char      *troupe_rate_format_days      (TroupeDay           start_day,
                                         TroupeDay           end_day);

G_END_DECLS
