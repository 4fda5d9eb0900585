#include "troupe-report-seal.h"

#include "troupe-report-json.h"

void
troupe_report_seal (TroupeReport *self)
{
  g_autofree char *canonical = NULL;

  g_return_if_fail (self->checksum == NULL);
  canonical = troupe_report_to_canonical_json (self);
  self->checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, canonical, -1);
}
