#include "troupe-derivation-item.h"

struct _TroupeDerivationItem
{
  GObject parent_instance;

  TroupeDerivation *derivation;
};

G_DEFINE_FINAL_TYPE (TroupeDerivationItem, troupe_derivation_item, G_TYPE_OBJECT)

TroupeDerivationItem *
troupe_derivation_item_new (TroupeDerivation *derivation)
{
  TroupeDerivationItem *self = g_object_new (TROUPE_TYPE_DERIVATION_ITEM, NULL);

  self->derivation = troupe_derivation_ref (derivation);
  return self;
}

TroupeDerivation *
troupe_derivation_item_get (TroupeDerivationItem *self)
{
  return self->derivation;
}

GListModel *
troupe_derivation_item_open (TroupeDerivationItem *self)
{
  GPtrArray *children = self->derivation->children;
  g_autoptr(GListStore) items = NULL;

  if (children == NULL || children->len == 0)
    return NULL;
  items = g_list_store_new (TROUPE_TYPE_DERIVATION_ITEM);
  for (guint i = 0; i < children->len; i++)
    {
      g_autoptr(TroupeDerivationItem) item = troupe_derivation_item_new (g_ptr_array_index (children, i));

      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (g_steal_pointer (&items));
}

static void
troupe_derivation_item_finalize (GObject *object)
{
  troupe_derivation_unref (TROUPE_DERIVATION_ITEM (object)->derivation);
  G_OBJECT_CLASS (troupe_derivation_item_parent_class)->finalize (object);
}

static void
troupe_derivation_item_class_init (TroupeDerivationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_derivation_item_finalize;
}

static void
troupe_derivation_item_init (TroupeDerivationItem *self)
{
}
