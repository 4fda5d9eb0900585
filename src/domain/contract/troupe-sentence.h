/* A contract in plain sentences, as people read it on a page and on paper. */
#pragma once

#include "troupe-contract.h"
#include "troupe-phrase.h"
#include "troupe-term.h"

G_BEGIN_DECLS

/* "60% of gifts on Kuaishou, after the platform’s fee, since 1 July 2026 (clause 4.2)" */
char *troupe_sentence_for_term       (const TroupeTerm     *term,
                                      TroupeLang            lang);

/* The same without days and clause, where those stand beside it. */
char *troupe_sentence_for_term_alone (const TroupeTerm     *term,
                                      TroupeLang            lang);

/* A sentence for that term as Pango markup, its percentage or amount in bold. */
char *troupe_sentence_mark_up_term   (const TroupeTerm     *term,
                                      const char           *sentence);

/* "Runs until 29 February 2028 and renews by itself; notice by 30 January 2028.", as it stands today. */
char *troupe_sentence_for_contract   (const TroupeContract *contract,
                                      TroupeDay             today,
                                      TroupeLang            lang);

/* What a share is a share of: "gifts on Kuaishou", "all revenue". NULL: every platform, every kind. */
char *troupe_sentence_for_revenue    (const char           *platform,
                                      const char           *kind,
                                      TroupeLang            lang);

G_END_DECLS
