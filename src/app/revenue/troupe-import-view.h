/* A file before it is taken, as one reads it: what it is, what it says, what is to be looked at.
 *
 * Signals: "again" (an answer or an account has changed: look at the file again), "change-profile",
 * "assign" with the TroupeAccount that nobody knows, "notify::skip-bad". */
#pragma once

#include <adwaita.h>

#include "troupe-import-questions.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_IMPORT_VIEW (troupe_import_view_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportView, troupe_import_view, TROUPE, IMPORT_VIEW, AdwBin)

/* Begins with another file or, same path, another profile. */
void     troupe_import_view_begin        (TroupeImportView    *self,
                                          TroupeOffice        *office,
                                          const char          *path);
void     troupe_import_view_show         (TroupeImportView    *self,
                                          TroupeImportPreview *preview,
                                          gboolean             chosen);
void     troupe_import_view_set_narrow   (TroupeImportView    *self,
                                          gboolean             narrow);
void     troupe_import_view_fill_request (TroupeImportView    *self,
                                          TroupeImportRequest *request);

/* How many rows an import would bring now; 0 when it must not begin. */
gint64   troupe_import_view_get_rows     (TroupeImportView    *self);
gboolean troupe_import_view_get_skip_bad (TroupeImportView    *self);

G_END_DECLS
