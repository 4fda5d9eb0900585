/* The table of an import's lines. Cells show themselves when their line has been read; until then a row
 * is empty and as high as it will be. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who the lines belong to, by the account's id; set before the model. */
typedef struct
{
  GHashTable *accounts;   /* of troupe_record_index_new() */
  GHashTable *creators;
} TroupeLineOwners;

/* Adds the columns; owners is borrowed and may be filled later. Returns those that a narrow window
 * leaves out. */
GPtrArray *troupe_line_columns_add (GtkColumnView          *view,
                                    const TroupeLineOwners *owners);

G_END_DECLS
