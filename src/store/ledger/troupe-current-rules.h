/* Private to the store: the rules as they stand now, of a month that is open. */
#pragma once

#include "troupe-connection.h"
#include "troupe-rule-set.h"

G_BEGIN_DECLS

/* All of them, with the exchange rates of month. */
TroupeRuleSet *troupe_current_rules_read       (TroupeConnection  *connection,
                                                TroupeMonth        month,
                                                GError           **error);

/* The same without the accounts that have no lines in month, and without the creators who have neither
 * those nor a balance (TroupeBalance). */
TroupeRuleSet *troupe_current_rules_read_month (TroupeConnection  *connection,
                                                TroupeMonth        month,
                                                GArray            *balances,
                                                GError           **error);

G_END_DECLS
