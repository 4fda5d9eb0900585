/* Private to the store: the rules of a closed month as one text, a JSON record per line. */
#pragma once

#include "troupe-connection.h"
#include "troupe-rule-set.h"

G_BEGIN_DECLS

/* The same rules give the same text. Values stand as the file's columns hold them. */
char          *troupe_rule_snapshot_text_write (TroupeConnection  *connection,
                                                TroupeRuleSet     *rules,
                                                GError           **error);
TroupeRuleSet *troupe_rule_snapshot_text_parse (TroupeConnection  *connection,
                                                const char        *text,
                                                GError           **error);

/* SHA-256, in hexadecimal digits. */
char          *troupe_rule_snapshot_text_hash  (const char        *text);

/* The array of a rule set that holds records of this type. */
GPtrArray     *troupe_rule_set_get_array       (TroupeRuleSet           *rules,
                                                const TroupeRecordType  *type);

/* The types of a rule set in the order of the text. NULL-ended. */
extern const TroupeRecordType *const TROUPE_RULE_TYPES[];

G_END_DECLS
