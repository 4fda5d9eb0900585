/* A node of a derivation in a tree of rows. */
#pragma once

#include <gio/gio.h>

#include "troupe-derivation.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_DERIVATION_ITEM (troupe_derivation_item_get_type ())
G_DECLARE_FINAL_TYPE (TroupeDerivationItem, troupe_derivation_item, TROUPE, DERIVATION_ITEM, GObject)

/* Refs derivation. */
TroupeDerivationItem *troupe_derivation_item_new  (TroupeDerivation     *derivation);
TroupeDerivation     *troupe_derivation_item_get  (TroupeDerivationItem *self);

/* The parts that it is made of, or NULL for a leaf. (transfer full) */
GListModel           *troupe_derivation_item_open (TroupeDerivationItem *self);

G_END_DECLS
