#include "troupe-sentence.h"

static void
test_terms (void)
{
  static const struct { TroupeTerm term; const char *en, *zh; } cases[] = {
    { { .kind = "share", .platform = "kuaishou", .revenue_kind = "gift", .share = 6000, .basis = "net", .clause = "4.2" },
      "60% of gifts on Kuaishou, after the platform’s fee, since 1 July 2026 (clause 4.2)",
      "分成 60%，快手礼物打赏，扣除平台费后计算，自 2026-07-01 起（4.2 条）" },
    { { .kind = "share", .share = 5250, .basis = "gross" },
      "52.5% of all revenue, before the platform’s fee, since 1 July 2026",
      "分成 52.5%，全部收入，按流水计算，自 2026-07-01 起" },
    { { .kind = "share", .platform = "twitch", .share = 7000, .basis = "net" },
      "70% of all revenue on Twitch, after the platform’s fee, since 1 July 2026",
      "分成 70%，Twitch 全部收入，扣除平台费后计算，自 2026-07-01 起" },
    { { .kind = "share", .revenue_kind = "brand", .share = 7000, .basis = "net" },
      "70% of brand deals, after the platform’s fee, since 1 July 2026",
      "分成 70%，商单，扣除平台费后计算，自 2026-07-01 起" },
    { { .kind = "share", .platform = "MyStage", .revenue_kind = "Karaoke", .share = 7000, .basis = "net" },
      "70% of Karaoke on MyStage, after the platform’s fee, since 1 July 2026",
      "分成 70%，MyStage Karaoke，扣除平台费后计算，自 2026-07-01 起" },
    { { .kind = "minimum_payout", .amount = 10000, .currency = "CNY", .clause = "7" },
      "Paid from 100.00 CNY on; what is below is carried over, since 1 July 2026 (clause 7)",
      "满 100.00 CNY 付款，不足结转下期，自 2026-07-01 起（7 条）" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeTerm term = cases[i].term;
      g_autofree char *en = NULL;
      g_autofree char *zh = NULL;

      term.start_day = troupe_day_new (2026, 7, 1);
      term.end_day = TROUPE_NONE;
      en = troupe_sentence_for_term (&term, TROUPE_LANG_EN);
      zh = troupe_sentence_for_term (&term, TROUPE_LANG_ZH);
      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (zh, ==, cases[i].zh);
    }
}

static void
test_days (void)
{
  TroupeTerm term = { .kind = "share", .share = 6000, .basis = "net", .clause = "4.1",
                      .start_day = troupe_day_new (2026, 5, 1), .end_day = troupe_day_new (2026, 9, 30) };
  g_autofree char *en = troupe_sentence_for_term (&term, TROUPE_LANG_EN);
  g_autofree char *zh = troupe_sentence_for_term (&term, TROUPE_LANG_ZH);
  g_autofree char *alone = troupe_sentence_for_term_alone (&term, TROUPE_LANG_EN);

  g_assert_cmpstr (en, ==, "60% of all revenue, after the platform’s fee, from 1 May 2026 to 30 September 2026 (clause 4.1)");
  g_assert_cmpstr (zh, ==, "分成 60%，全部收入，扣除平台费后计算，2026-05-01 至 2026-09-30（4.1 条）");
  g_assert_cmpstr (alone, ==, "60% of all revenue, after the platform’s fee");
}

static void
test_markup (void)
{
  TroupeTerm share = { .kind = "share", .platform = "A&B", .share = 5250, .basis = "net" };
  TroupeTerm minimum = { .kind = "minimum_payout", .amount = 123450, .currency = "CNY" };
  g_autofree char *share_text = troupe_sentence_for_term_alone (&share, TROUPE_LANG_EN);
  g_autofree char *minimum_text = troupe_sentence_for_term_alone (&minimum, TROUPE_LANG_ZH);
  g_autofree char *share_markup = troupe_sentence_mark_up_term (&share, share_text);
  g_autofree char *minimum_markup = troupe_sentence_mark_up_term (&minimum, minimum_text);
  g_autofree char *other = troupe_sentence_mark_up_term (&share, "<nothing>");

  g_assert_cmpstr (share_markup, ==, "<b>52.5%</b> of all revenue on A&amp;B, after the platform’s fee");
  g_assert_cmpstr (minimum_markup, ==, "满 <b>1,234.50</b> CNY 付款，不足结转下期");
  g_assert_cmpstr (other, ==, "&lt;nothing&gt;");
}

static void
test_contracts (void)
{
  static const struct { gboolean ends, renews; gint64 notice; const char *en, *zh; int day; } cases[] = {
    { TRUE, TRUE, 30, "Runs until 29 February 2028 and renews by itself; notice by 30 January 2028.",
      "2028-02-29 到期自动续约，最晚 2028-01-30 通知。" },
    { TRUE, FALSE, 30, "Runs until 29 February 2028; 30 days’ notice.", "2028-02-29 到期，提前 30 天通知。" },
    { TRUE, FALSE, TROUPE_NONE, "Runs until 29 February 2028.", "2028-02-29 到期。" },
    { TRUE, TRUE, 30, "Runs until 29 February 2028 and renews by itself; notice by 30 January 2028.",
      "2028-02-29 到期自动续约，最晚 2028-01-30 通知。", 29 },
    { TRUE, TRUE, 30, "Ran until 29 February 2028 and has renewed by itself; 30 days’ notice.",
      "2028-02-29 到期后已自动续约，提前 30 天通知。", 30 },
    { TRUE, FALSE, 30, "Ended on 29 February 2028.", "2028-02-29 已到期。", 30 },
    { FALSE, FALSE, 15, "Runs since 1 March 2025, with no end; 15 days’ notice.",
      "2025-03-01 起，无固定期限，提前 15 天通知。" },
    { FALSE, TRUE, TROUPE_NONE, "Runs since 1 March 2025, with no end.", "2025-03-01 起，无固定期限。" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TroupeContract contract = { .start_day = troupe_day_new (2025, 3, 1), .renews = cases[i].renews,
                                  .end_day = cases[i].ends ? troupe_day_new (2028, 2, 29) : TROUPE_NONE,
                                  .notice_days = cases[i].notice };
      TroupeDay today = troupe_day_new (2028, 2, 1) + MAX (cases[i].day - 1, 0);
      g_autofree char *en = troupe_sentence_for_contract (&contract, today, TROUPE_LANG_EN);
      g_autofree char *zh = troupe_sentence_for_contract (&contract, today, TROUPE_LANG_ZH);

      g_assert_cmpstr (en, ==, cases[i].en);
      g_assert_cmpstr (zh, ==, cases[i].zh);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/terms", test_terms);
  g_test_add_func ("/sentence/days", test_days);
  g_test_add_func ("/sentence/markup", test_markup);
  g_test_add_func ("/sentence/contracts", test_contracts);
  return g_test_run ();
}
