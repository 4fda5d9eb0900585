/* Private to jobs: a platform's file with what the clerk chose for it, recognised by a profile. */
#pragma once

#include "troupe-import-job.h"
#include "troupe-line-source.h"

G_BEGIN_DECLS

typedef struct _TroupeImportFile TroupeImportFile;

/* today: from the office's clock, to tell days that cannot be. */
TroupeImportFile *troupe_import_file_new           (const TroupeImportRequest *request,
                                                    TroupeDay                  today);
void              troupe_import_file_free          (TroupeImportFile          *self);

/* Inside a fibre: opens the file beside the main loop and finds its profile. */
gboolean          troupe_import_file_recognise     (TroupeImportFile          *self,
                                                    GError                   **error);

/* What it was recognised as, what is still to be chosen, and how it begins: inside a fibre. */
gboolean          troupe_import_file_describe      (TroupeImportFile          *self,
                                                    TroupeImportPreview       *preview,
                                                    GError                   **error);

/* Its lines; TROUPE_ERROR_ASK when something must be chosen first. (transfer none) */
TroupeLineSource *troupe_import_file_get_source    (TroupeImportFile          *self,
                                                    GError                   **error);

/* When the lines have been taken: what result says of the file beside them. */
void              troupe_import_file_complete      (TroupeImportFile          *self,
                                                    TroupeImportResult        *result);

/* Of the built-in profiles: id, title, id, title, … */
char            **troupe_import_file_list_profiles (void);

G_END_DECLS
