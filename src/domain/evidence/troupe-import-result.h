/* What an import did, or in a dry run would do. */
#pragma once

#include "troupe-import-row.h"
#include "troupe-import.h"
#include "troupe-waiting-total.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Where a file names an account: the first stretch of rows, and how many stretches there are. */
typedef struct
{
  gint64 account_id;
  gint64 first_row;
  gint64 last_row;
  gint64 stretches;
} TroupeAccountPlace;

/* New lines of months that are closed. */
typedef struct
{
  gint64      lines;
  TroupeMonth first, last;   /* that they are of; TROUPE_NONE without any */
  TroupeMonth booked;        /* the open month that takes them, as corrections */
} TroupeLateLines;

typedef struct
{
  TroupeImport *import;     /* counts are rows of the file; id 0 after a dry run */
  GPtrArray    *rows;       /* TroupeImportRow: updated, duplicate, failed, waiting, warned, by row; the first
                             * 50,000 stretches, failed ones before others: the file keeps them all */
  GPtrArray    *accounts;   /* TroupeAccount: those that were unknown, whose lines wait */
  GArray       *places;     /* TroupeAccountPlace of each of those */
  GArray       *waiting;    /* TroupeWaitingTotal: what waits for each of those now, by unit */
  TroupeLateLines late;
  gint64        n_accounts; /* that the file's lines name … */
  gint64        n_known;    /* … and those of them that belong to somebody */
  gint64        n_days;     /* of its period that have rows */
  char         *stated_total;   /* by the file itself, "USD 12.5": in a footer, or a total column that has parts */
  char         *stated_excess;  /* how much more its rows, or the parts, add up to; NULL: equal */
  gboolean      identical;  /* the same file, byte for byte, had been imported before: nothing was done */
} TroupeImportResult;

TroupeImportResult *troupe_import_result_new      (void);
void                troupe_import_result_unref    (TroupeImportResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeImportResult, troupe_import_result_unref)

/* For promises and futures. */
#define TROUPE_TYPE_IMPORT_RESULT (troupe_import_result_get_type ())
GType               troupe_import_result_get_type (void);
TroupeImportResult *troupe_import_result_ref      (TroupeImportResult *self);

G_END_DECLS
