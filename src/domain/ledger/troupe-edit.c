#include "troupe-edit.h"

TroupeEdit *
troupe_edit_new_save (gpointer record)
{
  TroupeEdit *self = g_new (TroupeEdit, 1);

  *self = (TroupeEdit) { troupe_record_get_type (record), troupe_record_ref (record), troupe_record_get_id (record) };
  return self;
}

TroupeEdit *
troupe_edit_new_delete (const TroupeRecordType *type,
                        gint64                  id)
{
  TroupeEdit *self = g_new (TroupeEdit, 1);

  *self = (TroupeEdit) { type, NULL, id };
  return self;
}

void
troupe_edit_free (TroupeEdit *self)
{
  g_clear_pointer (&self->record, troupe_record_unref);
  g_free (self);
}
