#include "fixture.h"

#include "troupe-error.h"

#define TWITCH "Date,Sub Revenue,Bits Revenue,Ad Revenue\n"
#define PLAIN  "date,platform,account,kind,amount,unit\n"
#define PLAIN_FEE "date,platform,account,kind,amount,unit,fee\n"

/* 2026-11-03 */
#define TODAY 20760

static const TroupeStatementOptions none = TROUPE_STATEMENT_OPTIONS_INIT;
static const TroupeStatementOptions twitch = { TROUPE_NONE, NULL, "twitch", "nova", TROUPE_NONE, TODAY };

static void
test_twitch (void)
{
  g_autofree char *read = fixture_read_text ("twitch.csv",
    "Date,Average Viewers,Sub Revenue,Prime Revenue,Bits Revenue,Ad Revenue\n"
    "Sun Aug 23 2026,12,10.50,0,1.25,0.0131234\n"
    "Mon Aug 24 2026,15,\"1,010.50\",-,,(0.5)\n", &twitch);

  g_assert_cmpstr (read, ==,
    "2 twitch:nova subscription 2026-08 2026-08-23 10.5 USD\n"
    "2 twitch:nova subscription 2026-08 2026-08-23 0 USD\n"
    "2 twitch:nova bits 2026-08 2026-08-23 1.25 USD\n"
    "2 twitch:nova ad 2026-08 2026-08-23 0.013123 USD\n"
    "3 twitch:nova subscription 2026-08 2026-08-24 1010.5 USD\n"
    "3 twitch:nova ad 2026-08 2026-08-24 -0.5 USD\n"
    "twitch-analytics: 2 rows, USD 1021.763123; Decimals beyond the sixth were rounded; in sum that left out USD 0.0000004");
}

/* One thing is wrong with each file; what its reader is told, word for word. */
static const struct { const char *text, *read; } bad_input[] = {
  { TWITCH "Sun Aug 23 2026,\"12,5O\",0,0\n",
    "failed 2 [Sub Revenue] the amount “12,5O” is not a number\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "Sun Aug 23 2026,131.77(已退款89.84),0,0\n",
    "failed 2 [Sub Revenue] the amount “131.77(已退款89.84)” carries a remark; write the amount alone\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "Sun Aug 23 2026,=1+1,0,0\n",
    "failed 2 [Sub Revenue] the amount “=1+1” is not a number\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "yesterday,1,,\n",
    "failed 2 [Date] “yesterday” is not a day; write it like 2026-10-31\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "Fri Nov 05 2027,1,,\nThu Nov 04 2027,1,,\n",
    "3 twitch:nova subscription 2027-11 2027-11-04 1 USD\n"
    "failed 2 [Date] the day 2027-11-05 cannot be right: it is before 2000 or more than a year from today; correct it\n"
    "twitch-analytics: 2 rows, USD 1" },
  { TWITCH "Fri Dec 31 1999,1,,\nSat Jan 01 2000,1,,\n",
    "3 twitch:nova subscription 2000-01 2000-01-01 1 USD\n"
    "failed 2 [Date] the day 1999-12-31 cannot be right: it is before 2000 or more than a year from today; correct it\n"
    "twitch-analytics: 2 rows, USD 1" },
  { TWITCH, "bad.csv has a header and no rows; see whether the period was the right one and download it again" },
  { TWITCH ",1,,\n",
    "failed 2 [Date] the day is missing; fill it in\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "Sun Aug 23 2026,1,2\n",
    "failed 2 [Ad Revenue] the row ends before this column; the file may be cut off: download it again\n"
    "twitch-analytics: 1 rows, nothing" },
  { TWITCH "Sun Aug 23 2026,1,234,50,7\n",
    "failed 2 [] the row has 5 cells where the header has 4; a text with a comma, semicolon or tab in it may lack its "
    "quotation marks\n"
    "twitch-analytics: 1 rows, nothing" },
  { "Date,Sub Revenue,Bits Revenue,Ad Revenue,\nSun Aug 23 2026,1,,,note, \n",
    "2 twitch:nova subscription 2026-08 2026-08-23 1 USD\ntwitch-analytics: 1 rows, USD 1" },
  { TWITCH "Sun Aug 23 2026,1,,\n" TWITCH "Mon Aug 24 2026,2,,\n",
    "2 twitch:nova subscription 2026-08 2026-08-23 1 USD\n"
    "4 twitch:nova subscription 2026-08 2026-08-24 2 USD\n"
    "warned 3 [] the header stands here a second time; it was passed over\n"
    "twitch-analytics: 2 rows, USD 3" },
  { "Date,Sub Revenue,Ad Revenue\nSun Aug 23 2026,1,2\n",
    "bad.csv looks like “Twitch: Channel Analytics and Revenue by day”, but its column “Bits Revenue” is missing "
    "(the columns are: Date, Sub Revenue, Ad Revenue); download it with all columns" },
  { "Name,Height\nx,3\n",
    "bad.csv is no statement that Troupe knows; its columns are: Name, Height. Choose a profile for it, or describe it in "
    "a profile of your own" },
  { "\n\n", "bad.csv is no statement that Troupe knows; its columns are: . Choose a profile for it, or describe it in a "
            "profile of your own" },
  { TWITCH "Sun Aug 23 2026,\"1,,\n",
    "bad.csv: row 2, column 2: a quotation mark is opened and never closed; close it in the file or save the file again" },
  { PLAIN "2026-10-31,twitch,7.12345678901235E+18,gift,5,USD\n",
    "failed 2 [account] the id “7.12345678901235E+18” has been rounded by a spreadsheet, its last digits are lost; "
    "download the file again and import it without opening it first\n"
    "troupe-plain: 1 rows, nothing" },
  { PLAIN "2026-10-31,tiktok,7123456789012350000,gift,5,USD\n2026-10-31,tiktok,7123456789012340000,gift,5,USD\n",
    "failed 2 [account] the id “7123456789012350000” has been rounded by a spreadsheet, its last digits are lost; "
    "download the file again and import it without opening it first\n"
    "failed 3 [account] the id “7123456789012340000” has been rounded by a spreadsheet, its last digits are lost; "
    "download the file again and import it without opening it first\n"
    "troupe-plain: 2 rows, nothing" },
  { PLAIN "2026-10-31,twitch,a,gift,5,XXQ\n",
    "failed 2 [unit] “XXQ” is not a currency; write its code, like CNY or USD\n"
    "troupe-plain: 1 rows, nothing" },
  { PLAIN "2026-10-31,twitch,a,gift,5,\n",
    "failed 2 [unit] “” is not a currency; write its code, like CNY or USD\n"
    "troupe-plain: 1 rows, nothing" },
  { PLAIN "2026-10-31,twitch,,gift,5,USD\n",
    "failed 2 [account] the account is missing; fill it in\n"
    "troupe-plain: 1 rows, nothing" },
  { PLAIN_FEE "2026-10-31,twitch,a,gift,100,USD,-50\n2026-10-31,twitch,a,gift,-100,USD,50\n2026-10-31,twitch,a,gift,0,USD,-1\n"
    "2026-10-31,twitch,a,gift,100,USD,150\n2026-10-31,twitch,a,gift,-100,USD,-100.5\n2026-10-31,twitch,a,gift,0,USD,5\n"
    "2026-10-31,twitch,a,gift,100,USD,100\n2026-10-31,twitch,a,gift,-100,USD,-50\n2026-10-31,twitch,a,gift,100,USD,0\n",
    "8 twitch:a gift 2026-10 2026-10-31 100 USD fee 100\n"
    "9 twitch:a gift 2026-10 2026-10-31 -100 USD fee -50\n"
    "10 twitch:a gift 2026-10 2026-10-31 100 USD fee 0\n"
    "failed 2 [fee] the platform's fee -50 has the other sign than the amount 100; write it without a sign, as what the "
    "platform kept\n"
    "failed 3 [fee] the platform's fee 50 has the other sign than the amount -100; write it with a minus, as what the "
    "platform gave back\n"
    "failed 4 [fee] the platform's fee -1 has the other sign than the amount 0; write it without a sign, as what the "
    "platform kept\n"
    "failed 5 [fee] the platform's fee 150 is more than the amount 100; correct whichever is wrong: the amount is what came "
    "in before the fee\n"
    "failed 6 [fee] the platform's fee -100.5 is more than the amount -100; correct whichever is wrong: the amount is what "
    "came in before the fee\n"
    "failed 7 [fee] the platform's fee 5 is more than the amount 0; correct whichever is wrong: the amount is what came in "
    "before the fee\n"
    "troupe-plain: 9 rows, USD 100" },
};

static void
test_bad_input (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_input); i++)
    {
      const TroupeStatementOptions *options = g_str_has_prefix (bad_input[i].text, "date,platform,") ? &none : &twitch;
      g_autofree char *read = fixture_read_text ("bad.csv", bad_input[i].text, options);
      g_assert_cmpstr (read, ==, bad_input[i].read);
    }
}

static void
test_asks (void)
{
  static const TroupeStatementOptions youtube = { TROUPE_NONE, NULL, "youtube", "UC1", TROUPE_NONE };
  const char *studio = "Content,Video title,Estimated revenue (USD)\nTotal,,1.5\nv1,One,1.5\n";
  const char *cms = "Day,Video ID,Channel ID,Partner Revenue : Auction,Partner Revenue\n20261001,v,UC1,1,1\n";
  const char *plain = "date,platform,account,kind,amount,unit\n03/04/2026,x,a,gift,5,USD\n";
  TroupeStatementOptions october = youtube, april = none, march = none;
  g_autofree char *account = fixture_read_text ("a.csv", TWITCH "Sun Aug 23 2026,1,,\n", &none);
  g_autofree char *other = fixture_read_text ("a.csv", TWITCH "Sun Aug 23 2026,1,,\n", &youtube);
  g_autofree char *month = fixture_read_text ("a.csv", studio, &youtube), *currency = fixture_read_text ("a.csv", cms, &none);
  g_autofree char *order = fixture_read_text ("a.csv", plain, &none), *dollars = NULL, *told = NULL, *first = NULL, *last = NULL;

  g_assert_cmpstr (account, ==, "a.csv does not say whose it is; choose the account (--account twitch:NAME)");
  g_assert_cmpstr (other, ==, "a.csv comes from twitch; its account cannot be one on youtube");
  g_assert_cmpstr (month, ==, "a.csv does not say which month it is for; choose the month (--month 2026-10)");
  g_assert_cmpstr (currency, ==, "a.csv does not say its currency; choose the currency (--currency USD)");
  g_assert_cmpstr (order, ==, "a.csv has days that may begin with the day or with the month, and none that proves which; "
                              "choose the month it is for (--month 2026-10)");
  october.month = troupe_month_new (2026, 10);
  told = fixture_read_text ("a.csv", studio, &october);
  g_assert_cmpstr (told, ==, "3 youtube:UC1 ad 2026-10 2026-10-31 1.5 USD v1\nyoutube-studio-content: 1 rows, USD 1.5");
  october.currency = "EUR";
  dollars = fixture_read_text ("a.csv", studio, &october);
  g_assert_cmpstr (dollars, ==, "a.csv is in USD, not in EUR; import it without choosing a currency");
  april.month = troupe_month_new (2026, 4);
  march.month = troupe_month_new (2026, 3);
  first = fixture_read_text ("a.csv", plain, &april);
  last = fixture_read_text ("a.csv", plain, &march);
  g_assert_cmpstr (first, ==, "2 x:a gift 2026-04 2026-04-03 5 USD\ntroupe-plain: 1 rows, USD 5");
  g_assert_cmpstr (last, ==, "2 x:a gift 2026-03 2026-03-04 5 USD\ntroupe-plain: 1 rows, USD 5");
}

/* One day that can be read only one way settles the others. */
static void
test_detected_order (void)
{
  g_autofree char *read = fixture_read_text ("days.csv", PLAIN "03/04/2026,x,a,gift,5,USD\n25/04/2026,x,a,gift,6,USD\n", &none);

  g_assert_cmpstr (read, ==, "2 x:a gift 2026-04 2026-04-03 5 USD\n3 x:a gift 2026-04 2026-04-25 6 USD\ntroupe-plain: 2 "
                             "rows, USD 11");
}

static void
test_built_in (void)
{
  static const struct { const char *name, *text, *read; TroupeStatementOptions options; } cases[] = {
    { "studio.csv", "Content,Video title,Video publish time,Estimated revenue (USD)\nTotal,,,3\nv1,\"A, b\",\"Jun 7, 2020\","
                    "1.1234\nv2,B,,0\nShowing top 500 results,,,\n",
      "3 youtube:UC1 ad 2026-10 2026-10-31 1.1234 USD v1\n4 youtube:UC1 ad 2026-10 2026-10-31 0 USD v2\n"
      "warned 2 [Estimated revenue (USD)] the file's own total is 3, but its rows add up to 1.1234; the list may be cut short\n"
      "youtube-studio-content: 2 rows, USD 1.1234; 1 row states no amount", { 2026 * 12 + 9, NULL, "youtube", "UC1",
                                                                              TROUPE_NONE } },
    { "asset.csv", "red_rawdata_asset\nAdjustment Type\tDay\tCountry\tAsset ID\tAsset Channel ID\tPartner Revenue : Pro "
                   "Rata\tPartner Revenue : Per Sub Min\tPartner Revenue\n"
      "None\t20260101\tID\tA1\tUC1\t0.80\t0.10\t0.90\nNone\t20260101\tID\tA2\tUC1\t0.80\t0.10\t0.80\nTotal\t\t\t\t\t\t\t1.70\n",
      "3 youtube:UC1 premium 2026-01 2026-01-01 0.9 USD A1\n4 youtube:UC1 premium 2026-01 2026-01-01 0.8 USD A2\n"
      "warned 4 [Partner Revenue] it says 0.8, but its parts add up to 0.9; the stated amount was taken\n"
      "youtube-asset-subscription: 2 rows, USD 1.7", { TROUPE_NONE, "USD", NULL, NULL, TROUPE_NONE } },
    { "YouTube_x_M_20260901_shorts.csv", "Video ID,Channel ID,Net Partner Revenue (Post revshare)\nv1,UC1,0.5\n",
      "2 youtube:UC1 ad 2026-09 2026-09-30 0.5 USD v1\nyoutube-shorts-ads: 1 rows, USD 0.5",
      { TROUPE_NONE, "USD", NULL, NULL, TROUPE_NONE } },
    { "Creator_data_2026_07_07_08_37_UTC0.csv", "Data period,Creator ID:,Creator's username,Diamonds,LIVE duration,Status\n"
      "2026-07-01 ~ 2026-07-06,7359112345678903719,s1,553978,23h 7m 8s,Active\n"
      "2026-07-01 ~ 2026-07-06,The creator has quit the network,gone,12,-,Quit\n"
      "2026-06-28 ~ 2026-07-06,7359112345678903720,s2,1,1h,Active\n",
      "2 tiktok:7359112345678903719 gift 2026-07 2026-07-06 553978 diamond\n3 tiktok:gone gift 2026-07 2026-07-06 12 diamond\n"
      "warned 3 [Creator ID:] the account has lost its id and goes by its name; see that its month is not counted under the "
      "id as well\n"
      "failed 4 [Data period] the period “2026-06-28 ~ 2026-07-06” is longer than one month; download each month by itself\n"
      "tiktok-backstage: 3 rows, diamond 553990", TROUPE_STATEMENT_OPTIONS_INIT },
    { "affiliate.csv", "Order ID,Product ID,SKU ID,Creator Username,Currency,Est. standard commission payment,Actual "
                       "Commission Payment,Actual co-funded creator bonus,Time Commission Paid\n"
      "1,2,3,nova,USD,9,5,0.5,25/10/2026\n4,2,3,nova,USD,9,,,/\n5,2,3,nova,usd,9,-5,,03/10/2026\n",
      "2 tiktok_shop:nova commission 2026-10 2026-10-25 5 USD 1\n2 tiktok_shop:nova bonus 2026-10 2026-10-25 0.5 USD 1\n"
      "4 tiktok_shop:nova commission 2026-10 2026-10-03 -5 USD 5\nwarned 3 [Time Commission Paid] passed over: “Time "
      "Commission Paid” is empty\ntiktok-shop-affiliate: 3 rows, USD 0.5", TROUPE_STATEMENT_OPTIONS_INIT },
    { "kwai.csv", "订单号,商品ID,订单实付（元）,达人ID,达人佣金(元),团长id,团长佣金（元）,实际结算时间\n'69,1,100,88,7,99,8,2026-05-01 00:00:00\n'70,1,100,,7,"
                  ",,2026-05-02\n",
      "2 kwaixiaodian:88 commission 2026-05 2026-05-01 7 CNY 69\n2 kwaixiaodian:99 leader 2026-05 2026-05-01 8 CNY 69\n"
      "3 kwaixiaodian:无达人ID commission 2026-05 2026-05-02 7 CNY 70\n"
      "warned 3 [达人ID] “达人ID” names nobody; the amount is kept for the account “无达人ID”\n"
      "kwaixiaodian-settlement: 2 rows, CNY 14", TROUPE_STATEMENT_OPTIONS_INIT },
    { "firefly.csv", "收益时间,视频ID,作者ID,作者昵称,任务名称,变现类型,达人结算金额\n2026-10-03,v1,88,甲,任务,IAA,12.34\n",
      "2 kuaishou:88 task 2026-10 2026-10-03 12.34 CNY v1\nkuaishou-firefly: 1 rows, CNY 12.34", TROUPE_STATEMENT_OPTIONS_INIT },
    { "doudian.csv", "订单id,商品id,作者账号,结算金额,实际佣金支出,订单状态,订单结算时间\n\"\t6917\",1,nova,100,5,已结算,2026-07-01\n6918\t,1,-,100,5,已结算,"
                     "2026-07-01\n6919,1,nova,,,待结算,-\n",
      "2 doudian:nova commission 2026-07 2026-07-01 5 CNY 6917\nwarned 3 [作者账号] passed over: “作者账号” is empty\n"
      "warned 4 [订单结算时间] passed over: “订单结算时间” is empty\ndoudian-commission: 3 rows, CNY 5", TROUPE_STATEMENT_OPTIONS_INIT },
    { "主播概览列表_2026-06-04 14_02.csv", "主播ID,主播昵称,总音浪,开播有效时长,上次开播时间\n88,甲,3.2万,11小时17分钟40秒,5小时前\n89,乙,42370音浪,-,从未开播\n",
      "2 douyin:88 gift 2026-05 2026-05-31 32000 sound_wave\n3 douyin:89 gift 2026-05 2026-05-31 42370 sound_wave\n"
      "douyin-guild-overview: 2 rows, sound_wave 74370", { 2026 * 12 + 4, NULL, NULL, NULL, TROUPE_NONE } },
    { "plain.csv", "日期;平台;账号;账号名称;类型;金额;币种;平台扣费;参考号\n2026-10-31;抖音;88;甲;礼物;100;人民币;50;r1\n2026-10-31;抖音;88;甲;新;1;音浪;;\n",
      "2 douyin:88 gift 2026-10 2026-10-31 100 CNY fee 50 r1\n3 douyin:88 新 2026-10 2026-10-31 1 sound_wave\n"
      "warned 3 [类型] “新” is no kind of revenue that Troupe knows; see that a fee card and a term cover it\n"
      "troupe-plain: 2 rows, CNY 100; sound_wave 1", TROUPE_STATEMENT_OPTIONS_INIT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = fixture_read_text (cases[i].name, cases[i].text, &cases[i].options);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* What a file says twice must be the same both times. */
static void
test_contradictions (void)
{
  static const TroupeStatementOptions euro = { TROUPE_NONE, "EUR", NULL, NULL, TROUPE_NONE };
  static const struct { const char *rows, *read; const TroupeStatementOptions *options; } cases[] = {
    { "2026-04-25,x,a,gift,$5,USD\n2026-04-25,x,a,gift,¥6,USD\n2026-04-25,x,a,gift,7 EUR,usd\n2026-04-25,x,a,gift,8音浪,CNY\n",
      "2 x:a gift 2026-04 2026-04-25 5 USD\n"
      "failed 3 [amount] the amount “¥6” is not in USD, as its row is; correct whichever is wrong\n"
      "failed 4 [amount] the amount “7 EUR” is not in USD, as its row is; correct whichever is wrong\n"
      "failed 5 [amount] the amount “8音浪” is not in CNY, as its row is; correct whichever is wrong\n"
      "troupe-plain: 4 rows, USD 5", &none },
    { "2026-04-25,x,a,gift,5.125,USD\n2026-04-25,x,a,gift,1.000.000,USD\n2026-04-25,x,a,gift,45.5,USD\n",
      "2 x:a gift 2026-04 2026-04-25 5.125 USD\n4 x:a gift 2026-04 2026-04-25 45.5 USD\n"
      "failed 3 [amount] the amount “1.000.000”: the same sign parts thousands in one amount of this column and may be the "
      "decimal sign of another; write the amounts without separators of thousands\ntroupe-plain: 3 rows, USD 50.625", &none },
    { "2026-04-25,x,a,gift,1.000.000,IDR\n2026-04-25,x,a,gift,45.000,IDR\n",
      "2 x:a gift 2026-04 2026-04-25 1000000 IDR\n"
      "failed 3 [amount] the amount “45.000”: the same sign parts thousands in one amount of this column and may be the "
      "decimal sign of another; write the amounts without separators of thousands\ntroupe-plain: 2 rows, IDR 1000000", &none },
    { "2026-04-25,x,a,gift,5,EUR\n2026-04-25,x,a,gift,6,USD\n2026-04-25,x,a,gift,7,coin\n",
      "2 x:a gift 2026-04 2026-04-25 5 EUR\n4 x:a gift 2026-04 2026-04-25 7 coin\n"
      "failed 3 [unit] it is in USD, not in EUR; import the file without choosing a currency\n"
      "troupe-plain: 3 rows, EUR 5; coin 7", &euro },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (PLAIN, cases[i].rows, NULL);
      g_autofree char *read = fixture_read_text ("a.csv", text, cases[i].options);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Counters of a month that are asked for in the middle of it. */
static void
test_part_of_month (void)
{
  g_autofree char *read = fixture_read_text ("data.csv",
    "Data period,Creator ID:,Creator's username,Diamonds,LIVE duration,Status\n"
    "2026-07-08 ~ 2026-07-14,7359112345678903719,s1,900,1h,Active\n2026-07-02,7359112345678903720,s2,7,1h,Active\n", &none);

  g_assert_cmpstr (read, ==,
    "failed 2 [Data period] the period “2026-07-08 ~ 2026-07-14” leaves out the beginning of its month, of which this table "
    "counts the sum; download it from the first day of the month on\n"
    "failed 3 [Data period] the period “2026-07-02” leaves out the beginning of its month, of which this table counts the "
    "sum; download it from the first day of the month on\ntiktok-backstage: 2 rows, nothing");
}

/* Two gzip files one behind the other are one; zeros behind them are nothing, and other bytes are a fault. */
static void
test_gzip_members (void)
{
  static const char first[] = PLAIN "2026-04-25,x,a,gift,5,USD\n", second[] = "2026-04-26,x,a,gift,6,USD\n";
  static const struct { const char *behind; gsize length; const char *read; } cases[] = {
    { "", 0, "2 x:a gift 2026-04 2026-04-25 5 USD\n3 x:a gift 2026-04 2026-04-26 6 USD\ntroupe-plain: 2 rows, USD 11" },
    { "\0\0\0\0", 4, "2 x:a gift 2026-04 2026-04-25 5 USD\n3 x:a gift 2026-04 2026-04-26 6 USD\ntroupe-plain: 2 rows, USD 11" },
    { "date,", 5, "two.csv.gz: the archive is damaged or incomplete; download the file again" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = fixture_wrap ("one.csv.gz", first, strlen (first), FIXTURE_GZIP);
      g_autofree char *other = fixture_wrap ("other.csv.gz", second, strlen (second), FIXTURE_GZIP);
      g_autofree char *a = NULL, *b = NULL, *path = NULL, *read = NULL;
      g_autoptr(GByteArray) bytes = g_byte_array_new ();
      gsize n = 0, m = 0;

      g_assert_true (g_file_get_contents (one, &a, &n, NULL));
      g_assert_true (g_file_get_contents (other, &b, &m, NULL));
      g_byte_array_append (bytes, (const guint8 *) a, n);
      g_byte_array_append (bytes, (const guint8 *) b, m);
      g_byte_array_append (bytes, (const guint8 *) cases[i].behind, cases[i].length);
      path = fixture_write ("two.csv.gz", (const char *) bytes->data, bytes->len);
      read = fixture_read (path, NULL, &none);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
test_refused_by_name (void)
{
  static const struct { const char *text, *read; } cases[] = {
    { "动账时间,动帐流水号,动账方向,动账金额\n2026-09-03,'T0,入账,9.00\n",
      "no.csv: Doudian: fund flow (动账明细): it is the flow of a shop's account, not income of creators; export the alliance "
      "commission detail (佣金明细) instead" },
    { "流水单号,记账时间,动帐类型,收支类型,收支金额\n1,2026-09-03,货款,收入,9.00\n",
      "no.csv: WeChat Channels: fund flow of a shop (动账): it is the flow of a shop's account and names no creator; ask the "
      "shop for a list of commissions by creator, or describe it in a profile of your own" },
    { "排名,主播ID,主播名,音浪\n1,88,甲,42370音浪\n",
      "no.csv: Douyin guild: host ranking of a day (主播榜): it ranks the hosts of one day; export the host overview (主播概览列表) "
      "of the month instead" },
    { "Content,Video title,Views,Watch time (hours)\nv,t,1,2\n",
      "no.csv: YouTube Studio: a table without revenue: there is no revenue by content in it; in Studio choose "
      "the dimension Content, add the column Estimated revenue and export again" },
    { "微信支付账单明细\n交易时间,交易类型,收/支,金额(元),交易单号\n2026-10-01,转账,收入,¥12.00,1\n",
      "no.csv: WeChat Pay: bill of an account: it is the bill of a payment account, not a platform's statement of what creators "
      "earned; import the platform's own file" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = fixture_read_text ("no.csv", cases[i].text, &none);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* What spreadsheets do to numbers. */
static void
test_workbook (void)
{
  g_autofree char *header = fixture_rows ("date,platform,account,kind,amount,unit\n");
  g_autofree char *rows = g_strconcat (header,
    "<row><c s=\"1\"><v>46209</v></c><c t=\"s\"><v>0</v></c><c><v>7123456789012350000</v></c><c/><c><v>1</v></c><c "
    "t=\"s\"><v>1</v></c></row>"
    "<row><c s=\"1\"><v>46209</v></c><c t=\"s\"><v>0</v></c><c><v>88</v></c><c/><c><f>1+1</f><v>2</v></c><c "
    "t=\"s\"><v>1</v></c></row>"
    "<row><c s=\"1\"><v>46209</v></c><c t=\"s\"><v>0</v></c><c><v>88</v></c><c/><c><f>1+1</f></c><c t=\"s\"><v>1</v></c></row>"
    "<row><c s=\"1\"><v>46209</v></c><c t=\"s\"><v>0</v></c><c><v>88</v></c><c/><c><v>548.58000000000004</v></c><c "
    "t=\"s\"><v>1</v></c></row>", NULL);
  g_autofree char *path = fixture_workbook ("sheet.xlsx", rows, "<si><t>douyin</t></si><si><t>CNY</t></si>", "");
  g_autofree char *read = fixture_read (path, NULL, &none);

  g_assert_cmpstr (read, ==,
    "3 douyin:88 other 2026-07 2026-07-06 2 CNY\n"
    "5 douyin:88 other 2026-07 2026-07-06 548.58 CNY\n"
    "failed 2 [account] the id “7123456789012350000” has been rounded by a spreadsheet, its last digits are lost; download "
    "the file again and import it without opening it first\n"
    "warned 3 [amount] the amount is a formula; its last result was taken\n"
    "failed 4 [amount] the amount is a formula without its result; open the file in a spreadsheet, save it and import it again\n"
    "troupe-plain: 4 rows, CNY 550.58");
}

/* What a file states as its own total, and how much more its rows add up to. */
static void
test_stated_total (void)
{
  static const struct { const char *name, *text, *stated, *excess; } cases[] = {
    { "none.csv", PLAIN "2026-10-01,x,a,gift,5,USD\n", NULL, NULL },
    { "equal.csv", PLAIN "2026-10-01,x,a,gift,5,USD\n2026-10-01,x,b,gift,-1.5,USD\nTotal,,,,3.50,\n", "USD 3.5", NULL },
    { "short.csv", PLAIN "2026-10-01,x,a,gift,1000,CNY\n合计,,,,\"1,200.5\",\n", "CNY 1200.5", "CNY -200.5" },
    { "empty.csv", PLAIN "2026-10-01,x,a,gift,5,USD\nTotal,,,,,\n", NULL, NULL },
    { "mixed.csv", PLAIN "2026-10-01,x,a,gift,5,USD\n2026-10-01,x,a,gift,5,CNY\nTotal,,,,10,\n", NULL, NULL },
    { "parts.csv", "Adjustment Type,Day,Country,Asset ID,Asset Channel ID,Partner Revenue : Pro Rata,Partner Revenue : Per Sub "
                   "Min,Partner Revenue\nNone,20260101,ID,A1,UC1,0.80,0.10,0.90\nNone,20260101,ID,A2,UC1,,,0.50\n",
      "USD 1.4", NULL },
    { "parted.csv", "Adjustment Type,Day,Country,Asset ID,Asset Channel ID,Partner Revenue : Pro Rata,Partner Revenue : Per Sub "
                    "Min,Partner Revenue\nNone,20260101,ID,A1,UC1,0.80,0.10,0.70\n", "USD 0.7", "USD 0.2" },
    { "twitch.csv", TWITCH "Sun Aug 23 2026,1,2,3\nMon Aug 24 2026,1,,\nTotal,2,2,3\n", "USD 7", NULL },
    { "twitch-some.csv", TWITCH "Sun Aug 23 2026,1,2,3\nTotal,2,2,\n", "USD 4", "USD -1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeStatementOptions options = none;
      g_autofree char *path = fixture_write (cases[i].name, cases[i].text, -1), *stated = NULL, *excess = NULL;
      g_autoptr(TroupeStatementReader) reader = NULL;
      const TroupeStagedLine *line;

      options.currency = g_str_has_prefix (cases[i].name, "part") ? "USD" : NULL;
      options.platform = options.handle = g_str_has_prefix (cases[i].name, "twitch") ? "twitch" : NULL;
      reader = fixture_open (path, NULL, &options, NULL);
      do
        g_assert_true (troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, NULL));
      while (line != NULL);
      stated = troupe_statement_reader_get_stated_total (reader, &excess);
      g_assert_cmpstr (stated, ==, cases[i].stated);
      g_assert_cmpstr (excess, ==, cases[i].excess);
    }
}

/* Studio's ZIP: the table counts, the chart and the totals beside it do not. */
static void
test_archive (void)
{
  static const char *const entries[] = {
    "Chart data.csv", "Date,Content,Video title,Video publish time,Duration,Estimated revenue (USD)\n2026-10-01,v1,One,,60,"
                      "1.5\n", "Totals.csv", "Date,Views,Estimated revenue (USD)\n2026-10-01,5,1.5\n",
    "Table data.csv", "Content,Video title,Video publish time,Duration,Views,Estimated revenue (USD)\nv1,One,,60,5,1.5\n", NULL,
  };
  static const char *const twice[] = {
    "\326\367\262\245.csv", TWITCH "Sun Aug 23 2026,1,,\n", "b/Date.csv", TWITCH "Mon Aug 24 2026,1,,\n", NULL,
  };
  static const TroupeStatementOptions options = { 2026 * 12 + 9, NULL, "youtube", "UC1", TROUPE_NONE };
  g_autofree char *path = fixture_zip ("studio.zip", entries), *read = fixture_read (path, NULL, &options);
  g_autofree char *second = fixture_zip ("twice.zip", twice), *refused = fixture_read (second, NULL, &twitch);

  g_assert_cmpstr (read, ==, "2 youtube:UC1 ad 2026-10 2026-10-31 1.5 USD v1\nyoutube-studio-content: 1 rows, USD 1.5");
  g_assert_cmpstr (refused, ==, "twice.zip holds several tables of the same kind (“主播.csv” and “b/Date.csv”); save each "
                                "as a file of its own and import them one by one");
}

/* A misspelt kind would go by no fee card, and the platform's fee be forgotten. */
static void
test_kinds (void)
{
  g_autofree char *read = fixture_read_text ("kinds.csv",
    PLAIN "2026-10-03,Twitch,a,Gift,1,USD\n2026-10-03,twitch,a,Brand deals,2,USD\n"
    "2026-10-03,twitch,a,gfit,3,USD\n2026-10-03,twitch,a,,4,USD\n", &none);

  g_assert_cmpstr (read, ==,
    "2 twitch:a gift 2026-10 2026-10-03 1 USD\n"
    "3 twitch:a brand 2026-10 2026-10-03 2 USD\n"
    "4 twitch:a gfit 2026-10 2026-10-03 3 USD\n"
    "5 twitch:a other 2026-10 2026-10-03 4 USD\n"
    "warned 4 [kind] “gfit” is no kind of revenue that Troupe knows; see that a fee card and a term cover it\n"
    "troupe-plain: 4 rows, USD 10");
}

/* Which of two amounts counts is no guess to make. */
static void
test_twin_columns (void)
{
  g_autofree char *read = fixture_read_text ("twin.csv", "date,platform,account,kind,amount,unit,Amount\n"
                                     "2026-10-03,twitch,a,gift,12.34,USD,55\n", &none);
  g_autofree char *harmless = fixture_read_text ("note.csv", "date,platform,account,kind,amount,unit,note,note\n"
                                         "2026-10-03,twitch,a,gift,12.34,USD,,\n", &none);

  g_assert_cmpstr (read, ==, "twin.csv: the column “amount” stands twice in the header; delete the one that does not count");
  g_assert_cmpstr (harmless, ==, "2 twitch:a gift 2026-10 2026-10-03 12.34 USD\ntroupe-plain: 1 rows, USD 12.34");
}

/* What is wrong far behind the beginning, by which the encoding was told. */
static void
test_damaged (void)
{
  g_autoptr(GString) text = g_string_new ("date,platform,account,kind,amount,unit,note\n");
  g_autofree char *bytes = NULL, *path = NULL, *read = NULL, *packed = NULL, *gzip = NULL;
  gsize length;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "2026-10-31,x,a,gift,1,USD,直播\n");
  bytes = g_convert (text->str, -1, "GB18030", "UTF-8", NULL, &length, NULL);
  memset (bytes + length - 6, 0xff, 4);
  path = fixture_write ("cut.csv", bytes, length);
  read = fixture_read (path, NULL, &none);
  g_assert_true (g_str_has_suffix (read, ": the file is damaged, cut off or changes its encoding; download it again"));
  g_free (path);
  path = fixture_wrap ("cut.csv.gz", text->str, text->len, FIXTURE_GZIP);
  g_assert_true (g_file_get_contents (path, &packed, &length, NULL));
  gzip = fixture_write ("cut.csv.gz", packed, length - 20);
  g_free (read);
  read = fixture_read (gzip, NULL, &none);
  g_assert_true (g_str_has_suffix (read, ": the file is damaged, cut off or changes its encoding; download it again"));
}

static const struct { const char *name, *bom; } encodings[] = {
  { "UTF-8", "" }, { "UTF-8", "\357\273\277" }, { "GB18030", "" }, { "UTF-16LE", "\377\376" }, { "UTF-16BE", "\376\377" },
  { "UTF-16LE", "" }, { "UTF-16BE", "" },
};

/* A small table in one dialect: lines end and columns part as given. */
static char *
write_dialect (int         encoding,
               const char *delimiter,
               const char *end,
               gsize      *ret_length)
{
  const char *table = "说明,,,,,\n,,,,,\n日期,平台,账号,类型,金额,币种\n2026-10-31,抖音,\"88\",礼物,１２.5,人民币\n合计,,,,12.5,\n";
  g_auto(GStrv) rows = g_strsplit (table, "\n", -1), cells = NULL;
  g_autofree char *lines = g_strjoinv (end, rows), *text = NULL, *bytes = NULL;
  gsize before = strlen (encodings[encoding].bom), length;
  char *whole;

  cells = g_strsplit (lines, ",", -1);
  text = g_strjoinv (delimiter, cells);
  bytes = g_convert (text, -1, encodings[encoding].name, "UTF-8", NULL, &length, NULL);
  whole = g_malloc (before + length);
  memcpy (whole, encodings[encoding].bom, before);
  memcpy (whole + before, bytes, length);
  *ret_length = before + length;

  return whole;
}

/* The same table reads the same in every encoding, with every delimiter and line end, however wrapped. */
static void
test_dialects (void)
{
  static const char *const delimiters[] = { ",", ";", "\t" };
  static const char *const ends[] = { "\n", "\r\n", "\r" };

  for (gsize i = 0; i < G_N_ELEMENTS (encodings) * 9 * FIXTURE_WRAPPINGS; i++)
    {
      gsize wrapping = i % FIXTURE_WRAPPINGS, rest = i / FIXTURE_WRAPPINGS, length;
      g_autofree char *bytes = write_dialect (rest / 9, delimiters[rest % 3], ends[rest / 3 % 3], &length);
      g_autofree char *path = fixture_wrap ("dialect.csv", bytes, length, wrapping);
      g_autofree char *read = fixture_read (path, NULL, &none);

      g_assert_cmpstr (read, ==, "4 douyin:88 gift 2026-10 2026-10-31 12.5 CNY\ntroupe-plain: 1 rows, CNY 12.5");
    }
}

/* One bad row in a hundred thousand is named, and the rest is there. */
static void
test_one_bad_row (void)
{
  g_autoptr(GString) text = g_string_new (PLAIN);
  g_autofree char *read = NULL;

  for (int i = 2; i <= 100001; i++)
    g_string_append (text, i == 812 ? "2026-10-31,x,a,gift,\"12,5O\",USD\n" : "2026-10-31,x,a,gift,1,USD\n");
  read = fixture_read_text ("one.csv", text->str, &none);
  g_assert_true (g_str_has_suffix (read, "\nfailed 812 [amount] the amount “12,5O” is not a number\ntroupe-plain: 100000 "
                                         "rows, USD 99999"));
}

/* Bad rows without end stay a short list, in which rows that are only remarked do not hide them. */
static void
test_many_bad_rows (void)
{
  g_autoptr(GString) text = g_string_new ("Order ID,Product ID,Creator Username,Currency,Actual Commission Payment,Time "
                                          "Commission Paid\n");
  g_autofree char *read = NULL;
  g_auto(GStrv) lines = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%d,2,nova,USD,%s,%s\n", i, i % 2 ? "x" : "1", i % 2 ? "2026-10-25" : "-");
  read = fixture_read_text ("many.csv", text->str, &none);
  lines = g_strsplit (read, "\n", -1);
  g_assert_cmpint (g_strv_length (lines), ==, 2003);
  g_assert_cmpstr (lines[2000], ==, "warned 2002–2501 [] from here on 500 more rows, which are not listed one by one");
  g_assert_cmpstr (lines[2001], ==, "failed 2003–2502 [] from here on 500 more rows, which are not listed one by one");
  g_assert_cmpstr (lines[2002], ==, "tiktok-shop-affiliate: 3000 rows, nothing");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/twitch", test_twitch);
  g_test_add_func ("/statement/bad-input", test_bad_input);
  g_test_add_func ("/statement/asks", test_asks);
  g_test_add_func ("/statement/detected-order", test_detected_order);
  g_test_add_func ("/statement/built-in", test_built_in);
  g_test_add_func ("/statement/kinds", test_kinds);
  g_test_add_func ("/statement/stated-total", test_stated_total);
  g_test_add_func ("/statement/twin-columns", test_twin_columns);
  g_test_add_func ("/statement/contradictions", test_contradictions);
  g_test_add_func ("/statement/part-of-month", test_part_of_month);
  g_test_add_func ("/statement/gzip-members", test_gzip_members);
  g_test_add_func ("/statement/refused-by-name", test_refused_by_name);
  g_test_add_func ("/statement/workbook", test_workbook);
  g_test_add_func ("/statement/archive", test_archive);
  g_test_add_func ("/statement/damaged", test_damaged);
  g_test_add_func ("/statement/dialects", test_dialects);
  g_test_add_func ("/statement/one-bad-row", test_one_bad_row);
  g_test_add_func ("/statement/many-bad-rows", test_many_bad_rows);

  return g_test_run ();
}
