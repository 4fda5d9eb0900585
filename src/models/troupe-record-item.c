#include "troupe-record-item.h"

#include "troupe-record.h"

struct _TroupeRecordItem
{
  GObject parent_instance;

  gpointer  record;
  char     *name;
};

G_DEFINE_FINAL_TYPE (TroupeRecordItem, troupe_record_item, G_TYPE_OBJECT)

TroupeRecordItem *
troupe_record_item_new (gpointer    record,
                        const char *name)
{
  TroupeRecordItem *self = g_object_new (TROUPE_TYPE_RECORD_ITEM, NULL);

  self->record = troupe_record_ref (record);
  self->name = g_strdup (name);
  return self;
}

gpointer
troupe_record_item_get_record (TroupeRecordItem *self)
{
  return self->record;
}

const char *
troupe_record_item_get_name (TroupeRecordItem *self)
{
  return self->name;
}

static void
troupe_record_item_finalize (GObject *object)
{
  TroupeRecordItem *self = TROUPE_RECORD_ITEM (object);

  troupe_record_unref (self->record);
  g_free (self->name);
  G_OBJECT_CLASS (troupe_record_item_parent_class)->finalize (object);
}

static void
troupe_record_item_class_init (TroupeRecordItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = troupe_record_item_finalize;
}

static void
troupe_record_item_init (TroupeRecordItem *self)
{
}
