/* What is still to be paid on a statement. A creator is owed a balance once, on the latest closed statement
 * of its currency, into which the older ones have been carried: it is due there and nowhere else. */
#pragma once

#include "troupe-decimal.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 statement_id;
  gint64 due;       /* minor units; 0 on drafts and on what a later closed statement has taken over */
  gint64 since;     /* what the creator was paid in this currency after the statement's month */
  gint64 heir_id;   /* the latest closed statement, which has taken this one over; else 0 */
} TroupeStatementDue;

G_END_DECLS
