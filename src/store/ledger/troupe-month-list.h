/* Private to the store: a list of plain structs that one query gives for a month. */
#pragma once

#include "troupe-connection.h"
#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct
{
  const char *sql;    /* ?1 is the month */
  gsize       size;   /* of a struct */
  void      (*read)   (TroupeQuery *query, gpointer element);
} TroupeMonthList;

/* Resolves to a G_TYPE_ARRAY; list is static. */
DexFuture *troupe_month_list_read (TroupeStore           *store,
                                   const TroupeMonthList *list,
                                   TroupeMonth            month) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
