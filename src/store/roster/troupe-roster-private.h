/* Private to the store: how a roster is filled. */
#pragma once

#include "troupe-roster-store.h"

G_BEGIN_DECLS

/* An empty roster; entries are added in the order of their ids. */
TroupeRoster      *troupe_roster_new       (void);
/* Copies the entry and its text. words: what it is found by beside that, or NULL. */
void               troupe_roster_add       (TroupeRoster            *self,
                                            const TroupeRosterEntry *entry,
                                            const char              *words);

G_END_DECLS
