#include "troupe-overview-rates.h"

#include <gio/gio.h>

#include "troupe-exchange-rate.h"
#include "troupe-money.h"
#include "troupe-unit-rate.h"

TroupeOverviewRates *
troupe_overview_rates_load (TroupeOffice  *office,
                            TroupeMonth    month,
                            GError       **error)
{
  g_autoptr(TroupeOverviewRates) self = g_new0 (TroupeOverviewRates, 1);
  TroupeAgency *agency = troupe_office_get_agency (office);

  self->currency = g_intern_string (agency != NULL ? agency->currency : "CNY");
  self->exchange_rates = dex_await_boxed (troupe_office_list (office, &TROUPE_EXCHANGE_RATE, "month", month), error);
  if (self->exchange_rates == NULL)
    return NULL;
  self->unit_rates = dex_await_boxed (troupe_office_list (office, &TROUPE_UNIT_RATE, NULL, 0), error);
  return self->unit_rates != NULL ? g_steal_pointer (&self) : NULL;
}

void
troupe_overview_rates_free (TroupeOverviewRates *self)
{
  g_clear_pointer (&self->exchange_rates, g_ptr_array_unref);
  g_clear_pointer (&self->unit_rates, g_ptr_array_unref);
  g_free (self);
}

/* What one of currency is worth in that of the books, 10^-9; 0: nothing says so. */
static gint64
find_exchange_rate (const TroupeOverviewRates *self,
                    const char                *currency)
{
  if (g_str_equal (currency, self->currency))
    return TROUPE_RATE_ONE;
  for (guint i = 0; i < self->exchange_rates->len; i++)
    {
      const TroupeExchangeRate *rate = g_ptr_array_index (self->exchange_rates, i);

      if (g_str_equal (rate->unit, currency) && g_str_equal (rate->currency, self->currency))
        return rate->rate;
    }
  return 0;
}

/* The rate of a platform's own unit at the end of the month. */
static const TroupeUnitRate *
find_unit_rate (const TroupeOverviewRates *self,
                const TroupeMonthTotal    *total)
{
  for (guint i = 0; i < self->unit_rates->len; i++)
    {
      const TroupeUnitRate *rate = g_ptr_array_index (self->unit_rates, i);

      if (g_str_equal (rate->platform, total->platform) && g_str_equal (rate->unit, total->unit) &&
          troupe_day_is_within (troupe_month_get_last (total->month), rate->start_day, rate->end_day))
        return rate;
    }
  return NULL;
}

gint64
troupe_overview_rates_reckon (const TroupeOverviewRates *self,
                              const TroupeMonthTotal    *total)
{
  const TroupeUnitRate *unit = NULL;
  gint64 amount = total->amount;
  const char *currency = total->unit;

  if (troupe_currency_exponent (total->unit) < 0)
    {
      unit = find_unit_rate (self, total);
      if (unit == NULL)
        return 0;
      amount = troupe_scale (amount, unit->rate, TROUPE_RATE_ONE);
      currency = unit->currency;
    }
  return troupe_scale (amount, find_exchange_rate (self, currency), TROUPE_RATE_ONE);
}

gint64
troupe_overview_rates_convert (const TroupeOverviewRates *self,
                               gint64                     minor,
                               const char                *currency)
{
  return troupe_divide_half_up ((TroupeWide) minor * find_exchange_rate (self, currency) *
                                troupe_currency_minor (self->currency),
                                (TroupeWide) TROUPE_RATE_ONE * troupe_currency_minor (currency));
}
