#include "fixture.h"

#include "troupe-error.h"

#define SMALL(rest) "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"platform\": \"x\", " \
  "\"columns\": { \"day\": { \"names\": [\"Day\"], \"type\": \"day\" }, " \
  "\"sum\": { \"names\": [\"Sum\"], \"type\": \"amount\" } }, " rest " }"
#define REST "\"day\": \"day\", \"unit\": \"USD\", " \
  "\"lines\": [ { \"kind\": \"gift\", \"amount\": \"sum\" } ], \"identity\": { \"key\": [\"day\"] }"

/* They all parse, have both titles, and no two share an id. */
static void
test_built_in (void)
{
  g_autoptr(GPtrArray) profiles = troupe_profile_list_builtin ();
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  int statements = 0;

  for (guint i = 0; i < profiles->len; i++)
    {
      const TroupeProfile *profile = g_ptr_array_index (profiles, i);

      g_assert_true (g_hash_table_add (ids, (gpointer) troupe_profile_get_id (profile)));
      g_assert_nonnull (troupe_profile_get_title (profile, TROUPE_LANG_EN));
      g_assert_nonnull (troupe_profile_get_title (profile, TROUPE_LANG_ZH));
      g_assert_true (troupe_profile_is_statement (profile) || troupe_profile_get_refusal (profile, TROUPE_LANG_ZH) != NULL);
      statements += troupe_profile_is_statement (profile);
    }
  g_assert_cmpint (statements, ==, 18);
}

static void
test_find (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TroupeProfile) twitch = troupe_profile_find ("twitch-analytics", NULL);
  g_autofree char *path = fixture_write ("small.json", SMALL (REST), -1);
  g_autoptr(TroupeProfile) small = troupe_profile_find (path, NULL);

  g_assert_cmpstr (troupe_profile_get_platform (twitch), ==, "twitch");
  g_assert_cmpint (troupe_profile_get_asks (twitch), ==, TROUPE_ASK_ACCOUNT);
  g_assert_cmpstr (troupe_profile_get_id (small), ==, "x");
  g_assert_null (troupe_profile_find ("nothing", &error));
  g_assert_cmpstr (error->message, ==, "there is no profile “nothing”: neither a built-in one nor a file");
}

static void
test_strict (void)
{
  static const struct { const char *json, *message; } cases[] = {
    { "", "p.json is not JSON: JSON data must not be empty" },
    { "[]", "p.json: “id” is missing" },
    { "{ \"id\": 3 }", "p.json: “version” is missing" },
    { SMALL (REST ", \"colour\": 1"), "p.json: “colour” is not known here" },
    { SMALL ("\"unit\": \"USD\""), "p.json: “day” is missing" },
    { SMALL ("\"day\": \"date\", \"unit\": \"USD\", \"lines\": [], \"identity\": {}"),
      "p.json: day: “date” is none of the columns" },
    { SMALL ("\"day\": \"day\", \"unit\": \"USD\", \"lines\": [], \"identity\": {}"),
      "p.json: lines: there should be at least one line" },
    { SMALL ("\"day\": \"day\", \"unit\": 5, \"lines\": [], \"identity\": {}"), "p.json: unit: there should be a text" },
    { SMALL ("\"day\": \"day\", \"unit\": \"USD\", \"lines\": [ { \"kind\": \"gift\", \"amount\": \"day\" } ], \"identity\": {}"),
      "p.json: lines[0].amount: “day” is not a column of type amount" },
    { SMALL ("\"day\": \"day\", \"unit\": \"USD\", \"lines\": [ { \"kind\": \"gift\", \"amount\": \"sum\", \"fee\": \"day\" } ], "
             "\"identity\": {}"), "p.json: lines[0].fee: “day” is not a column of type amount" },
    { SMALL ("\"day\": \"day\", \"unit\": \"USD\", \"lines\": [ { \"kind\": \"gift\", \"amount\": \"sum\" } ], \"identity\": {}"),
      "p.json: identity: there should be “key” or “columns” with at least one column" },
    { SMALL ("\"day\": \"day\", \"unit\": \"USD\", \"lines\": { }, \"identity\": {}"),
      "p.json: lines: there should be a list, [ … ]" },
    { SMALL ("\"day\": { \"column\": \"day\" }, \"unit\": \"USD\", \"lines\": [], \"identity\": {}"),
      "p.json: day: “month” is missing" },
    { SMALL ("\"day\": { \"month\": { \"file_name\": \"(1)(2)(3)\" } }, \"unit\": \"USD\", \"lines\": [], \"identity\": {}"),
      "p.json: day.month.file_name: “(1)(2)(3)” should have 2 groups" },
    { SMALL (REST ", \"money\": \"Revenue\""), "p.json: money: there should be a list, [ … ]" },
    { SMALL (REST ", \"per_line\": \"yes\""), "p.json: per_line: there should be true or false" },
    { SMALL (REST ", \"day_order\": \"american\""), "p.json: day_order: “american” is none of day-first, month-first, detect" },
    { SMALL (REST ", \"rows\": [ { \"column\": \"sum\" } ]"), "p.json: rows[0]: there should be “keep”, “skip” or “filled”" },
    { "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"columns\": { \"a\": { \"names\": "
      "[\"A\"], \"type\": \"money\" } } }",
      "p.json: columns.a.type: “money” is none of text, id, amount, day, period, duration" },
    { "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"columns\": { \"a\": { \"names\": [] } } }",
      "p.json: columns.a.names: there should be at least one header" },
    { "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"columns\": { } }",
      "p.json: columns: there should be an object, { … }, with at least one column" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (troupe_profile_new_from_json (cases[i].json, -1, "p.json", &error));
      g_assert_error (error, TROUPE_ERROR, TROUPE_ERROR_FORMAT);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Whatever a profile is cut to, reading it ends in an error or a profile. */
static void
test_cut_short (void)
{
  const char *json = SMALL (REST);

  for (gsize n = 0; n < strlen (json); n++)
    {
      g_autoptr(GError) error = NULL;
      g_assert_null (troupe_profile_new_from_json (json, n, "p.json", &error));
      g_assert_nonnull (error);
    }
}

/* Files that are no statements are read by whoever describes them, with the sums they should have. */
static void
test_own_profiles (void)
{
  static const struct { const char *profile, *encoding, *text, *read; } cases[] = {
    { "alipay", "GB18030", "----\n导出信息：\n姓名：xx\n收入：1笔 28.50元\n\n----支付宝----\n"
      "交易时间            ,交易分类 ,对方账号 ,收/支                 ,金额                  ,交易订单号     ,\n"
      "2023-02-12 21:32:14 ,亲友代付 ,/    ,支出  ,49.74  ,2023x1\t,\n"
      "2023-01-18 10:17:29 ,转账红包 ,x@163.com ,收入 ,222228.50 ,2x9\t,\n"
      "2023-01-10 13:10:16,日用百货,/,不计收支,82.00,xxxx\t,\n",
      "9 me:x@163.com other 2023-01 2023-01-18 222228.5 CNY 2x9\n"
      "warned 8 [收/支] passed over: “收/支” is “支出”\nwarned 10 [收/支] passed over: “收/支” is “不计收支”\n"
      "alipay: 3 rows, CNY 222228.5" },
    { "bandcamp", "UTF-16LE", "date,artist,currency,bandcamp transaction id,amount you received,net amount\n"
      "1/1/20 4:49am,Bonehead,USD,1,0,0.8\n1/7/20 1:35pm,Bonehead,USD,2,14.15,10.15\n",
      "2 bandcamp:Bonehead other 2020-01 2020-01-01 0.8 USD 1\n3 bandcamp:Bonehead other 2020-01 2020-01-07 10.15 USD 2\n"
      "bandcamp: 2 rows, USD 10.95" },
    { "broker", "GB18030", "=\"交收日期\"\t=\"业务名称\"\t=\"清算金额\"\t=\"币种\"\t=\"资金帐号\"\t\n"
      "=\"20230212\"\t=\"银行转证券\"\t128000.000\t=\"人民币\"\t=\"114514\"\t\n"
      "=\"20230213\"\t=\"融券回购\"\t-126000.130\t=\"人民币\"\t=\"114514\"\t\n",
      "2 me:114514 银行转证券 2023-02 2023-02-12 128000 CNY\n3 me:114514 融券回购 2023-02 2023-02-13 -126000.13 CNY\n"
      "broker: 2 rows, CNY 1999.87" },
    { "doudian-fund-flow", "UTF-8", "动账时间,动帐流水号,动账方向,动账金额,订单号\n2026-09-03 08:00:00,'T0,入账,9.00,'6917926768823643799\n"
      "2026-09-28 07:54:38,'T1,出账,1.84,'6917926768823643751\n2026-09-28 07:54:38,'T2,冻结,1,'69\n",
      "2 doudian:me other 2026-09 2026-09-03 9 CNY 6917926768823643799\n3 doudian:me other 2026-09 2026-09-28 -1.84 CNY "
      "6917926768823643751\n"
      "failed 4 [动账方向] “冻结” says neither that money came in nor that it went out\n"
      "doudian-fund-flow: 3 rows, CNY 7.16" },
    { "doudian-settlement", "UTF-8", "结算时间,订单号,结算金额,结算单类型\n , ,收入+支出, \n2026-07-01 05:59:20,'6920,97.02,已结算\n2026-07-20 "
                                     "18:34:00,'6920,-8,结算后退款\n",
      "3 doudian:me other 2026-07 2026-07-01 97.02 CNY 6920\n4 doudian:me other 2026-07 2026-07-20 -8 CNY 6920\n"
      "doudian-settlement: 2 rows, CNY 89.02" },
    { "tiktok-unsettled", "UTF-8", "Disclaimer,,,,,\nDownload time,2026-06-12,,,,\nTotal Transactions,2,,,,\n,,,,,\n"
      "Order/adjustment ID,creation date,Total estimated settlement amount,Net sales,Fees,Adjustment amount\n"
      "577431091617435979,2026/06/12,13.76,15,-1.24,/\n577431091617435980,2026/06/12,99.99,15,-1.24,/\n",
      "6 tiktok_shop:me other 2026-06 2026-06-12 13.76 USD 577431091617435979\n7 tiktok_shop:me other 2026-06 2026-06-12 "
      "99.99 USD 577431091617435980\n"
      "warned 7 [Total estimated settlement amount] it says 99.99, but its parts add up to 13.76; the stated amount was taken\n"
      "tiktok-unsettled: 2 rows, USD 113.75" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat (cases[i].profile, ".json", NULL);
      g_autofree char *source = g_build_filename (g_getenv ("TROUPE_SOURCE"), "tests", "fixtures", "profiles", name, NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(TroupeProfile) profile = troupe_profile_load_file (source, &error);
      TroupeStatementOptions options = TROUPE_STATEMENT_OPTIONS_INIT;
      g_autofree char *bytes = NULL, *path = NULL, *read = NULL;
      gsize length;

      g_assert_no_error (error);
      bytes = g_convert (cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
      path = fixture_write (cases[i].profile, bytes, length);
      options.platform = g_str_equal (troupe_profile_get_platform (profile),
                                      "other") ? "me" : troupe_profile_get_platform (profile);
      options.handle = "me";
      read = fixture_read (path, profile, &options);
      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* The first line of a file; its text is gone. */
static TroupeStagedLine
read_first (const char                   *name,
            const char                   *text,
            const char                   *encoding,
            const TroupeStatementOptions *options)
{
  g_autofree char *bytes = NULL, *path = NULL;
  g_autoptr(GPtrArray) profiles = troupe_profile_list_builtin (), matches = NULL;
  g_autoptr(TroupeStatementFile) file = NULL;
  g_autoptr(TroupeStatementReader) reader = NULL;
  const TroupeStagedLine *line;
  gsize length;

  bytes = g_convert (text, -1, encoding, "UTF-8", NULL, &length, NULL);
  path = fixture_write (name, bytes, length);
  file = troupe_statement_file_open (path, NULL);
  matches = troupe_profile_match_file (file, profiles, NULL);
  reader = troupe_statement_reader_new (file, g_ptr_array_index (matches, 0), options, NULL);
  g_assert_true (troupe_line_source_next (TROUPE_LINE_SOURCE (reader), &line, NULL));

  return *line;
}

/* What a row says makes it the same row, not how the file says it. */
static void
test_counted (void)
{
  static const TroupeStatementOptions none = TROUPE_STATEMENT_OPTIONS_INIT;
  static const struct { const char *text, *encoding; gboolean same; } cases[] = {
    { "date,platform,account,kind,amount,unit,reference\n2026-10-31,douyin,甲,gift,1234.5,CNY,r1\n", "GB18030", TRUE },
    { "unit;kind;平台;account;amount;date;reference\nCNY;gift;douyin; 甲 ;\"1,234.50\";2026/10/31 09:00;'r1\n", "UTF-16LE", TRUE },
    { "date,platform,account,kind,amount,unit,reference\n2026-10-31,douyin,甲,gift,1234.5,CNY,r2\n", "UTF-8", FALSE },
    { "date,platform,account,kind,amount,unit,reference\n2026-10-31,douyin,甲,gift,1234.51,CNY,r1\n", "UTF-8", FALSE },
    { "date,platform,account,kind,amount,unit,reference\n2026-10-30,douyin,甲,gift,1234.5,CNY,r1\n", "UTF-8", FALSE },
  };
  TroupeStagedLine line = read_first ("a.csv", cases[0].text, "UTF-8", &none);

  g_assert_false (line.keyed);
  g_assert_false (line.per_line);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (read_first ("a.csv", cases[i].text, cases[i].encoding, &none).content == line.content, ==, cases[i].same);
}

/* A key stays when the amount changes; what other columns of the row say is no revision of this line. */
static void
test_keyed (void)
{
  static const TroupeStatementOptions nova = { TROUPE_NONE, NULL, "twitch", "nova", TROUPE_NONE };
  const char *text = "Date,Sub Revenue,Bits Revenue,Ad Revenue\nSun Aug 23 2026,10.5,1,0\n";
  const char *bits = "Date,Sub Revenue,Bits Revenue,Ad Revenue\nSun Aug 23 2026,10.50,2,0\n";
  const char *subs = "Date,Sub Revenue,Bits Revenue,Ad Revenue\nSun Aug 23 2026,11,1,0\n";
  const char *day = "Date,Sub Revenue,Bits Revenue,Ad Revenue\nSun Aug 24 2026,10.5,1,0\n";
  TroupeStagedLine line = read_first ("a.csv", text, "UTF-8", &nova), other;

  g_assert_true (line.keyed);
  other = read_first ("a.csv", bits, "UTF-8", &nova);
  g_assert_true (other.key == line.key && other.content == line.content);
  other = read_first ("a.csv", subs, "UTF-8", &nova);
  g_assert_true (other.key == line.key && other.content != line.content);
  other = read_first ("a.csv", day, "UTF-8", &nova);
  g_assert_true (other.key != line.key && other.content == line.content);
}

/* Counters that grow say when they were read: by the file's name, else by the clerk, else by the period. */
static void
test_as_of (void)
{
  static const TroupeStatementOptions none = TROUPE_STATEMENT_OPTIONS_INIT;
  static const TroupeStatementOptions chosen = { TROUPE_NONE, NULL, NULL, NULL, 1783500000 };
  const char *text = "Data period,Creator ID,Creator's username,Diamonds\n2026-07-01 ~ 2026-07-06,7359112345678903719,s,5\n";
  const char *bill = "订单号,商品ID,订单实付(元),达人ID,达人佣金(元),实际结算时间\n69,1,100,88,7,2026-05-01\n";

  g_assert_cmpint (read_first ("Creator_data_2026_07_07_08_37_UTC0.csv", text, "UTF-8", &chosen).as_of, ==, 1783413420);
  g_assert_cmpint (read_first ("data.csv", text, "UTF-8", &chosen).as_of, ==, 1783500000);
  g_assert_cmpint (read_first ("data.csv", text, "UTF-8", &none).as_of, ==, 1783382399);
  g_assert_cmpint (read_first ("data.csv", bill, "UTF-8", &chosen).as_of, ==, TROUPE_NONE);
  g_assert_true (read_first ("data.csv", bill, "UTF-8", &chosen).per_line);
}

/* Of two headers of one name a profile can mean the second; its amounts count hundredths, by comma. */
static void
test_columns (void)
{
  const char *json = "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"platform\": \"x\", "
    "\"columns\": { \"day\": { \"names\": [\"Day\"], \"type\": \"day\" }, \"live\": { \"names\": [\"Live\"], \"type\": "
    "\"duration\" }, "
    "\"sum\": { \"names\": [\"Sum(元)\"], \"type\": \"amount\", \"nth\": 2, \"per\": 100, \"decimal\": \",\" } }, " REST " }";
  static const TroupeStatementOptions me = { TROUPE_NONE, NULL, "x", "me", TROUPE_NONE };
  g_autoptr(TroupeProfile) profile = troupe_profile_new_from_json (json, -1, "x.json", NULL);
  g_autofree char *path = fixture_write ("two.csv", "Day;Sum（元）;Live;SUM(元)\n2026-10-31;1;12h 30m;1.234,5\n2026-10-30;1;12 "
                                                    "x;7\n", -1);
  g_autofree char *read = fixture_read (path, profile, &me);

  g_assert_cmpstr (read, ==, "2 x:me gift 2026-10 2026-10-31 12.345 USD\n3 x:me gift 2026-10 2026-10-30 0.07 USD\n"
                             "warned 3 [Live] “12 x” is not a length of time\nx: 2 rows, USD 12.415");
}

/* A long word of a row that is passed over is quoted in whole characters. */
static void
test_long_word (void)
{
  static const TroupeStatementOptions me = { TROUPE_NONE, NULL, "x", "me", TROUPE_NONE };
  g_autoptr(TroupeProfile) profile = troupe_profile_new_from_json (
    "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"platform\": \"x\", \"columns\": { "
    "\"day\": { \"names\": [\"Day\"], \"type\": \"day\" }, \"way\": { \"names\": [\"Way\"] }, "
    "\"sum\": { \"names\": [\"Sum\"], \"type\": \"amount\" } }, \"rows\": [ { \"column\": \"way\", \"keep\": [\"in\"] } ], " REST
    " }", -1, "x.json", NULL);
  g_autofree char *word = g_strdup_printf ("a%s%s%s", "十个字的一句话来了呀", "十个字的一句话来了呀", "二十个字的一句话来了来了来了来了来了呀呀呀");
  g_autofree char *text = g_strdup_printf ("Day,Way,Sum\n2026-10-31,in,5\n2026-10-31,%s,7\n", word);
  g_autofree char *path = fixture_write ("long.csv", text, -1), *read = fixture_read (path, profile, &me);

  g_assert_true (g_utf8_validate (read, -1, NULL));
  g_assert_true (g_str_has_suffix (read, "…”\nx: 2 rows, USD 5"));
}

/* Where a platform writes fees as negative numbers, the profile says so; what went out takes its fee along. */
static void
test_fees (void)
{
  const char *json = "{ \"id\": \"x\", \"version\": 1, \"title\": { \"en\": \"X\", \"zh\": \"X\" }, \"platform\": \"x\", "
    "\"columns\": { \"day\": { \"names\": [\"Day\"], \"type\": \"day\" }, \"way\": { \"names\": [\"Way\"] }, "
    "\"sum\": { \"names\": [\"Sum\"], \"type\": \"amount\" }, "
    "\"fee\": { \"names\": [\"Fee\"], \"type\": \"amount\", \"negate\": true } }, \"day\": \"day\", \"unit\": \"USD\", "
    "\"sign\": { \"column\": \"way\", \"positive\": [\"in\"], \"negative\": [\"out\"] }, "
    "\"lines\": [ { \"kind\": \"gift\", \"amount\": \"sum\", \"fee\": \"fee\" } ], \"identity\": { \"columns\": [\"day\"] } }";
  static const TroupeStatementOptions me = { TROUPE_NONE, NULL, "x", "me", TROUPE_NONE };
  g_autoptr(TroupeProfile) profile = troupe_profile_new_from_json (json, -1, "x.json", NULL);
  g_autofree char *path = fixture_write ("fees.csv", "Day,Way,Sum,Fee\n2026-10-31,in,100,-50\n2026-10-31,out,100,-50\n"
                                                     "2026-10-31,in,100,50\n2026-10-31,in,100,\n", -1);
  g_autofree char *read = fixture_read (path, profile, &me);

  g_assert_cmpstr (read, ==,
    "2 x:me gift 2026-10 2026-10-31 100 USD fee 50\n3 x:me gift 2026-10 2026-10-31 -100 USD fee -50\n"
    "5 x:me gift 2026-10 2026-10-31 100 USD\n"
    "failed 4 [Fee] the platform's fee -50 has the other sign than the amount 100; write it without a sign, as what the "
    "platform kept\nx: 4 rows, USD 100");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/profile/built-in", test_built_in);
  g_test_add_func ("/profile/find", test_find);
  g_test_add_func ("/profile/strict", test_strict);
  g_test_add_func ("/profile/cut-short", test_cut_short);
  g_test_add_func ("/profile/own-profiles", test_own_profiles);
  g_test_add_func ("/profile/counted", test_counted);
  g_test_add_func ("/profile/keyed", test_keyed);
  g_test_add_func ("/profile/as-of", test_as_of);
  g_test_add_func ("/profile/columns", test_columns);
  g_test_add_func ("/profile/fees", test_fees);
  g_test_add_func ("/profile/long-word", test_long_word);

  return g_test_run ();
}
