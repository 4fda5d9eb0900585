/* A month's statements, for people and for programs. */
#pragma once

#include "troupe-command.h"
#include "troupe-creator.h"
#include "troupe-settle-job.h"

G_BEGIN_DECLS

/* Statements, with the sum of each currency; with_lines: with their lines. Inside a fibre. */
gboolean troupe_settle_output_print      (TroupeCall                *call,
                                          TroupeMonth                month,
                                          const TroupeSettleResult  *result,
                                          gboolean                   with_lines,
                                          GError                   **error);

/* {"month","statements":[{…,"creator_name","lines":[…]}],"problems":[…],"waiting"}: the fields of
 * statements and lines are those of the open document. */
gboolean troupe_settle_output_print_json (TroupeCall                *call,
                                          TroupeMonth                month,
                                          const TroupeSettleResult  *result,
                                          GError                   **error);

G_END_DECLS
