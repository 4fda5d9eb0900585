/* The figures of a statement that other statements and payments explain. */
#pragma once

#include "troupe-explanation.h"

G_BEGIN_DECLS

TroupeDerivation *troupe_explanation_derive_opening (const TroupeExplanation *self,
                                                     const TroupeStatement   *statement);
TroupeDerivation *troupe_explanation_derive_paid    (const TroupeExplanation *self,
                                                     const TroupeStatement   *statement);

G_END_DECLS
