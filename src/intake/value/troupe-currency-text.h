/* Currencies as files name them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code of the currency that text names: by its code, or by a word or sign that means no other. NULL:
 * by none, or by one that several go by ($, ¥). */
const char *troupe_currency_read (const char *text);

G_END_DECLS
