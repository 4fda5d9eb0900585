#include "troupe-rate-rows.h"

#include <glib/gi18n.h>

#include "troupe-row.h"
#include "troupe-share.h"
#include "troupe-vocabulary.h"

static TroupeLang
get_lang (void)
{
  return troupe_lang_from_locale (g_get_language_names ()[0]);
}

char *
troupe_rate_format_days (TroupeDay start_day,
                         TroupeDay end_day)
{
  g_autofree char *start = troupe_day_to_string (start_day);
  g_autofree char *end = troupe_day_to_string (end_day);

  return end != NULL ? g_strdup_printf (_("%s to %s"), start, end) : g_strdup_printf (_("since %s"), start);
}

static char *
add_source (char       *days,
            const char *source)
{
  g_autofree char *owned = days;

  return source != NULL ? g_strdup_printf ("%s · %s", days, source) : g_steal_pointer (&owned);
}

GtkWidget *
troupe_fee_card_row_new (TroupeFeeCard *card)
{
  const char *platform = troupe_platform_get_label (get_lang (), card->platform);
  const char *kind = card->revenue_kind != NULL ? troupe_kind_get_label (get_lang (), card->revenue_kind) : _("every kind");
  g_autofree char *title = card->grade != NULL ? g_strdup_printf (_("%s, %s, grade %s"), platform, kind, card->grade)
                                               : g_strdup_printf (_("%s, %s"), platform, kind);
  g_autofree char *subtitle = add_source (troupe_rate_format_days (card->start_day, card->end_day), card->source);
  g_autofree char *share = troupe_share_format (card->share);
  GtkWidget *row = troupe_row_new (title, subtitle);

  troupe_row_add_amount (row, share);
  troupe_row_set_record (row, card);
  return row;
}

static char *
format_rate (gint64      rate,
             const char *currency)
{
  g_autofree char *number = troupe_decimal_format (rate, TROUPE_RATE_PLACES, 2);

  return g_strdup_printf ("%s %s", number, currency);
}

GtkWidget *
troupe_unit_rate_row_new (TroupeUnitRate *rate)
{
  g_autofree char *title = g_strdup_printf (_("%s: one of its %s"), troupe_platform_get_label (get_lang (), rate->platform),
                                            troupe_unit_get_label (get_lang (), rate->unit));
  g_autofree char *subtitle = add_source (troupe_rate_format_days (rate->start_day, rate->end_day), rate->source);
  g_autofree char *worth = format_rate (rate->rate, rate->currency);
  GtkWidget *row = troupe_row_new (title, subtitle);

  troupe_row_add_amount (row, worth);
  troupe_row_set_record (row, rate);
  return row;
}

GtkWidget *
troupe_exchange_rate_row_new (TroupeExchangeRate *rate)
{
  g_autofree char *title = g_strdup_printf (_("One %s"), rate->unit);
  g_autofree char *worth = format_rate (rate->rate, rate->currency);
  GtkWidget *row = troupe_row_new (title, rate->source);

  troupe_row_add_amount (row, worth);
  troupe_row_set_record (row, rate);
  return row;
}
