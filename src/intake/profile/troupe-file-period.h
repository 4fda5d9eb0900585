/* What the name of a file says of the time that it is about. */
#pragma once

#include "troupe-profile-private.h"

G_BEGIN_DECLS

/* More groups than any pattern for a name has. */
#define TROUPE_NAME_GROUPS 6

/* The groups of the pattern in the name as numbers; FALSE: it is not there. */
gboolean    troupe_file_period_match     (const GRegex        *pattern,
                                          const char          *name,
                                          int                  numbers[TROUPE_NAME_GROUPS]);
/* The days that the name says are in the file; FALSE: it does not say. */
gboolean    troupe_file_period_read      (const TroupeProfile *profile,
                                          const char          *name,
                                          TroupeDay           *ret_first,
                                          TroupeDay           *ret_last);
/* The calendar month that they are, or NONE. */
TroupeMonth troupe_file_period_get_month (const TroupeProfile *profile,
                                          const char          *name);

G_END_DECLS
