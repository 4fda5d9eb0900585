/* Adds or edits one record, field by field as its form says, checking as one types. Saving is one
 * undo step. Signal "saved" carries the record's id. */
#pragma once

#include <adwaita.h>

#include "troupe-form.h"
#include "troupe-office.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_RECORD_DIALOG (troupe_record_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRecordDialog, troupe_record_dialog, TROUPE, RECORD_DIALOG, AdwDialog)

/* fields: a record, or a struct on the stack with its type and what a new one starts from; id 0 adds.
 * rows end with a NULL field and must outlive the dialog. */
AdwDialog *troupe_record_dialog_new (TroupeOffice         *office,
                                     const char           *title,
                                     gconstpointer         fields,
                                     const TroupeFormRow  *rows);

/* What the fields alone do not say, inside a fibre; draft is a struct of the type. */
typedef gboolean (*TroupeRecordCheck) (TroupeOffice   *office,
                                       gconstpointer   draft,
                                       gpointer        data,
                                       GError        **error);

/* Asks it before saving. */
void       troupe_record_dialog_set_check (TroupeRecordDialog *self,
                                           TroupeRecordCheck   check,
                                           gpointer            data,
                                           GDestroyNotify      destroy);

G_END_DECLS
