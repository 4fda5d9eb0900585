/* The dialogs that add and edit contracts, terms, rates and fee cards. A NULL record is a new one. */
#pragma once

#include <adwaita.h>

#include "troupe-contract.h"
#include "troupe-exchange-rate.h"
#include "troupe-fee-card.h"
#include "troupe-office.h"
#include "troupe-term.h"
#include "troupe-unit-rate.h"

G_BEGIN_DECLS

AdwDialog *troupe_contract_form_new      (TroupeOffice       *office,
                                          TroupeContract     *contract,
                                          gint64              creator_id);

/* kind: "share" or "minimum_payout", for a new one. */
AdwDialog *troupe_term_form_new          (TroupeOffice       *office,
                                          TroupeTerm         *term,
                                          TroupeContract     *contract,
                                          const char         *kind);

AdwDialog *troupe_fee_card_form_new      (TroupeOffice       *office,
                                          TroupeFeeCard      *card);
AdwDialog *troupe_unit_rate_form_new     (TroupeOffice       *office,
                                          TroupeUnitRate     *rate);
AdwDialog *troupe_exchange_rate_form_new (TroupeOffice       *office,
                                          TroupeExchangeRate *rate,
                                          TroupeMonth         month);

G_END_DECLS
