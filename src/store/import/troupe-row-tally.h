/* Private to the store: what became of each row of a file, a byte per row. */
#pragma once

#include "troupe-import-result.h"

G_BEGIN_DECLS

/* In the order in which they win when the lines of one row fare differently. */
typedef enum
{
  TROUPE_ROW_NONE,      /* gave no line */
  TROUPE_ROW_KNOWN,     /* the evidence has it */
  TROUPE_ROW_TWICE,     /* an earlier row of the file says the same */
  TROUPE_ROW_OLDER,     /* the evidence has a later reading */
  TROUPE_ROW_NEW,
  TROUPE_ROW_UPDATED,
  TROUPE_ROW_WAITING,   /* new, and its account has no creator */
  TROUPE_ROW_OUTCOMES,
} TroupeRowOutcome;

typedef struct _TroupeRowTally TroupeRowTally;

/* Called with import_id, rows, outcome and reason set. */
typedef gboolean (*TroupeImportRowFunc) (const TroupeImportRow *fields,
                                         gpointer               data,
                                         GError               **error);

TroupeRowTally *troupe_row_tally_new        (void);
void            troupe_row_tally_free       (TroupeRowTally       *self);
void            troupe_row_tally_note       (TroupeRowTally       *self,
                                             gint64                row,
                                             TroupeRowOutcome      outcome);
/* An outcome of the row will be noted: rows come in the order of their lines, far from one another. */
void            troupe_row_tally_expect     (TroupeRowTally       *self,
                                             gint64                row);
/* Fills in the counts of new, updated, duplicate and waiting rows. */
void            troupe_row_tally_count      (TroupeRowTally       *self,
                                             TroupeImport         *fields);
/* Each stretch of rows that fared alike and are not simply new, by row. */
gboolean        troupe_row_tally_each       (TroupeRowTally       *self,
                                             gint64                import_id,
                                             TroupeImportRowFunc   func,
                                             gpointer              data,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeRowTally, troupe_row_tally_free)

G_END_DECLS
