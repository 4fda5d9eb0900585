#include "troupe-bar-data.h"

#include "troupe-chart-month.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *name;
  int   color;
} Series;

typedef struct
{
  TroupeMonth month;
  gboolean    open;
  gint64      values[TROUPE_BAR_DATA_MOST_SERIES];
} Month;

struct _TroupeBarData
{
  TroupeChartFormat format;
  char             *unit;
  guint             n_series;
  guint             n_months;
  Series            series[TROUPE_BAR_DATA_MOST_SERIES];
  Month             months[TROUPE_BAR_DATA_MOST_MONTHS];
};

TroupeBarData *
troupe_bar_data_new (TroupeChartFormat  format,
                     const char        *unit)
{
  TroupeBarData *self = g_rc_box_new0 (TroupeBarData);

  self->format = format;
  self->unit = g_strdup (unit);

  return self;
}

TroupeBarData *
troupe_bar_data_ref (TroupeBarData *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_data (gpointer data)
{
  TroupeBarData *self = data;

  for (guint i = 0; i < self->n_series; i++)
    g_free (self->series[i].name);
  g_free (self->unit);
}

void
troupe_bar_data_unref (TroupeBarData *self)
{
  g_rc_box_release_full (self, clear_data);
}

void
troupe_bar_data_add_series (TroupeBarData *self,
                            const char    *name,
                            int            color)
{
  g_return_if_fail (self->n_series < TROUPE_BAR_DATA_MOST_SERIES && self->n_months == 0);
  g_return_if_fail (color >= 1 && color <= TROUPE_BAR_DATA_MOST_SERIES);

  self->series[self->n_series++] = (Series) { g_strdup (name), color };
}

void
troupe_bar_data_add_month (TroupeBarData *self,
                           TroupeMonth    month,
                           const gint64  *values,
                           gboolean       open)
{
  Month *next;

  g_return_if_fail (self->n_months < TROUPE_BAR_DATA_MOST_MONTHS);

  next = &self->months[self->n_months++];
  next->month = month;
  next->open = FALSE;
  for (guint i = 0; i < self->n_series; i++)
    {
      next->values[i] = values[i];
      /* a month without a value has come to nothing, not to something so far */
      next->open |= open && values[i] != TROUPE_NONE && values[i] != 0;
    }
}

guint
troupe_bar_data_get_n_series (const TroupeBarData *self)
{
  return self->n_series;
}

const char *
troupe_bar_data_get_series (const TroupeBarData *self,
                            guint                series)
{
  return self->series[series].name;
}

int
troupe_bar_data_get_color (const TroupeBarData *self,
                           guint                series)
{
  return self->series[series].color;
}

guint
troupe_bar_data_get_n_months (const TroupeBarData *self)
{
  return self->n_months;
}

TroupeMonth
troupe_bar_data_get_month (const TroupeBarData *self,
                           guint                at)
{
  return self->months[at].month;
}

gboolean
troupe_bar_data_get_open (const TroupeBarData *self,
                          guint                at)
{
  return self->months[at].open;
}

gint64
troupe_bar_data_get_value (const TroupeBarData *self,
                           guint                at,
                           guint                series)
{
  return self->months[at].values[series];
}

gint64
troupe_bar_data_get_total (const TroupeBarData *self,
                           guint                at)
{
  gint64 total = TROUPE_NONE;

  for (guint i = 0; i < self->n_series; i++)
    {
      gint64 value = self->months[at].values[i];

      if (value != TROUPE_NONE)
        total = (total == TROUPE_NONE ? 0 : total) + value;
    }

  return total;
}

char *
troupe_bar_data_format (const TroupeBarData *self,
                        gint64               value,
                        gboolean             brief)
{
  return self->format (value, brief, self->unit);
}

void
troupe_bar_data_get_range (const TroupeBarData *self,
                           gint64              *ret_lowest,
                           gint64              *ret_highest)
{
  *ret_lowest = *ret_highest = 0;
  for (guint at = 0; at < self->n_months; at++)
    {
      gint64 below = 0, above = 0;

      for (guint i = 0; i < self->n_series; i++)
        {
          gint64 value = self->months[at].values[i];

          above += MAX (value, 0);
          below += value == TROUPE_NONE ? 0 : MIN (value, 0);
        }
      *ret_lowest = MIN (*ret_lowest, below);
      *ret_highest = MAX (*ret_highest, above);
    }
}

static void
append_number (GString             *out,
               const TroupeBarData *self,
               const char          *separator,
               const char          *name,
               gint64               value)
{
  g_autofree char *number = troupe_bar_data_format (self, value, FALSE);

  g_string_append_printf (out, "%s%s%s%s", separator, name ? name : "", name ? " " : "", number);
}

char *
troupe_bar_data_get_name (const TroupeBarData *self,
                          guint                at)
{
  g_autofree char *month = troupe_chart_month_format (self->months[at].month, TROUPE_CHART_MONTH_LONG);

  return self->months[at].open ? g_strdup_printf (_("%s, so far"), month) : g_steal_pointer (&month);
}

char *
troupe_bar_data_describe (const TroupeBarData *self,
                          guint                at)
{
  g_autofree char *name = troupe_bar_data_get_name (self, at);
  GString *out = g_string_new (name);

  for (guint i = 0; i < self->n_series; i++)
    append_number (out, self, i > 0 ? ", " : ": ", self->series[i].name, self->months[at].values[i]);
  if (self->n_series > 1)
    append_number (out, self, ", ", _("together"), troupe_bar_data_get_total (self, at));

  return g_string_free (out, FALSE);
}

char *
troupe_bar_data_to_table (const TroupeBarData *self)
{
  GString *out = g_string_new (_("Month"));

  for (guint i = 0; i < self->n_series; i++)
    g_string_append_printf (out, "\t%s", self->series[i].name);
  if (self->n_series > 1)
    g_string_append_printf (out, "\t%s", _("Total"));
  for (guint at = 0; at < self->n_months; at++)
    {
      g_autofree char *month = troupe_month_to_string (self->months[at].month);

      g_string_append_printf (out, "\n%s", month);
      for (guint i = 0; i < self->n_series; i++)
        append_number (out, self, "\t", NULL, self->months[at].values[i]);
      if (self->n_series > 1)
        append_number (out, self, "\t", NULL, troupe_bar_data_get_total (self, at));
    }
  g_string_append_c (out, '\n');

  return g_string_free (out, FALSE);
}
