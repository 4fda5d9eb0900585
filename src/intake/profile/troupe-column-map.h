/* Where a profile's columns stand in a header. */
#pragma once

#include "troupe-profile-private.h"

G_BEGIN_DECLS

typedef struct
{
  int  cell[TROUPE_MAX_COLUMNS];   /* of each of the profile's columns; NO_COLUMN: it is not there */
  int  n_found;
  int  n_missing;                  /* of those that must be there; many when one that must not be there is */
  int  first_missing;
  char currency[4];                /* that the header names, or "" */
} TroupeColumnMap;

/* headers: the cells of a row, folded, NULL-ended. */
void        troupe_column_map_bind       (TroupeColumnMap     *map,
                                          const TroupeProfile *profile,
                                          char               **headers);
/* Whether the file has the column; NO_COLUMN is none. */
gboolean    troupe_column_map_has        (const TroupeColumnMap *map,
                                          int                    column);
/* Whether the header's cell is one of the profile's columns. */
gboolean    troupe_column_map_is_bound   (const TroupeColumnMap *map,
                                          const TroupeProfile   *profile,
                                          int                    cell);
/* An amount whose header stands twice where the profile knows of one: either could be meant. NO_COLUMN: none. */
int         troupe_column_map_find_twin  (const TroupeColumnMap *map,
                                          const TroupeProfile   *profile,
                                          char                 **headers);
/* The name people know a column by: as the header has it. */
const char *troupe_column_map_get_title  (const TroupeColumnMap *map,
                                          const TroupeProfile   *profile,
                                          char                 **titles,
                                          int                    column);

G_END_DECLS
