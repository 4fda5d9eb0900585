/* A record in a GListModel, with the name of what it belongs to where the list shows one. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_RECORD_ITEM (troupe_record_item_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRecordItem, troupe_record_item, TROUPE, RECORD_ITEM, GObject)

/* Refs record; name may be NULL. */
TroupeRecordItem *troupe_record_item_new        (gpointer          record,
                                                 const char       *name);
gpointer          troupe_record_item_get_record (TroupeRecordItem *self);
const char       *troupe_record_item_get_name   (TroupeRecordItem *self);

G_END_DECLS
