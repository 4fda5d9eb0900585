/* Text as people write it: one spelling for comparing, one for searching. All text is UTF-8. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* NFC, trimmed, inner white space (NBSP, tabs, line ends, ideographic space) as one space each, without
 * soft hyphens. */
char    *troupe_text_clean (const char *text);

/* For searching and for matching headers: NFKC (so that （ is ( and Ａ is A), casefolded, cleaned. */
char    *troupe_text_fold  (const char *text);

/* Cleaned, with full-width letters, digits and signs as ASCII: ５０％ is 50%. Unlike NFKC it leaves ² alone,
 * which is not 2. */
char    *troupe_text_narrow (const char *text);

/* For quoting: at most so many characters, the last of them … where more were cut off. */
char    *troupe_text_shorten (const char *text,
                              glong       length);

/* A 64-bit content hash; equal content always hashes equal, on every machine. Chain by passing the
 * hash so far as seed; start with 0. */
guint64  troupe_text_hash  (const void *data,
                            gsize       length,
                            guint64     seed);

G_END_DECLS
