/* Headers as they are compared: platforms and spreadsheets write one header in many ways. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Without case, width and blanks, and without the _ : and ’ that come and go; every bracket is round. */
char    *troupe_header_fold           (const char *text);
/* Whether both, folded, are the same but for a unit of one behind either of them: "sum(元)" and "sum". */
gboolean troupe_header_equals_unitless (const char *a,
                                       const char *b);

G_END_DECLS
