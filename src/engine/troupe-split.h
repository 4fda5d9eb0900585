/* How one amount becomes several, so that the parts always sum to it. Amounts are minor units of one
 * currency; negative amounts mirror positive ones. */
#pragma once

#include "troupe-share.h"

G_BEGIN_DECLS

/* Each party but the last gets its share of total, rounded; the last, the residual party, gets the rest. */
void     troupe_split_by_shares   (gint64        total,
                                   const gint64 *shares,
                                   gsize         n,
                                   gint64       *ret_parts);

/* In proportion to weights by the largest remainder; ties go to the party named first. Weights are
 * not negative and not all 0. */
void     troupe_split_by_weights  (gint64        total,
                                   const gint64 *weights,
                                   gsize         n,
                                   gint64       *ret_parts);

/* amount x days / of_days, for a guarantee or a base pay in part of a month. */
gint64   troupe_split_by_days     (gint64        amount,
                                   gint64        days,
                                   gint64        of_days);

/* The share of amount when shares[i] held on days[i]: one rounding, of the amount, never of a rate. */
gint64   troupe_split_day_weighted (gint64        amount,
                                   const gint64 *shares,
                                   const gint64 *days,
                                   gsize         n);

/* What one pool holds and who gets it, minor units. pool = gross - fee = creator + agency. */
typedef struct
{
  gint64 gross;
  gint64 fee;
  gint64 pool;
  gint64 creator;
  gint64 agency;
} TroupeSplit;

/* How a pool is split between creator and agency. */
typedef struct
{
  gint64   share;              /* the creator's, of gross or of the pool */
  gint64   fee_share;          /* the platform's, of gross; TROUPE_NONE: it states its fee */
  gboolean of_gross;           /* the agency bears the fee */
  gboolean creator_residual;   /* the agency's part is rounded and the creator takes the rest */
} TroupeSplitRule;

/* From gross and fee. FALSE when a part does not fit. */
gboolean troupe_split_pool        (TroupeSplit           *self,
                                   const TroupeSplitRule *rule) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
