/* The months: rules in, statements out, totals beside them. */
#pragma once

#include "troupe-balance.h"
#include "troupe-month-state.h"
#include "troupe-month-total.h"
#include "troupe-rule-set.h"
#include "troupe-settled-statement.h"
#include "troupe-store.h"
#include "troupe-waiting-total.h"

G_BEGIN_DECLS

/* All rules as they stand, with the exchange rates of month; of a closed month, the rules that it was
 * closed with. Resolves to a TROUPE_TYPE_RULE_SET. */
DexFuture *troupe_store_load_rules      (TroupeStore   *self,
                                         TroupeMonth    month) G_GNUC_WARN_UNUSED_RESULT;

/* The same without the creators and accounts of an open month that have neither lines in it nor one of
 * its balances: what settling it asks for. */
DexFuture *troupe_store_load_month_rules (TroupeStore  *self,
                                         TroupeMonth   month,
                                         GArray       *balances) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a G_TYPE_ARRAY of TroupeBalance: every creator and currency with an opening balance or
 * payments in month. */
DexFuture *troupe_store_list_balances   (TroupeStore   *self,
                                         TroupeMonth    month) G_GNUC_WARN_UNUSED_RESULT;

/* Replaces the drafts of month by these TroupeSettledStatement; a statement keeps its id and number
 * and its lines keep their ids, by position, when it is settled again. The month must be open. Resolves
 * to a G_TYPE_PTR_ARRAY of the TroupeStatement as they were written, in the same order. */
DexFuture *troupe_store_put_statements  (TroupeStore   *self,
                                         TroupeMonth    month,
                                         GPtrArray     *settled) G_GNUC_WARN_UNUSED_RESULT;

/* Makes the drafts of month final and keeps the rules, as they stand, under their hash. All statements
 * must be fresh and every earlier month with evidence closed (TROUPE_ERROR_INVALID names what is missing). */
DexFuture *troupe_store_close_month     (TroupeStore   *self,
                                         TroupeMonth    month,
                                         const char    *actor) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a G_TYPE_ARRAY of TroupeMonthState, the earliest first; without months of which nothing came in before a
 * later one was closed: what does is settled by that one's successor. */
DexFuture *troupe_store_list_months     (TroupeStore   *self) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a G_TYPE_ARRAY of TroupeMonthTotal from first to last, by month and creator. */
DexFuture *troupe_store_list_totals     (TroupeStore   *self,
                                         TroupeMonth    first,
                                         TroupeMonth    last) G_GNUC_WARN_UNUSED_RESULT;

/* What accounts without a creator have brought in. Resolves to a G_TYPE_ARRAY of TroupeWaitingTotal, by
 * account. */
DexFuture *troupe_store_list_waiting    (TroupeStore   *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of these, what month is to settle. */
DexFuture *troupe_store_list_waiting_in (TroupeStore   *self,
                                         TroupeMonth    month) G_GNUC_WARN_UNUSED_RESULT;

/* The closed months whose late lines are booked in month. Resolves to a G_TYPE_ARRAY of TroupeMonth. */
DexFuture *troupe_store_list_late_months (TroupeStore  *self,
                                          TroupeMonth   month) G_GNUC_WARN_UNUSED_RESULT;

/* The month in which new evidence of month is booked: month itself, or the first open one after. */
DexFuture *troupe_store_get_open_month  (TroupeStore   *self,
                                         TroupeMonth    month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
