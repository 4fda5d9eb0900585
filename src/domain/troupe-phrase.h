/* Texts that leave the program: statements, contract sentences, Why, report titles.
 *
 * A document is in one language from head to foot whatever the desk's locale is, so these come from
 * this complete catalogue and not from gettext. */
#pragma once

#include "troupe-day.h"

G_BEGIN_DECLS

typedef enum
{
  TROUPE_LANG_EN,
  TROUPE_LANG_ZH,
} TroupeLang;

/* "zh…" is Chinese, everything else English. */
TroupeLang  troupe_lang_from_locale (const char *locale);

/* The phrase of key, e.g. "statement.opening". A key that the catalogue lacks is a bug. */
const char *troupe_phrase           (TroupeLang  lang,
                                     const char *key);

/* The phrase with each {name} replaced by the text that follows the name in the NULL-ended list. */
char       *troupe_phrase_format    (TroupeLang  lang,
                                     const char *key,
                                     const char *name,
                                     ...) G_GNUC_NULL_TERMINATED;

/* A day within a sentence: "1 July 2026", "2026-07-01". */
char       *troupe_phrase_day       (TroupeLang  lang,
                                     TroupeDay   day);

G_END_DECLS
