/* A settled item in the making: lines of evidence that one ruling settles, summed before they are
 * rounded, or rounded one by one where their source states whole minor units. */
#pragma once

#include "troupe-ruling.h"
#include "troupe-split.h"
#include "troupe-statement-line.h"

G_BEGIN_DECLS

typedef struct
{
  TroupeRuling         ruling;
  const TroupeAccount *account;
  const char          *kind;          /* interned, as is unit */
  const char          *unit;
  TroupeMonth          month;
  gint64               corrects_id;
  gboolean             late;          /* of a closed month */
  gboolean             per_line;
  gboolean             states_fee;    /* the platform's file does, so that no card is asked */
  gint64               rows;
  TroupeDay            first_day;
  TroupeDay            last_day;
  TroupeWide           amount;        /* micros of unit, as is fee */
  TroupeWide           fee;
  TroupeWide           numerator;     /* from micros to minor units */
  TroupeWide           denominator;
  TroupeSplit          split;
} TroupeItem;

/* Completes an item whose ruling, texts and flags are set. */
void                 troupe_item_begin    (TroupeItem       *self);

/* Adds amount and fee in micros. FALSE when a sum does not fit. */
gboolean             troupe_item_add      (TroupeItem       *self,
                                           TroupeDay         day,
                                           gint64            amount,
                                           gint64            fee) G_GNUC_WARN_UNUSED_RESULT;

/* Computes split, once every line is in. FALSE when something does not fit. */
gboolean             troupe_item_finish   (TroupeItem       *self) G_GNUC_WARN_UNUSED_RESULT;

/* The order on a statement, first by creator and currency; total. */
gint                 troupe_item_compare  (const TroupeItem *a,
                                           const TroupeItem *b);

TroupeStatementLine *troupe_item_new_line (const TroupeItem *self,
                                           gint64            statement_id,
                                           gint64            position);

G_END_DECLS
