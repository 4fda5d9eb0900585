/* The lines of an import in the order of its file, as a GListModel of TroupeLineItem: it has all of them
 * at once, and reads a page when a row of it is looked at. */
#pragma once

#include <gio/gio.h>

#include "troupe-line.h"

G_BEGIN_DECLS

/* A place in the list. Property "line" is NULL until its page has been read. */
#define TROUPE_TYPE_LINE_ITEM (troupe_line_item_get_type ())
G_DECLARE_FINAL_TYPE (TroupeLineItem, troupe_line_item, TROUPE, LINE_ITEM, GObject)

/* (transfer none) */
TroupeLine *troupe_line_item_get_line (TroupeLineItem *self);

#define TROUPE_TYPE_IMPORT_LINE_LIST (troupe_import_line_list_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportLineList, troupe_import_line_list, TROUPE, IMPORT_LINE_LIST, GObject)

/* file is an office's; n is how many lines the import says it has, until they have been found. */
TroupeImportLineList *troupe_import_line_list_new (GObject *file,
                                                   gint64   import_id,
                                                   guint    n);

G_END_DECLS
