/* One kind of statement in the many ways in which platforms, browsers and spreadsheets write it. */
#include "fixture.h"

#include "troupe-header-text.h"

static const TroupeStatementOptions none = TROUPE_STATEMENT_OPTIONS_INIT;
static const TroupeStatementOptions dollars = { TROUPE_NONE, "USD", NULL, NULL, TROUPE_NONE };
static const TroupeStatementOptions nova = { TROUPE_NONE, NULL, "twitch", "nova", TROUPE_NONE };
static const TroupeStatementOptions october = { 2026 * 12 + 9, NULL, "youtube", "UC1", TROUPE_NONE };
static const TroupeStatementOptions channel = { TROUPE_NONE, NULL, "youtube", "UC1", TROUPE_NONE };

static const TroupeStatementOptions month = { 2026 * 12 + 9, NULL, NULL, NULL, TROUPE_NONE };
static const TroupeStatementOptions shop = { TROUPE_NONE, NULL, "tiktok_shop", "nova", TROUPE_NONE };
static const TroupeStatementOptions leader = { TROUPE_NONE, NULL, "doudian", "me", TROUPE_NONE };

static void
test_header (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Partner Revenue : Auction", "partnerrevenueauction" }, { "partner_revenue_auction", "partnerrevenueauction" },
    { "Creator’s username", "creatorsusername" }, { "Creator ID:", "creatorid" }, { "估算收入（USD）", "估算收入(usd)" },
    { "Your es\u00adtim\u00adated rev\u00aden\u00adue [USD]", "yourestimatedrevenue(usd)" }, { "订单实付【元】", "订单实付(元)" },
    { "商品 ID", "商品id" }, { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = troupe_header_fold (cases[i].text);
      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
  g_assert_true (troupe_header_equals_unitless ("达人佣金(元)", "达人佣金"));
  g_assert_true (troupe_header_equals_unitless ("总音浪", "总音浪(个)"));
  g_assert_false (troupe_header_equals_unitless ("达人佣金(万元)", "达人佣金"));
  g_assert_false (troupe_header_equals_unitless ("(元)", ""));
}

/* The header changes, what is read does not. */
static void
test_headers (void)
{
  static const struct { const char *header, *row, *read; const TroupeStatementOptions *options; } cases[] = {
    { "Con\u00adtent,Video ti\u00adtle,Es\u00adtim\u00adated rev\u00aden\u00adue (USD)\nTo\u00adtal,,1.5", "v1,One,1.5",
      "3 youtube:UC1 ad 2026-10 2026-10-31 1.5 USD v1\nyoutube-studio-content: 1 rows, USD 1.5", &october },
    { "内容,视频标题,预估收入（美元）\n总计,,1.5", "v1,One,1.5",
      "3 youtube:UC1 ad 2026-10 2026-10-31 1.5 USD v1\nyoutube-studio-content: 1 rows, USD 1.5", &october },
    { "コンテンツ,動画のタイトル,推定収益 (JPY)\n合計,,150", "v1,One,150",
      "3 youtube:UC1 ad 2026-10 2026-10-31 150 JPY v1\nyoutube-studio-content: 1 rows, JPY 150", &october },
    { "Videos,Videotitel,Geschätzter Umsatz (EUR)\nGesamt,,1.5", "v1,One,1.5",
      "3 youtube:UC1 ad 2026-10 2026-10-31 1.5 EUR v1\nyoutube-studio-content: 1 rows, EUR 1.5", &october },
    { "Date,Views,Estimated revenue (USD)\nTotal,5,1.5", "2026-10-03,5,1.5",
      "headers.csv: YouTube Studio: a table by day: it is by days and not by content, and is no statement of revenue; in Studio "
      "choose the dimension Content, add the column Estimated revenue and export again", &channel },
    { "Channel,Channel title,Views,Estimated partner revenue (USD)\nTotal,,5,1.5", "UC7,Nova,5,1.5",
      "headers.csv: YouTube Studio: a table by channel: it is by channels and not by content, and is no statement of revenue; in "
      "Studio choose the dimension Content, add the column Estimated revenue and export again", &october },
    { "date,video_id,channel_id,partner_revenue_auction,partner_revenue", "20261003,v1,UC7,1,1",
      "2 youtube:UC7 ad 2026-10 2026-10-03 1 USD v1\nyoutube-video-ads: 1 rows, USD 1", &dollars },
    { "Day,Asset ID,Asset Channel ID,Partner Revenue:Auction,Partner Revenue (USD)", "20261003,A1,UC7,1,1",
      "2 youtube:UC7 ad 2026-10 2026-10-03 1 USD A1\nyoutube-asset-ads: 1 rows, USD 1", &none },
    { "Selected period,Creator ID,Creator,Diamonds in selected period", "10/01/2026 ~ 10/20/2026,7359112345678903719,@s,5",
      "2 tiktok:7359112345678903719 gift 2026-10 2026-10-20 5 diamond\ntiktok-backstage: 1 rows, diamond 5", &none },
    { "Creator ID,Creator’s username,Total Diamonds", "7359112345678903719,s,5",
      "2 tiktok:7359112345678903719 gift 2026-10 2026-10-31 5 diamond\ntiktok-backstage: 1 rows, diamond 5", &month },
    { "ID Pesanan,ID Produk,Seller Sku,ID SKU,Nama pengguna kreator,Mata uang,Pembayaran Komisi Aktual,Waktu Komisi Dibayar",
      "1,2,x,3,nova,IDR,5000,25/10/2026",
      "2 tiktok_shop:nova commission 2026-10 2026-10-25 5000 IDR 1\ntiktok-shop-affiliate: 1 rows, IDR 5000", &none },
    { "Order ID,SKU ID,Product ID,Content ID,Currency,Order settlement status,Total final earned amount,Commission "
      "settlement date\n1,2,3,4,USD,Ineligible,0,/", "5,2,3,4,USD,Settled,\"1,003\",25/10/2026 18:20:31",
      "3 tiktok_shop:nova commission 2026-10 2026-10-25 1003 USD 5\nwarned 2 [Commission settlement date] passed over: "
      "“Commission settlement date” is empty\ntiktok-shop-creator: 2 rows, USD 1003",
      &shop },
    { "订单ID,商品 ID,作者账号,结算金额(元),实际佣金支出（元）,订单结算时间", "1,2,nova,100,5,2026-10-03",
      "2 doudian:nova commission 2026-10 2026-10-03 5 CNY 1\ndoudian-commission: 1 rows, CNY 5", &none },
    { "订单id,商品id,出单机构,预估服务费收入,实际服务费收入,结算时间", "1,2,某,9,4.50,2026-10-03",
      "2 doudian:me leader 2026-10 2026-10-03 4.5 CNY 1\ndoudian-leader: 1 rows, CNY 4.5",
      &leader },
    { "DATE,Platform,账 号,kind,amount(元),unit", "2026-10-03,x,a,gift,5,人民币",
      "2 x:a gift 2026-10 2026-10-03 5 CNY\ntroupe-plain: 1 rows, CNY 5", &none },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\n%s\n", cases[i].header, cases[i].row);
      g_autofree char *read = fixture_read_text ("headers.csv", text, cases[i].options);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Sums and sentences under a table are no data; what may be data that is cut off is. */
static void
test_below (void)
{
#define SHORTS "Video ID,Channel ID,Net Partner Revenue (Post revshare)\n"
#define PLAIN  "date,platform,account,kind,amount,unit\n2026-10-31,x,a,gift,5,USD\n"
  static const struct { const char *name, *text, *read; const TroupeStatementOptions *options; } cases[] = {
    { "YouTube_x_M_20260901_s.csv", SHORTS "totalabcdef,UC1,0.5\nTotal,,0.5\n",
      "2 youtube:UC1 ad 2026-09 2026-09-30 0.5 USD totalabcdef\nyoutube-shorts-ads: 1 rows, USD 0.5", &dollars },
    { "gesamt.csv", "Content,Estimated revenue (USD)\nGesamt-Umsatz-1,1\nGesamt,1\n",
      "2 youtube:UC1 ad 2026-10 2026-10-31 1 USD Gesamt-Umsatz-1\nyoutube-studio-content: 1 rows, USD 1", &october },
    { "sum.csv", PLAIN "合计：,,,,5,\n", "2 x:a gift 2026-10 2026-10-31 5 USD\ntroupe-plain: 1 rows, USD 5", &none },
    { "sum.csv", PLAIN ",合 計,,,5,\n", "2 x:a gift 2026-10 2026-10-31 5 USD\ntroupe-plain: 1 rows, USD 5", &none },
    { "sum.csv", PLAIN "Grand Total:,,,,4,\n",
      "2 x:a gift 2026-10 2026-10-31 5 USD\nwarned 3 [amount] the file's own total is 4, but its rows add up to 5; the list may "
      "be cut short\ntroupe-plain: 1 rows, USD 5", &none },
    { "words.csv", PLAIN "导出时间：2026-11-01 12:00,,,,,\n共1条记录\n* amounts before fees\n",
      "2 x:a gift 2026-10 2026-10-31 5 USD\n"
      "warned 3 [] passed over: “导出时间：2026-11-01 12:00” is all that stands in this row\n"
      "warned 4 [] passed over: “共1条记录” is all that stands in this row\n"
      "warned 5 [] passed over: “* amounts before fees” is all that stands in this row\ntroupe-plain: 1 rows, USD 5", &none },
    { "long.csv", "订单id,商品id,作者账号,实际佣金支出,结算金额,订单结算时间\n1,2,x,1,1,2026-10-31\n"
                  "x这是一句很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长的话：,,,,,\n",
      "2 doudian:x commission 2026-10 2026-10-31 1 CNY 1\n"
      "warned 3 [] passed over: “x这是一句很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长…” is all that stands in this row\n"
      "doudian-commission: 1 rows, CNY 1", &none },
    { "cut.csv", PLAIN "2026-10-31 09:30:00\n2026-1\n",
      "2 x:a gift 2026-10 2026-10-31 5 USD\n"
      "failed 3 [platform] the row ends before this column; the file may be cut off: download it again\n"
      "failed 4 [date] “2026-1” is not a day; write it like 2026-10-31\ntroupe-plain: 3 rows, USD 5", &none },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = fixture_read_text (cases[i].name, cases[i].text, cases[i].options);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* A kind of revenue that a profile does not know is not dropped in silence. */
static void
test_unread (void)
{
  g_autofree char *read = fixture_read_text ("hype.csv", "Date,Sub Revenue,Bits Revenue,Ad Revenue,Hype Train Revenue,Chatters\n"
                                     "10/13/2026,1,,,5,7\n", &nova);

  g_assert_cmpstr (read, ==,
    "2 twitch:nova subscription 2026-10 2026-10-13 1 USD\n"
    "warned 1 [Hype Train Revenue] this looks like an amount that the profile does not read; if it is income, describe the "
    "column in a profile of your own\n"
    "twitch-analytics: 1 rows, USD 1");
}

/* Where rows have no day the file's name may say the month; what the clerk says goes before it. */
static void
test_named_month (void)
{
#define STUDIO "Content,Estimated revenue (USD)\nv1,1\n"
#define READ   "2 youtube:UC1 ad 2026-10 2026-10-31 1 USD v1\n"
#define END    "youtube-studio-content: 1 rows, USD 1"
#define ASSET  "Asset ID,Asset Channel ID,Partner Revenue : Auction,Partner Revenue\nA1,UC7,1,1\n"
  static const struct { const char *name, *text, *read; const TroupeStatementOptions *options; } cases[] = {
    { "Content 2026-10-01_2026-11-01 Nova.csv", STUDIO, READ END, &channel },
    { "Content 2026-10-01_2026-10-31 Nova.csv", STUDIO, READ END, &channel },
    { "Content 2026-10-01_2026-11-01 Nova.csv", STUDIO, READ END, &october },
    { "Content 2026-09-28_2026-10-26 Nova.csv", STUDIO,
      READ "warned 1 [] by its name the file is about 2026-09-28 to 2026-10-26, which is not the month that was chosen\n" END,
      &october },
    { "Content 2026-09-01_2026-10-01 Nova.csv", STUDIO,
      READ "warned 1 [] by its name the file is about 2026-09-01 to 2026-09-30, which is not the month that was chosen\n" END,
      &october },
    { "Content 2026-09-01_2026-11-01 Nova.csv", STUDIO,
      "Content 2026-09-01_2026-11-01 Nova.csv is about 2026-09-01 to 2026-10-31, which is no calendar month; download one month, "
      "or choose the month (--month 2026-10)", &channel },
    { "Content 2026-13-01_2026-14-01 Nova.csv", STUDIO,
      "Content 2026-13-01_2026-14-01 Nova.csv does not say which month it is for; choose the month (--month 2026-10)", &channel },
    { "YouTube_Nova_M_20261001_asset_summary.csv", ASSET,
      "2 youtube:UC7 ad 2026-10 2026-10-31 1 USD A1\nyoutube-asset-ads: 1 rows, USD 1", &dollars },
    { "summary.csv", ASSET, "summary.csv does not say which month it is for; choose the month (--month 2026-10)", &dollars },
    { "YouTube_Nova_M_20260901_asset_raw.csv",
      "Day,Asset ID,Asset Channel ID,Partner Revenue : Auction,Partner Revenue\n20261003,A1,UC7,1,1\n",
      "2 youtube:UC7 ad 2026-10 2026-10-03 1 USD A1\nyoutube-asset-ads: 1 rows, USD 1", &dollars },
    { "YouTube_Nova_Ecommerce_paid_features_M_20261001_20261031_v1-0.csv",
      "Ecommerce paid features\nChannel Name,Channel ID,Item Name,Earnings (USD)\nNova,UC7,Super Chat,1\n",
      "3 youtube:UC7 membership 2026-10 2026-10-31 1 USD\nyoutube-paid-features: 1 rows, USD 1", &none },
    { "YouTube_Nova_M_20261001_monthly_shorts_non_music_subscription_video_summary.csv",
      "Shorts\nCountry,Video ID,Custom ID,Channel ID,Partner Revenue\nUS,v1,c,UC7,1\n",
      "3 youtube:UC7 premium 2026-10 2026-10-31 1 USD v1\nyoutube-shorts-subscription: 1 rows, USD 1", &dollars },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = fixture_read_text (cases[i].name, cases[i].text, cases[i].options);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

static void
read_zip (const char        *name,
          const char *const *entries,
          const char        *expected)
{
  g_autofree char *path = fixture_zip (name, entries), *read = fixture_read (path, NULL, &october);

  g_assert_cmpstr (read, ==, expected);
}

/* Of the statements in one file none is dropped; what a Mac puts beside them is none. */
static void
test_several (void)
{
  static const char *const beside[] = { "Table data.csv", STUDIO, "x/b.XLSX", "PK", NULL };
  static const char *const readme[] = { "Table data.csv", STUDIO, "read me.pdf", "%PDF", NULL };
  static const char *const two[] = {
    "ads.csv", "Day,Asset ID,Asset Channel ID,Partner Revenue : Auction,Partner Revenue\n20261003,A1,UC7,1,1\n",
    "red.csv", "Day,Asset ID,Asset Channel ID,Partner Revenue : Pro Rata,Partner Revenue\n20261003,A1,UC7,2,2\n", NULL,
  };
  static const char *const mac[] = {
    "Nova/Table data.csv", STUDIO, "__MACOSX/Nova/._Table data.csv", "\005\026\007\377\377", NULL,
  };
  g_autofree char *path = fixture_zip ("two.zip", two), *read = fixture_read (path, NULL, &dollars);
  g_autofree char *other = fixture_zip ("mac.zip", mac), *table = fixture_read (other, NULL, &october);

  g_assert_cmpstr (read, ==, "two.zip holds several statements (“red.csv”: YouTube content owner: subscription revenue by asset; "
                             "“ads.csv”: YouTube content owner: ad revenue by asset); save each as a file of its own and import "
                             "them one by one");
  g_assert_cmpstr (table, ==, READ END);
  read_zip ("beside.zip", beside, "beside.zip: besides tables there is “b.XLSX” in this archive, which is not read within it; "
                                  "unpack the archive and import its files one by one");
  read_zip ("readme.zip", readme, READ END);
}

/* A sheet that nobody sees is read only where no other is a statement. */
static void
test_hidden_sheet (void)
{
  const char *relations = "<Relationships><Relationship Id=\"a\" Target=\"worksheets/1.xml\"/>"
                          "<Relationship Id=\"b\" Target=\"worksheets/2.xml\"/></Relationships>";
  const char *book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Old\" state=\"hidden\" r:id=\"a\"/>"
                     "<sheet name=\"New\" r:id=\"b\"/></sheets></workbook>";
  g_autofree char *old = fixture_rows ("Content,Estimated revenue (USD)\nv0,7\n");
  g_autofree char *new = fixture_rows (STUDIO), *notes = fixture_rows ("Notes\nnone\n");

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *first = g_strdup_printf ("<worksheet><sheetData>%s</sheetData></worksheet>", old);
      g_autofree char *second = g_strdup_printf ("<worksheet><sheetData>%s</sheetData></worksheet>", i == 0 ? new : notes);
      const char *const entries[] = { "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", relations, "xl/worksheets/1.xml",
                                      first, "xl/worksheets/2.xml", second, NULL };
      g_autofree char *path = fixture_zip ("hidden.xlsx", entries), *read = fixture_read (path, NULL, &october);

      g_assert_cmpstr (read, ==, i == 0 ? READ END : "2 youtube:UC1 ad 2026-10 2026-10-31 7 USD v0\n"
                                                     "youtube-studio-content: 1 rows, USD 7");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/header", test_header);
  g_test_add_func ("/spelling/headers", test_headers);
  g_test_add_func ("/spelling/below", test_below);
  g_test_add_func ("/spelling/unread", test_unread);
  g_test_add_func ("/spelling/named-month", test_named_month);
  g_test_add_func ("/spelling/several", test_several);
  g_test_add_func ("/spelling/hidden-sheet", test_hidden_sheet);

  return g_test_run ();
}
