/* Private to the store: where in a document those records stand that only its end finds wrong.
 *
 * A rule may overlap one that comes later, and what a record refers to may come later or not at all.
 * Kept are the rules, which are few, and for each id that is missing the first record that wants it. */
#pragma once

#include "troupe-connection.h"
#include "troupe-record-place.h"

G_BEGIN_DECLS

typedef struct _TroupeLoadPlaces TroupeLoadPlaces;

TroupeLoadPlaces *troupe_load_places_new  (TroupeConnection *connection);
void              troupe_load_places_free (TroupeLoadPlaces *self);

/* Of the record that has just been inserted. */
gboolean          troupe_load_places_note (TroupeLoadPlaces         *self,
                                           gconstpointer             fields,
                                           const TroupeRecordPlace  *place,
                                           GError                  **error);

/* Of the first of the lines of an account whose total has just been added: a line's account is known by it. */
void              troupe_load_places_note_lines (TroupeLoadPlaces         *self,
                                                 gint64                    account_id,
                                                 const TroupeRecordPlace  *first);

/* Of a rule that was noted. */
const TroupeRecordPlace *
                  troupe_load_places_find_rule (TroupeLoadPlaces        *self,
                                                const TroupeRecordType  *type,
                                                gint64                   id);
/* Names a record that refers to what has not come; there must be one. Always FALSE. */
gboolean          troupe_load_places_fail_dangling (TroupeLoadPlaces  *self,
                                                    const char        *document,
                                                    GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeLoadPlaces, troupe_load_places_free)

G_END_DECLS
