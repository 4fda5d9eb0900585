/* The roster as the window lists it: one compact snapshot that is searched and sorted in memory
 * (UI lists of 100,000 creators answer within a frame), without an object per creator. */
#pragma once

#include "troupe-store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      id;
  const char *name;        /* of the roster; valid while it is, as is all text here */
  const char *team;        /* "" for none */
  const char *category;
  const char *status;      /* interned */
  guint32     platforms;   /* bit n: platform n of troupe_vocabulary_get_platforms() */
  gint64      share;       /* the creator's part under the contract's general term; TROUPE_NONE: no contract */
  TroupeDay   contract_end; /* TROUPE_NONE: none, open or renews */
  gboolean    renews;      /* the contract, by itself */
  gint64      gross;       /* of month's statement in the agency's currency, minor units; or TROUPE_NONE */
  gint64      earned;
  gint64      agency;
  gint64      before;      /* gross of the month before */
} TroupeRosterEntry;

#define TROUPE_TYPE_ROSTER (troupe_roster_get_type ())
G_DECLARE_FINAL_TYPE (TroupeRoster, troupe_roster, TROUPE, ROSTER, GObject)

/* Resolves to a TroupeRoster of all creators by id. Immutable; may be used on any thread. */
DexFuture *troupe_store_load_roster (TroupeStore              *self,
                                     TroupeMonth               month) G_GNUC_WARN_UNUSED_RESULT;

guint      troupe_roster_get_size   (TroupeRoster             *self);
const TroupeRosterEntry *
           troupe_roster_get_entry  (TroupeRoster             *self,
                                     guint                     index);

/* Indices of the entries whose name, other names, handles, team or category contain all words of
 * text (folded; any substring, one Chinese character included), by index. */
GArray    *troupe_roster_search     (TroupeRoster             *self,
                                     const char               *text);

G_END_DECLS
