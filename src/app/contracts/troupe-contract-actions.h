/* win.add-contract (creator): a contract from wherever one is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void troupe_contract_actions_install (GtkWidgetClass *window_class);

G_END_DECLS
