/* The words of a row: its platform, its unit, the kinds of its lines, each as Troupe spells it. */
#pragma once

#include "troupe-row-values.h"

G_BEGIN_DECLS

typedef struct _TroupeRowWords TroupeRowWords;

/* values are borrowed: words are those of the row that they hold, and valid as long. */
TroupeRowWords *troupe_row_words_new          (TroupeRowValues *values);
void            troupe_row_words_free         (TroupeRowWords  *self);
const char     *troupe_row_words_get_platform (TroupeRowWords  *self);
/* A kind that is neither ours nor in the profile's list has no fee card, so that its fee would be
 * nothing: it is taken with a remark. */
const char     *troupe_row_words_get_kind     (TroupeRowWords  *self,
                                               guint            line);
/* A currency's code or a platform's unit. NULL: it is neither. */
const char     *troupe_row_words_get_unit     (TroupeRowWords  *self,
                                               GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
