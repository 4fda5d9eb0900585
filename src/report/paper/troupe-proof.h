/* Reports laid out as for print, to be looked at page by page. */
#pragma once

#include "troupe-report.h"

G_BEGIN_DECLS

typedef struct _TroupeProof TroupeProof;

/* Of sealed TroupeReport. Reads the system's fonts; blocks. */
TroupeProof  *troupe_proof_new         (GPtrArray    *reports,
                                        GError      **error);
void          troupe_proof_free        (TroupeProof  *self);

/* Of all reports, one after the other. */
guint         troupe_proof_get_n_pages (TroupeProof  *self);
/* Whose page it is; pages count from 0. */
TroupeReport *troupe_proof_get_report  (TroupeProof  *self,
                                        guint         page);
/* The page on white, width × height pixels in native-endian ARGB, row by row without padding. On any
 * thread; one page at a time. */
GBytes       *troupe_proof_paint       (TroupeProof  *self,
                                        guint         page,
                                        guint         width,
                                        guint         height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeProof, troupe_proof_free)

G_END_DECLS
