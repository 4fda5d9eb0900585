#include "troupe-demo-evidence.h"

#include <string.h>

#include "troupe-text.h"

/* How months differ, in parts of 1,000 of a usual one: the platforms' galas around New Year, a quiet
 * February, the sales of June, the summer, then autumn. */
static const int seasons[] = { 820, 930, 890, 650, 830, 870, 940, 1090, 900, 880, 1020, 1060 };

#define DOLLAR 7   /* yuan, near enough to share out a month's gross */

/* One account's month while it is being made. */
typedef struct
{
  TroupeDemoSource        *source;
  const TroupeDemoAccount *account;
  TroupeMonth              month;
  TroupeDemoFile           file;
  guint64                  state;     /* of the generator */
  gint64                   gross;     /* micros of CNY that the month is to bring */
  TroupeDay                first, last;
} Making;

/* --- chance ------------------------------------------------------------------------------------- */

/* The account and the month alone decide: a file made again is the same file. */
static void
seed (Making *self)
{
  const char *handle = self->account->handle;

  self->state = troupe_text_hash (handle, strlen (handle), self->month);
}

static gint64
draw (Making *self,
      gint64  low,
      gint64  high)
{
  self->state = troupe_text_hash (&self->state, sizeof self->state, 1);
  return low + (gint64) (self->state >> 16) % (high - low + 1);
}

/* --- rows --------------------------------------------------------------------------------------- */

static gboolean
is_wanted (Making              *self,
           const TroupeDemoRow *row)
{
  switch (self->file)
    {
    case TROUPE_DEMO_HALF:
      return row->day < troupe_month_get_first (self->month) + 15;
    case TROUPE_DEMO_RESTATED:
      return g_str_equal (row->kind, "gift") && row->day % 11 == 3;
    case TROUPE_DEMO_RETURNS:
      return g_str_equal (row->kind, "commission") && row->amount > 0 && row->day % 3 == 1;
    default:
      return TRUE;
    }
}

static void
add_row (Making              *self,
         const TroupeDemoRow *wanted)
{
  TroupeDemoRow row = *wanted;

  row.handle = self->account->handle;
  row.name = self->account->star->name;
  if (!is_wanted (self, &row))
    return;
  if (self->file == TROUPE_DEMO_RESTATED)
    row.amount += row.amount / 50 / TROUPE_MICRO * TROUPE_MICRO;
  if (self->file == TROUPE_DEMO_RETURNS)
    {
      row.serial += 500;
      row.amount = -row.amount / 8 / 10000 * 10000;
      row.fee = row.fee != TROUPE_NONE ? -row.fee / 8 / 10000 * 10000 : TROUPE_NONE;
    }
  troupe_demo_source_add (self->source, &row);
}

/* amount (micros of CNY) over the days of broadcasting, as whole steps of a unit. */
static void
add_days (Making     *self,
          const char *kind,
          const char *unit,
          gint64      amount,
          gint64      step)
{
  gint64 weights[31], sum = 0, per_unit = g_str_equal (unit, "sound_wave") ? 10 : g_str_equal (unit, "coin") ? 1000 : 1;
  int n = self->last - self->first + 1;

  for (int i = 0; i < n; i++)
    {
      gboolean weekend = (self->first + i + 3) % 7 >= 5;

      weights[i] = draw (self, 0, 99) < 24 ? 0 : draw (self, 60, 150) + (weekend ? 45 : 0);
      sum += weights[i];
    }
  for (int i = 0; i < n; i++)
    {
      TroupeDemoRow row = { .kind = kind, .unit = unit, .day = self->first + i, .fee = TROUPE_NONE };

      if (weights[i] == 0)
        continue;
      row.amount = troupe_scale (amount * per_unit, weights[i], sum) / step * step;
      row.per_line = step == 10000;
      add_row (self, &row);
    }
}

/* Sales of goods, settled once a week; some come back. */
static void
add_sales (Making *self,
           gint64  amount)
{
  gboolean states_fee = self->account->platform == 'K';

  for (TroupeDay day = troupe_month_get_first (self->month) + 4; day <= self->last; day += 7)
    {
      TroupeDemoRow row = { .kind = "commission", .unit = "CNY", .day = day, .fee = TROUPE_NONE, .per_line = TRUE };

      row.amount = troupe_scale (amount, draw (self, 15, 32), 100) / 10000 * 10000;
      if (states_fee)
        row.fee = row.amount / 10 / 10000 * 10000;
      if (day >= self->first)
        add_row (self, &row);
      if (draw (self, 0, 99) >= 22 || day + 2 > self->last || day < self->first)
        continue;
      row.day += 2;
      row.serial = 1;
      row.amount = -troupe_scale (row.amount, draw (self, 2, 14), 100) / 10000 * 10000;
      row.fee = states_fee ? row.amount / 10 / 10000 * 10000 : TROUPE_NONE;
      add_row (self, &row);
    }
}

static void
add_once (Making     *self,
          const char *kind,
          gint64      day,
          gint64      amount,
          gint64      fee)
{
  TroupeDemoRow row = { .kind = kind, .unit = "CNY", .day = day, .amount = amount, .fee = fee, .per_line = TRUE };

  if (day >= self->first && day <= self->last)
    add_row (self, &row);
}

/* A brand's advertisement: a round price now and then. */
static void
add_brand (Making *self)
{
  gint64 usual = MAX (2, self->account->star->gross / 8);
  gint64 chance = draw (self, 0, 99), day = draw (self, 3, 24), thousands = draw (self, usual / 2 + 1, usual * 2);

  if (chance < 14)
    add_once (self, "brand", self->first + day, thousands * 1000 * TROUPE_MICRO, TROUPE_NONE);
}

/* --- platforms ---------------------------------------------------------------------------------- */

static gboolean
sells_goods (const TroupeDemoStar *star)
{
  static const char *const categories[] = {
    "美食", "汽车", "读书", "三农", "手工", "维修", "美妆", "穿搭", "母婴", "亲子", "户外", NULL,
  };

  return g_strv_contains (categories, star->category);
}

static void
add_short_video (Making *self)
{
  gboolean sells = sells_goods (self->account->star), douyin = self->account->platform == 'D';
  gint64 gifts = sells ? self->gross * 55 / 100 : self->gross;

  if (douyin)
    add_days (self, "gift", "sound_wave", gifts, TROUPE_MICRO);
  else
    add_days (self, "gift", "CNY", gifts, 10000);
  if (sells)
    add_sales (self, self->gross - gifts);
  if (douyin)
    add_brand (self);
}

static void
add_bilibili (Making *self)
{
  gint64 crew = self->gross / 4 / 10000 * 10000, videos = self->gross / 12 / 10000 * 10000;

  add_days (self, "gift", "coin", self->gross - crew - videos, TROUPE_MICRO);
  add_once (self, "membership", self->last, crew, crew / 2 / 10000 * 10000);
  add_once (self, "ad", self->last, videos, TROUPE_NONE);
  add_brand (self);
}

static void
add_foreign_platform (Making *self)
{
  gint64 dollars = self->gross / DOLLAR;

  if (self->account->platform == 'T')
    add_days (self, "gift", "diamond", dollars * 200, TROUPE_MICRO);
  else if (self->account->platform == 'Y')
    add_days (self, "ad", "USD", dollars, 1);
  else
    {
      add_days (self, "subscription", "USD", dollars * 55 / 100, 10000);
      add_days (self, "bits", "USD", dollars * 25 / 100, 10000);
      add_days (self, "ad", "USD", dollars * 20 / 100, 10000);
    }
}

static void
add_account (Making *self)
{
  if (strchr ("DK", self->account->platform) != NULL)
    add_short_video (self);
  else if (self->account->platform == 'B')
    add_bilibili (self);
  else
    add_foreign_platform (self);
}

/* --- files -------------------------------------------------------------------------------------- */

/* From joining to leaving. Twitch's file for October was fetched on the 28th: its last days are missing. */
static void
find_days (Making *self)
{
  const TroupeDemoStar *star = self->account->star;

  self->first = MAX (troupe_month_get_first (self->month), troupe_demo_day (star->joined));
  self->last = troupe_month_get_last (self->month);
  if (star == &troupe_demo_stars[TROUPE_DEMO_LEFT])
    self->last = MIN (self->last, troupe_demo_day (star->until));
  if (star == &troupe_demo_stars[TROUPE_DEMO_PAUSED])
    self->last = MIN (self->last, troupe_demo_day ("2026-07-31"));
  if (self->account->platform == 'W')
    self->last = MIN (self->last, troupe_demo_day ("2026-10-27"));
}

static void
make_month (Making *self)
{
  int season = seasons[self->month - troupe_demo_month (TROUPE_DEMO_FIRST)];

  seed (self);
  find_days (self);
  if (self->first > self->last)
    return;
  self->gross = self->account->star->gross * self->account->weight * 10 * TROUPE_MICRO;
  self->gross = troupe_scale (self->gross, season * draw (self, 860, 1140), 1000000);
  self->gross = troupe_scale (self->gross, self->last - self->first + 1, 30);
  add_account (self);
}

static TroupeDemoSource *
new_file (char           platform,
          TroupeMonth    month,
          TroupeDemoFile file)
{
  static const char *const suffixes[] = {
    [TROUPE_DEMO_WHOLE] = "", [TROUPE_DEMO_HALF] = "-15", [TROUPE_DEMO_RESTATED] = "_更正", [TROUPE_DEMO_RETURNS] = "_退货",
    [TROUPE_DEMO_FOREIGN] = "(1)",
  };
  static const struct { char letter; const char *profile, *pattern; gboolean keyed; } kinds[] = {
    /* profiles of the agency's own for what has no public layout */
    { 'D', "ferrylight-douyin", "抖音公会流水_%s%s.csv", TRUE },
    { 'K', "ferrylight-kuaishou", "快手公会流水_%s%s.xlsx", TRUE },
    { 'B', "ferrylight-bilibili", "bilibili直播结算_%s%s.csv", TRUE },
    { 'Y', "youtube-video-ads", "YouTube_Ferrylight_M_%s%s_video_raw_v1-1.csv.gz", FALSE },
    { 'W', "troupe-plain", "Twitch频道收入_%s%s.csv", FALSE },
    { 'T', "troupe-plain", "TikTok主播钻石_%s%s.xlsx", FALSE },
  };
  g_autofree char *month_text = troupe_month_to_string (month);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].letter == platform)
      {
        g_autofree char *name = g_strdup_printf (kinds[i].pattern, month_text, suffixes[file]);

        return troupe_demo_source_new (troupe_demo_platform_name (platform), kinds[i].profile, name, kinds[i].keyed);
      }
  g_return_val_if_reached (NULL);
}

/* Accounts that nobody on the roster has. */
static void
add_strangers (TroupeDemoSource *source,
               char              platform,
               TroupeMonth       month)
{
  static const struct { char platform; const char *handle, *name; } strangers[] = {
    { 'D', "xinlu.live", "新来的小鹿" }, { 'K', "3071452096", "老地方烧烤" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    for (TroupeDay day = 0; strangers[i].platform == platform && day < 12; day++)
      {
        TroupeDemoRow row = { strangers[i].handle, strangers[i].name, "gift", platform == 'D' ? "sound_wave" : "CNY",
                              troupe_month_get_first (month) + 18 + day, (1800 + day * 137) * TROUPE_MICRO, TROUPE_NONE };

        if (platform == 'K')
          row.amount /= 10;
        troupe_demo_source_add (source, &row);
      }
}

TroupeDemoSource *
troupe_demo_make_file (TroupeDemo     *self,
                       char            platform,
                       TroupeMonth     month,
                       TroupeDemoFile  file)
{
  TroupeDemoSource *source = new_file (platform, month, file);

  if (file == TROUPE_DEMO_FOREIGN)
    {
      add_strangers (source, platform, month);
      return source;
    }
  for (guint i = 0; i < self->accounts->len; i++)
    {
      Making making = { source, &g_array_index (self->accounts, TroupeDemoAccount, i), month, file };

      if (making.account->platform == platform)
        make_month (&making);
    }
  if (file == TROUPE_DEMO_WHOLE && month == troupe_demo_month (TROUPE_DEMO_LAST))
    add_strangers (source, platform, month);
  return source;
}
