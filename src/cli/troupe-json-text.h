/* JSON for programs that read results: indented, money and rates as decimal strings, days and months as
 * ISO text, no value as null. Members are written in the order of the calls. */
#pragma once

#include "troupe-record.h"

G_BEGIN_DECLS

typedef struct _TroupeJsonText TroupeJsonText;

TroupeJsonText *troupe_json_text_new          (void);
/* The text with a line end; frees self. */
char           *troupe_json_text_end          (TroupeJsonText *self);
void            troupe_json_text_free         (TroupeJsonText *self);

/* name NULL: an element of an array, or the whole. */
void            troupe_json_text_begin_object (TroupeJsonText *self,
                                               const char     *name);
void            troupe_json_text_end_object   (TroupeJsonText *self);
void            troupe_json_text_begin_array  (TroupeJsonText *self,
                                               const char     *name);
void            troupe_json_text_end_array    (TroupeJsonText *self);
void            troupe_json_text_add_text     (TroupeJsonText *self,
                                               const char     *name,
                                               const char     *text);
/* TROUPE_NONE is null. */
void            troupe_json_text_add_int      (TroupeJsonText *self,
                                               const char     *name,
                                               gint64          value);
void            troupe_json_text_add_bool     (TroupeJsonText *self,
                                               const char     *name,
                                               gboolean        value);
/* Every field of record as a member, as in the open document. */
void            troupe_json_text_add_record   (TroupeJsonText *self,
                                               gconstpointer   record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeJsonText, troupe_json_text_free)

G_END_DECLS
