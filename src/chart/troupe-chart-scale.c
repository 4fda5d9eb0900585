#include "troupe-chart-scale.h"

#include "troupe-decimal.h"

#define MOST_STEPS 4

static gint64
steps_up_to (gint64 value,
             gint64 step)
{
  return value / step + (value % step > 0);
}

/* 1, 2, 5, 10, 20, 50 … */
static gint64
next_step (gint64 step)
{
  gint64 lead = step;

  while (lead >= 10)
    lead /= 10;

  return lead == 2 ? step / 2 * 5 : step * 2;
}

void
troupe_chart_scale_init (TroupeChartScale *self,
                         gint64            lowest,
                         gint64            highest)
{
  gint64 below = -MIN (lowest, 0), above = MAX (highest, 0);
  int most = MOST_STEPS + (below > 0 && above > 0);
  gint64 step = 1;

  if (below == 0 && above == 0)
    above = MOST_STEPS;
  while (steps_up_to (above, step) + steps_up_to (below, step) > most)
    step = next_step (step);
  self->step = step;
  self->low = -steps_up_to (below, step) * step;
  self->high = steps_up_to (above, step) * step;
}

int
troupe_chart_scale_get_n_lines (const TroupeChartScale *self)
{
  return (self->high - self->low) / self->step + 1;
}

int
troupe_chart_scale_map (const TroupeChartScale *self,
                        gint64                  value,
                        int                     height)
{
  return troupe_scale (self->high - value, height, self->high - self->low);
}
