#include "troupe-demo.h"

#include "troupe-exchange-rate.h"
#include "troupe-fee-card.h"
#include "troupe-unit-rate.h"

/* Yuan for a dollar, in 1/10,000, from the first month on. */
static const int dollars[] = { 70921, 70788, 70512, 70467, 70733, 70894, 70650, 70318, 70105, 70242, 70026, 69874 };

static const struct { const char *platform, *unit, *currency, *source; gint64 rate; } units[] = {
  { "douyin", "sound_wave", "CNY", "10 音浪 = 1 元", 100000000 },
  { "bilibili", "coin", "CNY", "1000 金瓜子 = 1 元", 1000000 },
  { "tiktok", "diamond", "USD", "1 diamond = 0.005 USD", 5000000 },
};

static const struct { const char *platform, *kind, *grade; int percent; const char *from, *until, *source; } cards[] = {
  { "douyin", "gift", NULL, 50, "2025-01-01", NULL, "公会直播分成规则" },
  { "douyin", "brand", NULL, 5, "2025-01-01", NULL, "商单平台服务费" },
  { "douyin", "commission", NULL, 10, "2025-01-01", "2026-07-07", "技术服务费" },
  { "douyin", "commission", NULL, 20, "2026-07-08", NULL, "技术服务费，按月评级" },
  { "douyin", "commission", "A", 8, "2026-07-08", NULL, "技术服务费，按月评级" },
  { "douyin", "commission", "B", 10, "2026-07-08", NULL, "技术服务费，按月评级" },
  { "douyin", "commission", "C", 15, "2026-07-08", NULL, "技术服务费，按月评级" },
  { "kuaishou", "gift", NULL, 52, "2025-01-01", "2026-02-28", "公会分成规则" },
  { "kuaishou", "gift", NULL, 50, "2026-03-01", NULL, "公会分成规则，2026 年 3 月起" },
  { "bilibili", "gift", NULL, 50, "2025-01-01", NULL, "直播分成规则" },
  { "bilibili", "brand", NULL, 7, "2025-01-01", NULL, "商单平台服务费" },
};

static void
add_exchange_rates (TroupeDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dollars); i++)
    {
      TroupeExchangeRate fields;

      troupe_record_clear (&TROUPE_EXCHANGE_RATE, &fields);
      fields.id = troupe_demo_take_id (self);
      fields.month = troupe_demo_month (TROUPE_DEMO_FIRST) + i;
      fields.unit = "USD";
      fields.currency = "CNY";
      fields.rate = dollars[i] * (TROUPE_RATE_ONE / 10000);
      fields.source = "月末中间价";
      troupe_demo_add (self, &TROUPE_EXCHANGE_RATE, &fields);
    }
}

static void
add_unit_rates (TroupeDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      TroupeUnitRate fields;

      troupe_record_clear (&TROUPE_UNIT_RATE, &fields);
      fields.id = troupe_demo_take_id (self);
      fields.platform = units[i].platform;
      fields.unit = units[i].unit;
      fields.currency = units[i].currency;
      fields.rate = units[i].rate;
      fields.start_day = troupe_demo_day ("2025-01-01");
      fields.source = units[i].source;
      troupe_demo_add (self, &TROUPE_UNIT_RATE, &fields);
    }
}

static void
add_fee_cards (TroupeDemo *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      TroupeFeeCard fields;

      troupe_record_clear (&TROUPE_FEE_CARD, &fields);
      fields.id = troupe_demo_take_id (self);
      fields.platform = cards[i].platform;
      fields.revenue_kind = cards[i].kind;
      fields.grade = cards[i].grade;
      fields.share = cards[i].percent * 100;
      fields.start_day = troupe_demo_day (cards[i].from);
      fields.end_day = troupe_demo_day (cards[i].until);
      fields.source = cards[i].source;
      troupe_demo_add (self, &TROUPE_FEE_CARD, &fields);
    }
}

void
troupe_demo_add_rates (TroupeDemo *self)
{
  add_exchange_rates (self);
  add_unit_rates (self);
  add_fee_cards (self);
}
