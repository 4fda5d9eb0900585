/* A file that appears whole or not at all: written beside its target, synced, then renamed over it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TroupeOutput TroupeOutput;

/* TROUPE_ERROR_FAILED in a clerk's words when the folder is missing or may not be written. */
TroupeOutput *troupe_output_open   (const char    *path,
                                    GError       **error);
/* A file of a folder that appears as a whole (troupe-output-folder.h): written to draft and left there;
 * path is what errors name. */
TroupeOutput *troupe_output_open_part (const char *draft,
                                    const char    *path,
                                    GError       **error);
/* After the first failure it does nothing; troupe_output_commit() tells it. */
void          troupe_output_write  (TroupeOutput  *self,
                                    const void    *data,
                                    gsize          length);
gboolean      troupe_output_commit (TroupeOutput  *self,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* For a writer that cannot go on: FALSE, with reason as the error of this file. */
gboolean      troupe_output_fail   (TroupeOutput  *self,
                                    const char    *reason,
                                    GError       **error);
/* Leaves nothing behind of what was not committed. */
void          troupe_output_free   (TroupeOutput  *self);

gboolean      troupe_output_replace (const char   *path,
                                     const void   *data,
                                     gsize         length,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeOutput, troupe_output_free)

G_END_DECLS
