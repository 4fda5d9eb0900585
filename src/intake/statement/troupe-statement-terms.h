/* What holds for a whole statement before its first row is read: from the file's name and header, the
 * profile and what the clerk chose. */
#pragma once

#include "troupe-row-parser.h"
#include "troupe-statement-reader.h"

G_BEGIN_DECLS

/* Fills context but for its map, which is given; text in it belongs to options, map and profile.
 * TROUPE_ERROR_ASK names the option that is missing. */
gboolean troupe_statement_terms_settle (TroupeStatementFile           *file,
                                        const TroupeProfileMatch      *match,
                                        const TroupeStatementOptions  *options,
                                        TroupeRowContext              *context,
                                        GError                       **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
