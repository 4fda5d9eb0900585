/* What settling gives: a statement and its lines, with ids still to be given by the store. */
#pragma once

#include "troupe-statement-line.h"
#include "troupe-statement.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeStatement *statement;
  GPtrArray       *lines;      /* TroupeStatementLine, by position */
} TroupeSettledStatement;

/* Takes ownership of both. */
TroupeSettledStatement *troupe_settled_statement_new  (TroupeStatement        *statement,
                                                       GPtrArray              *lines);
void                    troupe_settled_statement_free (TroupeSettledStatement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TroupeSettledStatement, troupe_settled_statement_free)

G_END_DECLS
