/* Reports to be looked at: as data, as the pages that would be printed, or as the beginning of a file. */
#pragma once

#include "troupe-report-job.h"
#include "troupe-report.h"

G_BEGIN_DECLS

/* Resolves to a GPtrArray of sealed TroupeReport: what troupe_office_report() would write. */
DexFuture     *troupe_office_read_reports   (TroupeOffice              *self,
                                             const TroupeReportRequest *request,
                                             GCancellable              *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to text: how the file of these reports in format begins, for people to read. */
DexFuture     *troupe_reports_excerpt       (GPtrArray                 *reports,
                                             const char                *format) G_GNUC_WARN_UNUSED_RESULT;

/* The pages of reports, laid out as for print. */
#define TROUPE_TYPE_PREVIEW (troupe_preview_get_type ())
typedef struct _TroupePreview TroupePreview;

GType          troupe_preview_get_type      (void);
/* Resolves to a TroupePreview. */
DexFuture     *troupe_preview_new           (GPtrArray                 *reports) G_GNUC_WARN_UNUSED_RESULT;
TroupePreview *troupe_preview_ref           (TroupePreview             *self);
void           troupe_preview_unref         (TroupePreview             *self);
guint          troupe_preview_get_n_pages   (TroupePreview             *self);
/* Whose page it is. */
TroupeReport  *troupe_preview_get_report    (TroupePreview             *self,
                                             guint                      page);
/* Resolves to GBytes: the page on white in native-endian ARGB, row by row without padding. */
DexFuture     *troupe_preview_paint         (TroupePreview             *self,
                                             guint                      page,
                                             guint                      width,
                                             guint                      height) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupePreview, troupe_preview_unref)

G_END_DECLS
