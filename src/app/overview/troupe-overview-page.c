#include "troupe-overview-page.h"

#include <glib/gi18n.h>

#include "troupe-amount.h"
#include "troupe-bar-chart.h"
#include "troupe-chart-legend.h"
#include "troupe-fiber.h"
#include "troupe-figure-card.h"
#include "troupe-month-button.h"
#include "troupe-need-row.h"
#include "troupe-overview-job.h"

struct _TroupeOverviewPage
{
  TroupePage parent_instance;

  GtkStack          *stack;
  TroupeFigureCard  *gross;
  TroupeFigureCard  *creators;
  TroupeFigureCard  *agency;
  GtkLabel          *chart_unit;
  TroupeChartLegend *legend;
  TroupeBarChart    *chart;
  GtkLabel          *needs_count;
  GtkListBox        *needs;
};

G_DEFINE_FINAL_TYPE (TroupeOverviewPage, troupe_overview_page, TROUPE_TYPE_PAGE)

static void
show_figures (TroupeOverviewPage *self,
              TroupeOverview     *overview,
              const char         *currency)
{
  guint last = overview->months->len - 1;
  const TroupeMonthFigures *now = &g_array_index (overview->months, TroupeMonthFigures, last);
  const TroupeMonthFigures *then = &g_array_index (overview->months, TroupeMonthFigures, last - 1);
  g_autofree char *creators = troupe_amount_format_part (now->creators, now->gross);
  g_autofree char *agency = troupe_amount_format_part (now->agency, now->gross);
  g_autofree char *creators_note = creators != NULL ? g_strdup_printf (_("%s of gross"), creators) : NULL;
  g_autofree char *agency_note = agency != NULL ? g_strdup_printf (_("%s of gross"), agency) : NULL;

  troupe_figure_card_set_amount (self->gross, now->gross, then->gross, then->month, currency);
  troupe_figure_card_set_note (self->gross, currency);
  troupe_figure_card_set_amount (self->creators, now->creators, then->creators, then->month, currency);
  troupe_figure_card_set_note (self->creators, creators_note);
  troupe_figure_card_set_amount (self->agency, now->agency, then->agency, then->month, currency);
  troupe_figure_card_set_note (self->agency, agency_note);
}

static void
show_chart (TroupeOverviewPage *self,
            TroupeOverview     *overview,
            const char         *currency)
{
  g_autoptr(TroupeBarData) data = troupe_bar_data_new (troupe_chart_format_money, currency);
  g_autofree char *unit = g_strdup_printf (_("%s, by month earned"), currency);

  troupe_bar_data_add_series (data, _("Agency’s share"), 1);
  troupe_bar_data_add_series (data, _("Creators’ share"), 2);
  troupe_bar_data_add_series (data, _("Platform fee"), 3);
  for (guint i = 0; i < overview->months->len; i++)
    {
      const TroupeMonthFigures *month = &g_array_index (overview->months, TroupeMonthFigures, i);
      /* what is not settled yet is nobody's share: its gross stands in the platform's place */
      const gint64 values[] = { month->agency, month->creators, month->agency == TROUPE_NONE ? month->gross : month->fee };

      troupe_bar_data_add_month (data, month->month, values, !month->closed);
    }
  troupe_bar_chart_set_data (self->chart, data);
  troupe_chart_legend_set_data (self->legend, data);
  gtk_label_set_label (self->chart_unit, unit);
}

static void
show_needs (TroupeOverviewPage *self,
            TroupeOverview     *overview,
            const char         *currency)
{
  g_autofree char *count = g_strdup_printf (_("%u open"), overview->needs->len);

  gtk_list_box_remove_all (self->needs);
  for (guint i = 0; i < overview->needs->len; i++)
    gtk_list_box_append (self->needs, troupe_need_row_new (g_ptr_array_index (overview->needs, i), currency));
  gtk_label_set_label (self->needs_count, overview->needs->len > 0 ? count : "");
}

static gboolean
is_empty (TroupeOverview *overview)
{
  for (guint i = 0; i < overview->months->len; i++)
    {
      const TroupeMonthFigures *month = &g_array_index (overview->months, TroupeMonthFigures, i);

      if (month->gross != TROUPE_NONE && month->gross != 0)
        return FALSE;
    }
  return overview->needs->len == 0;
}

static DexFuture *
refresh_fiber (gpointer user_data)
{
  TroupeOverviewPage *self = user_data;
  TroupePage *page = TROUPE_PAGE (self);
  TroupeMonth month = troupe_page_get_month (page);
  TroupeAgency *agency;
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeOverview) overview =
    dex_await_boxed (troupe_office_look_over (troupe_page_get_office (page), month, 0), &error);

  /* a later month has been asked for meanwhile: it comes with its own refresh */
  if (month != troupe_page_get_month (page))
    return dex_future_new_true ();
  troupe_page_show_error (page, error);
  agency = troupe_office_get_agency (troupe_page_get_office (page));   /* only now: waiting may replace it */
  if (overview == NULL || agency == NULL)
    return dex_future_new_true ();
  show_figures (self, overview, agency->currency);
  show_chart (self, overview, agency->currency);
  show_needs (self, overview, agency->currency);
  gtk_stack_set_visible_child_name (self->stack, is_empty (overview) ? "empty" : "figures");
  return dex_future_new_true ();
}

static void
troupe_overview_page_refresh (TroupePage *page)
{
  troupe_fiber_disown (troupe_fiber_spawn (refresh_fiber, g_object_ref (page), g_object_unref));
}

static void
troupe_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TROUPE_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (troupe_overview_page_parent_class)->dispose (object);
}

static void
troupe_overview_page_class_init (TroupeOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = troupe_overview_page_dispose;
  TROUPE_PAGE_CLASS (klass)->refresh = troupe_overview_page_refresh;

  g_type_ensure (TROUPE_TYPE_BAR_CHART);
  g_type_ensure (TROUPE_TYPE_CHART_LEGEND);
  g_type_ensure (TROUPE_TYPE_FIGURE_CARD);
  g_type_ensure (TROUPE_TYPE_MONTH_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/troupe/Troupe/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, gross);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, creators);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, agency);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, chart_unit);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, legend);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, chart);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, needs_count);
  gtk_widget_class_bind_template_child (widget_class, TroupeOverviewPage, needs);
}

static void
troupe_overview_page_init (TroupeOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
