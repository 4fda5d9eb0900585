#pragma once

#include "troupe-page.h"
#include "troupe-window.h"

G_BEGIN_DECLS

/* What the actions need of the window. */
TroupeMonth        troupe_window_get_month       (TroupeWindow *self);
void               troupe_window_set_month       (TroupeWindow *self,
                                                  TroupeMonth   month);
TroupePage        *troupe_window_get_page        (TroupeWindow *self);
void               troupe_window_show_section    (TroupeWindow *self,
                                                  const char   *name);
void               troupe_window_show_detail     (TroupeWindow *self,
                                                  const char   *name,
                                                  gint64        id);
void               troupe_window_go_back         (TroupeWindow *self);
void               troupe_window_add_toast       (TroupeWindow *self,
                                                  AdwToast     *toast);
void               troupe_window_open_menu       (TroupeWindow *self);

void               troupe_window_install_actions (GtkWidgetClass *klass);

G_END_DECLS
