/* The words by which platforms, kinds of revenue and platform units are written in files, and how
 * people read them. A user's profile may bring its own word; it is shown as it is. */
#pragma once

#include "troupe-phrase.h"

G_BEGIN_DECLS

/* The built-in words, NULL-ended, in the order in which lists show them. */
const char *const *troupe_vocabulary_get_platforms (void);
const char *const *troupe_vocabulary_get_kinds     (void);
const char *const *troupe_vocabulary_get_units     (void);

const char *troupe_platform_get_label (TroupeLang lang, const char *platform);
const char *troupe_kind_get_label     (TroupeLang lang, const char *kind);
const char *troupe_unit_get_label     (TroupeLang lang, const char *unit);

/* Whether statements of platform state such revenue after what the platform keeps, so that a settlement
 * without a fee is no oversight. */
gboolean    troupe_kind_is_stated_net (const char *platform, const char *kind);

G_END_DECLS
