/* How documents write months, spans of days and names, in their own language. */
#pragma once

#include "troupe-day.h"
#include "troupe-person.h"
#include "troupe-phrase.h"

G_BEGIN_DECLS

/* "October 2026", "2026年10月" */
char *troupe_document_format_month (TroupeLang          lang,
                                    TroupeMonth         month);
/* "10-01 – 10-31", or one day */
char *troupe_document_format_days  (TroupeDay           first,
                                    TroupeDay           last);
/* A person's legal name as "宋**" or "S** W****"; a company's is public. */
char *troupe_document_mask_name    (const TroupePerson *person);

G_END_DECLS
