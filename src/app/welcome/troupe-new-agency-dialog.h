/* Asks for the name, currency and file of a new agency. Signal "chosen" carries the path and the
 * TroupeAgency (TROUPE_TYPE_RECORD). */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_NEW_AGENCY_DIALOG (troupe_new_agency_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TroupeNewAgencyDialog, troupe_new_agency_dialog, TROUPE, NEW_AGENCY_DIALOG, AdwDialog)

AdwDialog *troupe_new_agency_dialog_new (const char *folder);

G_END_DECLS
