/* Reading JSON strictly: every member that is there must be wanted, every value must be of its kind.
 *
 * The first thing that is wrong is kept with the file and the path to it ("columns.day.type"), and
 * everything after it reads as empty, so that the caller looks for an error once, at the end. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *file;
  GError     *error;
} TroupeJsonWalk;

/* A place in the document. Its path is only needed when something is wrong there. */
typedef struct _TroupeJsonPlace TroupeJsonPlace;
struct _TroupeJsonPlace
{
  TroupeJsonWalk        *walk;
  const TroupeJsonPlace *parent;
  const char            *name;     /* the member; NULL: item index of an array */
  guint                  index;
  JsonNode              *node;     /* NULL: it is not there, or something went wrong */
};

void            troupe_json_fail         (const TroupeJsonPlace *place,
                                          const char            *format,
                                          ...) G_GNUC_PRINTF (2, 3);
/* The members that an object may have: NULL-ended names. */
void            troupe_json_allow        (const TroupeJsonPlace *place,
                                          ...) G_GNUC_NULL_TERMINATED;
gboolean        troupe_json_is_object    (const TroupeJsonPlace *place);
TroupeJsonPlace troupe_json_member       (const TroupeJsonPlace *place,
                                          const char            *name);
/* One that must be there. */
TroupeJsonPlace troupe_json_need         (const TroupeJsonPlace *place,
                                          const char            *name);
guint           troupe_json_get_length   (const TroupeJsonPlace *place);
TroupeJsonPlace troupe_json_item         (const TroupeJsonPlace *place,
                                          guint                  index);
/* NULL, 0, FALSE where there is nothing. Text is borrowed. */
const char     *troupe_json_get_text     (const TroupeJsonPlace *place);
gint64          troupe_json_get_int      (const TroupeJsonPlace *place);
gboolean        troupe_json_get_bool     (const TroupeJsonPlace *place);

G_END_DECLS
