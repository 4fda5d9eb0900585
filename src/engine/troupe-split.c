#include "troupe-split.h"

#include "troupe-exact.h"

void
troupe_split_by_shares (gint64        total,
                        const gint64 *shares,
                        gsize         n,
                        gint64       *ret_parts)
{
  gint64 rest = total;

  for (gsize i = 0; i + 1 < n; i++)
    {
      ret_parts[i] = troupe_share_of (total, shares[i]);
      rest -= ret_parts[i];
    }
  ret_parts[n - 1] = rest;
}

static gint64
sum_weights (const gint64 *weights,
             gsize         n)
{
  gint64 sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weights[i];
  return sum;
}

/* The first of those with the largest remainder, which then counts as served. */
static gsize
take_largest (TroupeWide *remainders,
              gsize       n)
{
  gsize largest = 0;

  for (gsize i = 1; i < n; i++)
    if (remainders[i] > remainders[largest])
      largest = i;
  remainders[largest] = -1;
  return largest;
}

void
troupe_split_by_weights (gint64        total,
                         const gint64 *weights,
                         gsize         n,
                         gint64       *ret_parts)
{
  g_autofree TroupeWide *remainders = g_new (TroupeWide, n);
  gint64 sum = sum_weights (weights, n);
  gint64 sign = total < 0 ? -1 : 1;
  gint64 left = total;

  for (gsize i = 0; i < n; i++)
    {
      TroupeWide product = (TroupeWide) total * sign * weights[i];

      remainders[i] = product % sum;
      ret_parts[i] = (gint64) (product / sum) * sign;
      left -= ret_parts[i];
    }
  for (; left != 0; left -= sign)
    ret_parts[take_largest (remainders, n)] += sign;
}

gint64
troupe_split_by_days (gint64 amount,
                      gint64 days,
                      gint64 of_days)
{
  return troupe_scale (amount, days, of_days);
}

gint64
troupe_split_day_weighted (gint64        amount,
                           const gint64 *shares,
                           const gint64 *days,
                           gsize         n)
{
  gint64 weighted = 0;

  for (gsize i = 0; i < n; i++)
    weighted += shares[i] * days[i];
  return troupe_scale (amount, weighted, sum_weights (days, n) * TROUPE_SHARE_WHOLE);
}

/* What the agency is entitled to before rounding is gross x (1 - share - fee share), or the same of
 * the pool. A fee that the platform states is in minor units already. */
static gboolean
split_agency (TroupeSplit           *self,
              const TroupeSplitRule *rule)
{
  gint64 share = TROUPE_SHARE_WHOLE - rule->share;

  if (!rule->of_gross)
    self->agency = troupe_share_of (self->pool, share);
  else if (rule->fee_share != TROUPE_NONE)
    self->agency = troupe_share_of (self->gross, share - rule->fee_share);
  else if (__builtin_sub_overflow (troupe_share_of (self->gross, share), self->fee, &self->agency))
    return FALSE;
  return !__builtin_sub_overflow (self->pool, self->agency, &self->creator);
}

gboolean
troupe_split_pool (TroupeSplit           *self,
                   const TroupeSplitRule *rule)
{
  if (__builtin_sub_overflow (self->gross, self->fee, &self->pool))
    return FALSE;
  if (rule->creator_residual)
    return split_agency (self, rule);
  self->creator = troupe_share_of (rule->of_gross ? self->gross : self->pool, rule->share);
  return !__builtin_sub_overflow (self->pool, self->creator, &self->agency);
}
