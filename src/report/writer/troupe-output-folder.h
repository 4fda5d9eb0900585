/* Many files that appear together: they grow in a folder of their own beside their place, are synced in one go,
 * then moved there. */
#pragma once

#include "troupe-output.h"

G_BEGIN_DECLS

typedef struct _TroupeOutputFolder TroupeOutputFolder;

/* Makes the folder path where it is missing. */
TroupeOutputFolder *troupe_output_folder_open   (const char                *path,
                                                 GError                   **error);
/* A file of this name, to be committed before its folder. Several threads may add and write at once. */
TroupeOutput       *troupe_output_folder_add    (const TroupeOutputFolder  *self,
                                                 const char                *name,
                                                 GError                   **error);
/* Moves the files called names to their place; returns where they are now. */
char              **troupe_output_folder_commit (TroupeOutputFolder        *self,
                                                 const char *const         *names,
                                                 GError                   **error);
/* Leaves nothing behind of what was not committed. */
void                troupe_output_folder_free   (TroupeOutputFolder        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeOutputFolder, troupe_output_folder_free)

G_END_DECLS
