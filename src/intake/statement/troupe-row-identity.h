/* What makes a row the same row again: hashes of its canonical values. They are the same on every
 * machine and whatever the file's encoding, order of columns or way to write a number was. */
#pragma once

#include "troupe-row-values.h"

G_BEGIN_DECLS

/* columns: an array of int, in the profile's order. */
guint64 troupe_row_identity_hash (const TroupeRowValues *values,
                                  GArray                *columns);
/* The same for one of the row's lines, by the name of its amount's column: a row that states several
 * amounts is several lines, each with an identity of its own. */
guint64 troupe_row_identity_mix  (guint64                row,
                                  const char            *field);
/* And with what a keyed line states, which a revision changes. */
guint64 troupe_row_identity_state (guint64               line,
                                   gint64                amount,
                                   gint64                fee,
                                   const char           *unit);

G_END_DECLS
