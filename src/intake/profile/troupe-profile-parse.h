/* From a profile's JSON to a profile. */
#pragma once

#include "troupe-json-walk.h"
#include "troupe-profile-private.h"

G_BEGIN_DECLS

/* Fills profile, which is empty; what is wrong stays in the walk. */
void troupe_profile_parse        (const TroupeJsonPlace *root,
                                  TroupeProfile         *profile);
/* "columns", which the rest refers to. */
void troupe_profile_parse_columns (const TroupeJsonPlace *root,
                                   TroupeProfile         *profile);
/* The index of the column that the text at place names; NO_COLUMN when there is none. */
int  troupe_profile_parse_column (const TroupeJsonPlace *place,
                                  const TroupeProfile   *profile);
/* A list of texts, folded; NULL when there is none. */
char **troupe_profile_parse_texts (const TroupeJsonPlace *place);
/* A list of headers, folded as headers are. */
char **troupe_profile_parse_headers (const TroupeJsonPlace *place);

G_END_DECLS
