#include "troupe-import-result.h"

G_DEFINE_BOXED_TYPE (TroupeImportResult, troupe_import_result, troupe_import_result_ref, troupe_import_result_unref)

TroupeImportResult *
troupe_import_result_new (void)
{
  TroupeImportResult *self = g_atomic_rc_box_new0 (TroupeImportResult);

  self->rows = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->accounts = g_ptr_array_new_with_free_func (troupe_record_unref);
  self->places = g_array_new (FALSE, FALSE, sizeof (TroupeAccountPlace));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (TroupeWaitingTotal));
  self->late = (TroupeLateLines) { 0, TROUPE_NONE, TROUPE_NONE, TROUPE_NONE };
  return self;
}

TroupeImportResult *
troupe_import_result_ref (TroupeImportResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finalize (gpointer data)
{
  TroupeImportResult *self = data;

  g_clear_pointer (&self->import, troupe_record_unref);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->accounts);
  g_array_unref (self->places);
  g_array_unref (self->waiting);
  g_free (self->stated_total);
  g_free (self->stated_excess);
}

void
troupe_import_result_unref (TroupeImportResult *self)
{
  g_atomic_rc_box_release_full (self, finalize);
}
