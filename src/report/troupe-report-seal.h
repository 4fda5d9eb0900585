/* The end of building a report: what its numbers are known by. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

/* Computes the checksum over all but the time it was made. */
void troupe_report_seal (TroupeReport *self);

G_END_DECLS
