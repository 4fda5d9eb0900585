/* The dialog that edits the agency's own details. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

AdwDialog *troupe_agency_form_new (TroupeOffice *office);

G_END_DECLS
