/* Every shortcut of the window, once: the application sets its accelerators from it and Ctrl+? shows
 * it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *group;      /* translatable; a new group begins where it differs */
  const char *title;      /* translatable; NULL: not shown */
  const char *action;     /* detailed: "win.show-page('creators')" */
  const char *accels[3];
} TroupeShortcut;

/* Ends with a NULL action. */
const TroupeShortcut *troupe_shortcut_table_get (void);

G_END_DECLS
