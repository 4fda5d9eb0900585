/* Records by their id. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

/* From id (gint64 *) to record; it holds references. */
GHashTable *troupe_record_index_new  (GPtrArray  *records);

/* The record of this id, or NULL; NULL for id 0. (transfer none) */
gpointer    troupe_record_index_find (GHashTable *index,
                                      gint64      id);

G_END_DECLS
