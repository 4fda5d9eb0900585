/* A creator's statement of one currency, put together from its settled items and its balance. */
#pragma once

#include "troupe-item.h"
#include "troupe-settled-statement.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeMonth           month;
  const char           *prefix;       /* of its number; may be NULL */
  gboolean              suffix;       /* the number names the currency: it is not the contract's */
  const TroupeCreator  *creator;
  const TroupeContract *contract;
  const char           *currency;
  const TroupeTerm     *minimum;      /* NULL: whatever is due is paid */
  gint64                opening;      /* minor units, as is paid */
  gint64                paid;
  TroupeItem          **items;        /* in their order, computed */
  guint                 n_items;
} TroupeStatementDraft;

/* place: its place in the result from 1, which stands for the id that the store has yet to give. */
TroupeSettledStatement *troupe_statement_draft_finish (const TroupeStatementDraft *self,
                                                       gint64                      place,
                                                       GError                    **error);

G_END_DECLS
