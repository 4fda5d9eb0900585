#include "troupe-settled-statement.h"

TroupeSettledStatement *
troupe_settled_statement_new (TroupeStatement *statement,
                              GPtrArray       *lines)
{
  TroupeSettledStatement *self = g_new (TroupeSettledStatement, 1);

  *self = (TroupeSettledStatement) { statement, lines };
  return self;
}

void
troupe_settled_statement_free (TroupeSettledStatement *self)
{
  troupe_record_unref (self->statement);
  g_ptr_array_unref (self->lines);
  g_free (self);
}
