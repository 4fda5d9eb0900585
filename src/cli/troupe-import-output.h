/* What an import did, for people and for programs. */
#pragma once

#include "troupe-command.h"
#include "troupe-import-result.h"
#include "troupe-json-text.h"

G_BEGIN_DECLS

/* file_name: as the command line names it. */
void troupe_import_output_print       (TroupeCall               *call,
                                       const char               *file_name,
                                       const TroupeImportResult *result);

/* Rows with this outcome, or all when it is NULL. */
void troupe_import_output_print_rows  (TroupeCall               *call,
                                       GPtrArray                *rows,
                                       const char               *outcome);

/* {"file","profile","rows","lines","new","updated","duplicate","failed","waiting","total","stated_total",
 * "stated_excess","problems"}. stated_total is what the file says itself, {} when it says nothing;
 * stated_excess how much more its rows add up to, {} when they agree. result NULL or refusal: the file
 * was refused, and nothing of it counts. */
void troupe_import_output_add_json    (TroupeJsonText           *json,
                                       const char               *file_name,
                                       const TroupeImportResult *result,
                                       const char               *refusal);

G_END_DECLS
