/* Private to the store: reads a source ahead on a thread of its own, so that a file is parsed while
 * the lines before are looked up and sorted. */
#pragma once

#include "troupe-line-source.h"

G_BEGIN_DECLS

typedef struct _TroupeLineFeed TroupeLineFeed;

TroupeLineFeed *troupe_line_feed_new  (TroupeLineSource *source);
/* Stops reading, wherever it is. Only then the source may be asked for what it counted. */
void            troupe_line_feed_free (TroupeLineFeed   *self);
/* As troupe_line_source_next(). */
gboolean        troupe_line_feed_next (TroupeLineFeed          *self,
                                       const TroupeStagedLine **ret_line,
                                       GError                 **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLineFeed, troupe_line_feed_free)

G_END_DECLS
