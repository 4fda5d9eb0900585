/* What became of the rows of an import that are not plainly new, gathered: one entry for all rows
 * with the same outcome, column and reason. */
#pragma once

#include <gtk/gtk.h>

#include "troupe-import-row.h"

G_BEGIN_DECLS

typedef struct
{
  const char *outcome;    /* of the rows gathered, as are column and reason */
  const char *column;
  const char *reason;
  char       *where;      /* "Rows 3–8", "Row 12 and 17 more" */
  gint64      n;          /* rows of the file */
  gint64      first, last;
  guint       ranges;     /* of which first to last is the first */
} TroupeImportProblem;

/* rows are TroupeImportRow and must outlive the answer: what stops money first, then by row. */
GPtrArray *troupe_import_problems_gather   (GPtrArray                 *rows);

/* A row for a boxed list. Where there is little room, narrow, it says below its title where it stands. */
GtkWidget *troupe_import_problem_new_row   (const TroupeImportProblem *problem,
                                            gboolean                   narrow);

/* The same look for what is no such problem: how it stands, where, and what to know. */
typedef struct
{
  const char *outcome;
  const char *where;
  const char *title;
  const char *subtitle;   /* may be NULL */
} TroupeImportRemark;

GtkWidget *troupe_import_remark_new_row    (const TroupeImportRemark  *remark,
                                            gboolean                   narrow);

G_END_DECLS
