/* Takes an import back; where something rests on it, offers to correct it in the open month. */
#pragma once

#include "troupe-window.h"

G_BEGIN_DECLS

void troupe_import_withdrawal_start (TroupeWindow *window,
                                     gint64        import_id);

G_END_DECLS
