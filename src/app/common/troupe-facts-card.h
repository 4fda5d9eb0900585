/* A few facts side by side in a card: what, how much, and a remark on it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TROUPE_TYPE_FACTS_CARD (troupe_facts_card_get_type ())
G_DECLARE_FINAL_TYPE (TroupeFactsCard, troupe_facts_card, TROUPE, FACTS_CARD, AdwBin)

/* Four abreast, or, narrow, two by two. */
void troupe_facts_card_set_narrow (TroupeFactsCard *self,
                                   gboolean         narrow);

void troupe_facts_card_clear      (TroupeFactsCard *self);
/* value NULL reads "–"; note and icon may be NULL. */
void troupe_facts_card_add        (TroupeFactsCard *self,
                                   const char      *title,
                                   const char      *value,
                                   const char      *note,
                                   const char      *icon);

G_END_DECLS
