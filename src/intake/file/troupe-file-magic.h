/* Files whose first bytes say that they are no table. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* FALSE: what it is and what to do with it. */
gboolean troupe_file_magic_check (const char  *head,
                                  gsize        length,
                                  GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
