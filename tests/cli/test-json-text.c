#include "troupe-json-text.h"

#include "troupe-term.h"
#include "troupe-statement.h"

static void
test_nested (void)
{
  TroupeJsonText *json = troupe_json_text_new ();
  g_autofree char *text = NULL;

  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_begin_array (json, "files");
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_text (json, "name", "a \"b\"\\\n南枝");
  troupe_json_text_add_text (json, "none", NULL);
  troupe_json_text_end_object (json);
  troupe_json_text_add_int (json, NULL, -7);
  troupe_json_text_add_int (json, NULL, TROUPE_NONE);
  troupe_json_text_end_array (json);
  troupe_json_text_begin_array (json, "empty");
  troupe_json_text_end_array (json);
  troupe_json_text_add_bool (json, "yes", TRUE);
  troupe_json_text_end_object (json);
  text = troupe_json_text_end (json);
  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"files\": [\n"
                   "    {\n"
                   "      \"name\": \"a \\\"b\\\"\\\\\\u000a南枝\",\n"
                   "      \"none\": null\n"
                   "    },\n"
                   "    -7,\n"
                   "    null\n"
                   "  ],\n"
                   "  \"empty\": [],\n"
                   "  \"yes\": true\n"
                   "}\n");
}

/* Money in its currency's places, shares as percent, days and months as ISO text. */
static void
test_record (void)
{
  TroupeTerm term;
  TroupeJsonText *json = troupe_json_text_new ();
  g_autofree char *text = NULL;

  troupe_record_clear (&TROUPE_TERM, &term);
  term.id = 5;
  term.contract_id = 4;
  term.kind = "minimum_payout";
  term.amount = -12345;
  term.currency = "KWD";
  term.share = 5250;
  term.start_day = troupe_day_new (2026, 10, 1);
  term.version = 1;
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_record (json, &term);
  troupe_json_text_end_object (json);
  text = troupe_json_text_end (json);
  g_assert_nonnull (strstr (text, "\"id\": 5,"));
  g_assert_nonnull (strstr (text, "\"amount\": \"-12.345\","));
  g_assert_nonnull (strstr (text, "\"share\": \"52.5\","));
  g_assert_nonnull (strstr (text, "\"start_day\": \"2026-10-01\","));
  g_assert_nonnull (strstr (text, "\"end_day\": null,"));
}

static void
test_flag (void)
{
  TroupeStatement statement;
  TroupeJsonText *json = troupe_json_text_new ();
  g_autofree char *text = NULL;

  troupe_record_clear (&TROUPE_STATEMENT, &statement);
  statement.month = troupe_month_new (2026, 10);
  statement.currency = "JPY";
  statement.closing = 1200;
  statement.stale = 1;
  troupe_json_text_begin_object (json, NULL);
  troupe_json_text_add_record (json, &statement);
  troupe_json_text_end_object (json);
  text = troupe_json_text_end (json);
  g_assert_nonnull (strstr (text, "\"month\": \"2026-10\","));
  g_assert_nonnull (strstr (text, "\"closing\": \"1200\","));
  g_assert_nonnull (strstr (text, "\"stale\": true\n"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-text/nested", test_nested);
  g_test_add_func ("/json-text/record", test_record);
  g_test_add_func ("/json-text/flag", test_flag);

  return g_test_run ();
}
