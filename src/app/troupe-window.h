/* The window: sections at the side, pages in the middle, the month that they share. Without an
 * office it welcomes. */
#pragma once

#include <adwaita.h>

#include "troupe-office.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_WINDOW (troupe_window_get_type ())
G_DECLARE_FINAL_TYPE (TroupeWindow, troupe_window, TROUPE, WINDOW, AdwApplicationWindow)

TroupeWindow *troupe_window_new        (GtkApplication *application);
TroupeOffice *troupe_window_get_office (TroupeWindow   *self);

/* Opens the last month that has evidence. page NULL: the overview; else the name of a section, with
 * "/id" of what lies below it: "creators/12". */
void          troupe_window_set_office (TroupeWindow   *self,
                                        TroupeOffice   *office,
                                        const char     *page);
/* While an agency is being opened; an error goes back to the welcome. */
void          troupe_window_show_opening (TroupeWindow *self);
void          troupe_window_show_error (TroupeWindow   *self,
                                        GError         *error);

G_END_DECLS
