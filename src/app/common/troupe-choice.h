/* One of many to choose from: how it reads and what it stands for. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_CHOICE (troupe_choice_get_type ())
G_DECLARE_FINAL_TYPE (TroupeChoice, troupe_choice, TROUPE, CHOICE, GObject)

/* key says what was chosen to whoever asked; subtitle may be NULL. */
TroupeChoice *troupe_choice_new          (const char   *key,
                                          const char   *title,
                                          const char   *subtitle);
const char   *troupe_choice_get_key      (TroupeChoice *self);
const char   *troupe_choice_get_title    (TroupeChoice *self);
const char   *troupe_choice_get_subtitle (TroupeChoice *self);
/* All of it as it is searched. */
const char   *troupe_choice_get_folded   (TroupeChoice *self);

G_END_DECLS
