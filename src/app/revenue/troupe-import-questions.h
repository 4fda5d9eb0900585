/* What a file leaves open and somebody must choose: the month, the currency, the account. Signal
 * "answered": one of them is chosen, look again. A question that was asked stays, to be changed. */
#pragma once

#include <adwaita.h>

#include "troupe-import-job.h"

G_BEGIN_DECLS

#define TROUPE_TYPE_IMPORT_QUESTIONS (troupe_import_questions_get_type ())
G_DECLARE_FINAL_TYPE (TroupeImportQuestions, troupe_import_questions, TROUPE, IMPORT_QUESTIONS, AdwPreferencesGroup)

/* Forgets what was asked and chosen: another file, or another profile. */
void     troupe_import_questions_reset        (TroupeImportQuestions *self,
                                               TroupeOffice          *office);
/* asks is of TroupeImportPreview. */
void     troupe_import_questions_ask          (TroupeImportQuestions *self,
                                               char                 **asks);
/* Puts the answers in; text is borrowed until the next answer. */
void     troupe_import_questions_fill_request (TroupeImportQuestions *self,
                                               TroupeImportRequest   *request);

G_END_DECLS
