/* The fonts of one job: for each weight only the glyphs that its reports need.
 *
 * cairo writes a font's used glyphs into each PDF, and with a system CJK font it reads 19 MB for each
 * one. These fonts are cut down once, so that a statement costs a fraction and is small. A set and
 * what is drawn with it belong to one thread at a time. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

typedef struct _TroupeFontSet TroupeFontSet;

/* For the characters of reports (of TroupeReport). Reads the system's fonts; blocks. */
TroupeFontSet *troupe_font_set_new            (GPtrArray            *reports,
                                               GError              **error);
void           troupe_font_set_free           (TroupeFontSet        *self);

/* Characters that no font of this machine has, each as "U+13000 𓀀"; empty when all is well. */
GPtrArray     *troupe_font_set_get_missing    (const TroupeFontSet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeFontSet, troupe_font_set_free)

G_END_DECLS
