/* A PDF as cairo writes it, made smaller: cairo (1.18) leaves its many dictionaries as plain text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The same objects, with the dictionaries in one compressed stream (PDF 1.5); every other stream stays byte by byte.
 * Fonts are named by what is in the file and not by what else the job printed. pdf is of version 1.4; NULL where
 * it does not look as expected: it is then good as it is. */
GString *troupe_pdf_pack (const GString *pdf);

G_END_DECLS
