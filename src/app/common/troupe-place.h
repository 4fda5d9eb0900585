/* Somewhere to go: what the switcher lists. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_PLACE (troupe_place_get_type ())
G_DECLARE_FINAL_TYPE (TroupePlace, troupe_place, TROUPE, PLACE, GObject)

/* action is detailed: "win.show-creator(int64 7)". */
TroupePlace *troupe_place_new          (const char  *icon,
                                        const char  *title,
                                        const char  *subtitle,
                                        const char  *action);
const char  *troupe_place_get_icon     (TroupePlace *self);
const char  *troupe_place_get_title    (TroupePlace *self);
const char  *troupe_place_get_subtitle (TroupePlace *self);
const char  *troupe_place_get_action   (TroupePlace *self);

G_END_DECLS
