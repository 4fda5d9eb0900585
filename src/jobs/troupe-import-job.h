/* A platform's file in: looked at, tried, taken, taken back. */
#pragma once

#include "troupe-import-result.h"
#include "troupe-office.h"
#include "troupe-waiting-total.h"

G_BEGIN_DECLS

/* What the clerk chose; NULL and TROUPE_NONE: not chosen, the file and its profile decide. */
typedef struct
{
  const char *path;
  const char *profile;      /* the id of a built-in profile, or the path of a profile file */
  TroupeMonth month;
  const char *currency;
  const char *platform;     /* with handle: the account that the file belongs to */
  const char *handle;
} TroupeImportRequest;

/* A line of a file as it was read. */
typedef struct
{
  gint64      row;
  TroupeDay   day;
  char       *platform, *handle;
  char       *account_name;   /* that the file gives it; may be NULL */
  char       *creator;        /* whose it is; NULL: nobody's that is known */
  const char *kind;
  const char *unit;
  gint64      amount, fee;    /* micros of unit; fee may be TROUPE_NONE */
} TroupeReadLine;

/* A file before it is taken. */
typedef struct
{
  char               *profile;      /* id; NULL: none fits, see advice */
  char               *title;        /* of the profile, in the desk's language */
  int                 certainty;    /* 0 to 100 */
  char               *why;          /* how sure and why, or what the file is and what to do */
  char              **asks;         /* of "month", "currency", "account": still to be chosen */
  GPtrArray          *lines;        /* TroupeReadLine: the first ones, none while something must be chosen */
  char              **columns;      /* headers of the sample */
  GPtrArray          *sample;       /* where there are no lines, char **: a row's number and a cell per column */
  TroupeImportResult *result;       /* of a dry run; NULL while something must be chosen */
} TroupeImportPreview;

#define TROUPE_TYPE_IMPORT_PREVIEW (troupe_import_preview_get_type ())
GType      troupe_import_preview_get_type   (void);
TroupeImportPreview *
           troupe_import_preview_ref        (TroupeImportPreview       *self);
void       troupe_import_preview_unref      (TroupeImportPreview       *self);

/* Resolves to a TroupeImportPreview, also for a file that cannot be imported. */
DexFuture *troupe_office_preview_import     (TroupeOffice              *self,
                                             const TroupeImportRequest *request,
                                             GCancellable              *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* Resolves to a TroupeImportResult. skip_bad: rows that failed are listed and the rest is taken. */
DexFuture *troupe_office_import             (TroupeOffice              *self,
                                             const TroupeImportRequest *request,
                                             gboolean                   skip_bad,
                                             gboolean                   dry_run,
                                             GCancellable              *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The progress of the import that runs, 0 to 1, for a row that ticks; -1: none runs. */
double     troupe_office_get_import_progress (TroupeOffice             *self);

/* TROUPE_ERROR_CLOSED when something rests on it; then correct it. Resolves to how many accounts went too, a gint64. */
DexFuture *troupe_office_withdraw_import (TroupeOffice *self, gint64 import_id) G_GNUC_WARN_UNUSED_RESULT;
/* After that: later imports whose files stated some of its rows too. Resolves to a G_TYPE_PTR_ARRAY of TroupeImport. */
DexFuture *troupe_office_list_sharers (TroupeOffice *self, gint64 import_id) G_GNUC_WARN_UNUSED_RESULT;
DexFuture *troupe_office_correct_import     (TroupeOffice              *self,
                                             gint64                     import_id,
                                             TroupeMonth                month) G_GNUC_WARN_UNUSED_RESULT;
/* Built-in profiles for a choice by hand: resolves to a G_TYPE_STRV of id, title, id, title, … */
/* How people call the profile with this id: its title among profiles, which list_profiles() gave; of a
 * profile of one's own, whose file is not at hand, a title made from its id. */
char      *troupe_profile_find_listed_title (char                     **profiles,
                                             const char                *id);

DexFuture *troupe_office_list_profiles      (TroupeOffice              *self) G_GNUC_WARN_UNUSED_RESULT;

/* Lines of an import by row, a page of them: G_TYPE_PTR_ARRAY of TroupeLine. */
DexFuture *troupe_office_list_imported      (TroupeOffice              *self,
                                             gint64                     import_id,
                                             guint                      offset,
                                             guint                      limit) G_GNUC_WARN_UNUSED_RESULT;

/* What waits because nobody knows whose account it is: a G_TYPE_ARRAY of TroupeWaitingTotal, by account. */
DexFuture *troupe_office_list_waiting       (TroupeOffice              *self) G_GNUC_WARN_UNUSED_RESULT;

/* The import's rows that are not plainly new, as a CSV file for the clerk. Resolves to true. */
DexFuture *troupe_office_export_import_rows (TroupeOffice              *self,
                                             gint64                     import_id,
                                             const char                *path) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeImportPreview, troupe_import_preview_unref)

G_END_DECLS
