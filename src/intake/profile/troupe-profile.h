/* A statement profile: how one kind of platform file is to be read (data/statement-profile.schema.json
 * is its manual). Some describe files that look like statements and are none, to refuse them by name. */
#pragma once

#include <glib-object.h>

#include "troupe-phrase.h"

G_BEGIN_DECLS

typedef struct _TroupeProfile TroupeProfile;

/* What a file may leave open and the clerk has to choose. */
typedef enum
{
  TROUPE_ASK_MONTH = 1 << 0,
  TROUPE_ASK_CURRENCY = 1 << 1,
  TROUPE_ASK_ACCOUNT = 1 << 2,
} TroupeAsk;

/* One profile from its JSON text; name stands in error messages for the file it came from. Unknown
 * members, names and values are errors (TROUPE_ERROR_FORMAT) that say where. */
TroupeProfile *troupe_profile_new_from_json  (const char          *json,
                                              gssize               length,
                                              const char          *name,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
TroupeProfile *troupe_profile_load_file      (const char          *path,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Those that come with the program, by id: an array of TroupeProfile. (transfer full) */
GPtrArray     *troupe_profile_list_builtin   (void);
/* By id, or by the path of a profile file. TROUPE_ERROR_NOT_FOUND. */
TroupeProfile *troupe_profile_find           (const char          *id_or_path,
                                              GError             **error) G_GNUC_WARN_UNUSED_RESULT;

#define TROUPE_TYPE_PROFILE (troupe_profile_get_type ())
GType          troupe_profile_get_type       (void);
TroupeProfile *troupe_profile_ref            (TroupeProfile       *self);
void           troupe_profile_unref          (TroupeProfile       *self);

const char    *troupe_profile_get_id         (const TroupeProfile *self);
int            troupe_profile_get_version    (const TroupeProfile *self);
const char    *troupe_profile_get_title      (const TroupeProfile *self,
                                              TroupeLang           lang);
const char    *troupe_profile_get_platform   (const TroupeProfile *self);
/* FALSE: it describes a file to refuse; get_refusal() says what it is and what to do instead. */
gboolean       troupe_profile_is_statement   (const TroupeProfile *self);
const char    *troupe_profile_get_refusal    (const TroupeProfile *self,
                                              TroupeLang           lang);
/* What such files never say (TroupeAsk); a certain file may lack more, see TroupeProfileMatch. */
TroupeAsk      troupe_profile_get_asks       (const TroupeProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeProfile, troupe_profile_unref)

G_END_DECLS
