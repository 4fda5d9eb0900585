/* Reports as files. */
#pragma once

#include "troupe-office.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;         /* "statement" or "month" */
  TroupeMonth month;
  const char *format;       /* "pdf", "xlsx", "csv" or "json" */
  gint64      creator_id;   /* 0: all */
  guint       most;         /* only the first so many creators' statements; 0: all */
  gboolean    combined;     /* statements of all creators in one file instead of one each */
  gboolean    legal_names;  /* show sensitive names; else masked */
  TroupeLang  lang;
  const char *output;       /* a file, or the folder for one file per creator */
  GPtrArray  *missing;      /* may be NULL; of a PDF: gets what no font has, texts such as "U+13000 𓀀" */
} TroupeReportRequest;

/* Resolves to a G_TYPE_STRV of the files written; nothing is left half written. */
DexFuture *troupe_office_report (TroupeOffice              *self,
                                 const TroupeReportRequest *request,
                                 TroupeOfficeProgress       progress,
                                 gpointer                   data,
                                 GCancellable              *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
