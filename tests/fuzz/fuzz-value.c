/* Any text as an amount, a day, a period and a length of time, and any JSON as a profile. */
#include "fuzz.h"

#include "troupe-amount-text.h"
#include "troupe-day-text.h"
#include "troupe-profile.h"

/* What is read must be read the same from its plain form. */
static void
read_amount (const char *text)
{
  TroupeAmountNotes notes;
  gint64 value, again;
  g_autofree char *plain = NULL;

  if (!troupe_amount_read (text, TROUPE_AMOUNT_MICROS, &value, &notes, NULL) || value == TROUPE_NONE)
    return;
  plain = troupe_decimal_format (value, TROUPE_MICRO_PLACES, 0);
  g_assert_true (troupe_amount_read (plain, TROUPE_AMOUNT_MICROS, &again, &notes, NULL));
  g_assert_cmpint (value, ==, again);
}

static void
read_times (const char *text)
{
  TroupeDay day, last;
  gint64 seconds;
  gboolean matters;

  if (troupe_day_read (text, TROUPE_DAY_ORDER_MONTH_FIRST, &day, NULL) && day != TROUPE_NONE)
    {
      g_autofree char *iso = troupe_day_to_string (day);

      g_assert_true (troupe_day_read (iso, TROUPE_DAY_ORDER_UNKNOWN, &last, NULL));
      g_assert_cmpint (day, ==, last);
    }
  if (troupe_period_read (text, TROUPE_DAY_ORDER_DAY_FIRST, &day, &last, NULL))
    g_assert_cmpint (day, <=, last);
  if (troupe_duration_read (text, 3600, &seconds, NULL) && seconds != TROUPE_NONE)
    g_assert_cmpint (seconds, >=, 0);
  troupe_day_tell_order (text, &matters);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (raw, -1);
  g_autoptr(TroupeProfile) profile = NULL;

  read_amount (text);
  read_times (text);
  profile = troupe_profile_new_from_json (text, -1, "fuzz.json", NULL);

  return 0;
}

const char *const fuzz_seeds[] = {
  "1,234.50", "(1,234.56)", "-¥12", "3.2万", "42370音浪", "0E-18", "USD 12.5",
  "2026-10-31 09:20:00", "Jun 7, 2020", "31/10/2026",
  "2026-07-01 ~ 2026-07-06", "2026年7月6日", "23h 7m 8s", "11小时17分钟40秒", "1/1/20 4:49am",
  "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"platform\": \"x\", \"columns\": "
  "{ \"day\": { \"names\": [\"Day\"], \"type\": \"day\" }, \"sum\": { \"names\": [\"Sum\"], \"type\": \"amount\", \"per\": "
  "100 } }, "
  "\"day\": \"day\", \"unit\": \"USD\", \"lines\": [ { \"kind\": \"gift\", \"amount\": \"sum\" } ], \"identity\": { "
  "\"key\": [\"day\"] } }",
  NULL,
};
